import Cohort
import Demonstration
import Testing

@testable import Audit

/// What the report may say when the lists cannot be made again.
@Suite struct FidelityGateTests {
    private static func audit(_ snapshot: Snapshot, _ period: Period, limits: Thresholds) throws -> AuditReport {
        try Audit.run(
            AuditInputs(snapshot: snapshot, thresholds: limits, core: try DemonstrationCore.core(), cycle: .once(period), toolVersion: "test"))
    }

    @Test func oneListThatDiffersMakesEveryReplayIndicatorUnavailable() throws {
        var (snapshot, period) = try Simulation.snapshot(seed: 1, planted: [])
        snapshot.lists[10].workplaces.swapAt(2, 3)
        let report = try Self.audit(snapshot, period, limits: try Simulation.limits())
        #expect(report.fidelity.exact == report.fidelity.runs - 1)
        #expect(!report.fidelity.passed)
        #expect(report.fidelity.firstDifferences == [.init(rank: 3, lists: 1)])
        let resting = Set(Catalogue.judged.filter { $0.restsOnReplay }.map { $0.id })
        #expect(resting.isSuperset(of: ["M1", "M2", "M3", "M5", "M7", "M8", "M15", "M27"]))
        for finding in report.findings where finding.verdict != .withheld {
            let rests = resting.contains(finding.indicator)
            if case .unavailable = finding.verdict, !rests { continue }
            #expect((finding.reason == "fidelity_failed") == rests, "\(finding.indicator)")
            #expect((finding.verdict == .unavailable && finding.effect.value == nil) || !rests)
        }
        #expect(!report.tables.contains { resting.contains($0.indicator) })
        #expect(report.tables.contains { $0.indicator == "M13" } && report.tables.contains { $0.indicator == "M16" })
    }

    @Test func aGroupWhoseListsDifferIsUnavailableByItself() throws {
        var (snapshot, period) = try Simulation.snapshot(seed: 1, planted: [])
        let language = Dictionary(uniqueKeysWithValues: snapshot.assessments.map { ($0.assessmentId, $0.testLanguage) })
        for index in snapshot.runs.indices where language[snapshot.runs[index].assessmentId] == "en" { snapshot.lists[index].workplaces.swapAt(0, 1) }
        let report = try Self.audit(snapshot, period, limits: try Simulation.limits(fidelityOverall: 0.5))
        #expect(report.fidelity.passed)
        let own = report.findings.filter { $0.indicator == "M2" && $0.attribute == "test_language" }
        #expect(own.filter { $0.group == "en" }.allSatisfy { $0.verdict == .unavailable && $0.reason == "fidelity_failed_in_group" })
        #expect(own.contains { $0.group == "nl" && $0.effect.value != nil })
        let table = try #require(report.tables.first { $0.id == "6.2" && $0.attribute == "test_language" })
        let row = try #require(table.rows.first { $0[0] == .text("en") })
        #expect(row.dropFirst().allSatisfy { $0 == .none })
    }
}
