import Cohort
import Demonstration
import Foundation
import Metrics
import Testing

@testable import Audit

/// What someone who has the whole `audit.json` can work out about groups that it withholds.
@Suite struct DisclosureTests {
    /// Towns with many groups just below and above ten: every second participant's group is a rare one.
    private static func town(seed: UInt64) throws -> (snapshot: Snapshot, period: Period) {
        var (snapshot, period) = try Simulation.snapshot(seed: seed, planted: [])
        for index in snapshot.participants.indices {
            let key = snapshot.participants[index].participantId.randomKey
            // Sizes fall off geometrically, so that there is always a group near the limit.
            let rank = min(9, Int((key &* 0x9E37_79B9_7F4A_7C15).leadingZeroBitCount))
            snapshot.participants[index].educationLevel = key % 53 == 0 ? nil : "level\(rank)"
        }
        return (snapshot, period)
    }

    private static let additive: Set<String> = [WelchDifference.method, BoundedMeanDifference.method, MiettinenNurminen.method]

    @Test(arguments: 1...6)
    func nothingAboutAWithheldGroupCanBeComputed(seed: UInt64) throws {
        let (snapshot, period) = try Self.town(seed: seed)
        let limits = try Simulation.limits()
        let inputs = AuditInputs(
            snapshot: snapshot, thresholds: limits, core: try DemonstrationCore.core(), cycle: .once(period), toolVersion: "test")
        let report = try Audit.run(inputs)
        let hidden = report.groups.filter { $0.attribute == "education_level" && $0.verdict == .withheld }
        let shown = report.groups.filter { $0.attribute == "education_level" && $0.verdict == nil }
        #expect(!hidden.isEmpty && shown.count >= 2, "the town has small groups")
        #expect(hidden.contains { $0.group == Attribute.unknown } || shown.contains { $0.group == Attribute.unknown })
        #expect(hidden.allSatisfy { $0.participants == nil })

        // Counts: the cohort's total minus everything shown is what the hidden groups share, and it is at least ten.
        let rest = report.inputs.snapshot.participants - shown.reduce(0) { $0 + ($1.participants ?? 0) }
        #expect(rest >= limits.disclosure.minimumCell.value)
        #expect(rest - hidden.count + 1 >= limits.disclosure.minimumUncertainty.value)

        for name in Set(report.findings.map(\.metric)) {
            let own = report.findings.filter { $0.attribute == "education_level" && $0.metric == name }
            let figures = own.filter { $0.n != nil }
            // References: group and reference together are the same people for every group, so no difference of two lines holds a hidden person.
            let totals = Set(figures.map { ($0.n ?? 0) + ($0.nReference ?? 0) })
            #expect(totals.count <= 1, "\(name): \(totals)")
            // Means: for crude figures the pooled sum is the same from every line; if it were not, the difference would be about hidden people.
            // Restricted means and contrasts are no sums over people.
            let sums = figures.filter { $0.stratum == nil && Self.additive.contains($0.interval?.method ?? "") }.map { finding in
                Double(finding.n ?? 0) * (finding.groupValue ?? 0) + Double(finding.nReference ?? 0) * (finding.referenceValue ?? 0)
            }
            if let first = sums.first { #expect(sums.allSatisfy { abs($0 - first) <= 1e-6 * max(1, abs(first)) }, "\(name)") }
            for finding in own where finding.verdict == .withheld {
                #expect(finding.effect.value == nil && finding.groupValue == nil && finding.interval == nil && finding.p == nil)
            }
        }
        // Tables: a hidden group's row has no number.
        let names = Set(hidden.map(\.group))
        for table in report.tables where table.attribute == "education_level" {
            for row in table.rows {
                guard case .text(let group) = row[0], names.contains(group) else { continue }
                #expect(row.dropFirst().allSatisfy { cell in if case .number = cell { false } else { true } }, "table \(table.id)")
            }
        }
        // The unknown of an attribute are a cell like any other: their share is their number once the total is known.
        let unknown = try #require(report.tables.first { $0.id == "4.2" })
        for row in unknown.rows {
            guard case .text(let attribute) = row[0], case .number(let share) = row[1] else { continue }
            let cell = report.groups.first { $0.attribute == attribute && $0.group == Attribute.unknown }
            #expect(share == 0 || cell?.participants != nil, "share of the unknown of \(attribute)")
        }
        // The withholding is logged, without a value and without saying which cell is the small one.
        let logged = report.withheld.filter { $0.table == "population" && $0.attribute == "education_level" }
        #expect(Set(logged.map(\.group)) == names)
        #expect(Set(logged.map(\.rule)) == ["small_cells"])
    }

    /// A second report about nearly the same people withholds what the two together would show.
    @Test func aLaterReportDoesNotShowAFewPeopleBySubtraction() throws {
        let (snapshot, period) = try Self.town(seed: 1)
        let limits = try Simulation.limits()
        let core = try DemonstrationCore.core()
        let first = try Audit.run(
            AuditInputs(snapshot: snapshot, thresholds: limits, core: core, cycle: .once(period), toolVersion: "test"))
        var smaller = snapshot
        let largest = try #require(first.groups.filter { $0.attribute == "education_level" }.max { ($0.participants ?? 0) < ($1.participants ?? 0) })
        // Three people of the largest group move to another one.
        var moved = 0
        for index in smaller.participants.indices where smaller.participants[index].educationLevel == largest.group && moved < 3 {
            smaller.participants[index].educationLevel = nil
            moved += 1
        }
        let second = try Audit.run(
            AuditInputs(
                snapshot: smaller, thresholds: limits, core: core, cycle: .once(period),
                earlier: [EarlierReport(report: first, sha256: "0")], toolVersion: "test"))
        let findings = second.findings.filter { $0.attribute == "education_level" && $0.group == largest.group && $0.metric == "top5_day_activity_share" }
        #expect(findings.map(\.verdict) == [.withheld])
        #expect(findings.first?.reason == "difference")
    }

    @Test func whatIsWrittenReadsBackAsTheSameReport() throws {
        let report = try Simulation.audit(seed: 1, planted: [], limits: try Simulation.limits())
        #expect(try AuditReport(json: report.json()) == report)
    }
}
