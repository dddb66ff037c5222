import Foundation
import Testing

@testable import Audit
@testable import Gate

@Suite struct GateRecordsReleasesTests {
    @Test func carriesNamesAndVerdictsOfOneSystemOnly() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gate-records-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let file = try OverrideText.read(OverrideText.right)
        let day = try #require(file.overrides.first).approvedOn
        let effect = file.effect(onBlocking: ["M2.test_language.ar@baseline"], candidate: OverrideText.candidate, on: day)
        let elsewhere = file.effect(onBlocking: [], candidate: "another", on: day)
        try #require(elsewhere.applied.map(\.state) == [.otherCandidate])
        let reports = [
            GateReportFixture.report(release: "r1", on: "2026-10-01", verdict: .blocked, blockedBy: ["invariant.places"], overrides: elsewhere.applied),
            GateReportFixture.report(release: "r1", on: "2026-11-02", attempt: 2, overrides: effect.applied),
        ]
        var other = GateReportFixture.report(release: "r2", on: "2026-11-03")
        other.system.name = "another system"
        for report in reports + [other] { try GateRecords(folder: folder).write(report) }

        let records = try GateRecords(folder: folder)
        let releases = records.releases(of: reports[0].system)
        try #require(releases.count == 2)
        #expect(releases.map(\.verdict) == [.blocked, .passed])
        #expect(releases.map(\.exitCode) == [1, 0])
        #expect(releases.map(\.attempt) == [1, 2])
        #expect(releases[0].blockedBy == ["invariant.places"])
        #expect(releases[0].overrides.isEmpty)
        #expect(releases[1].candidate == .init(name: "euclid", version: "2.1", sha256: OverrideText.candidate))
        #expect(releases[1].record == records.records[1].sha256)
        let override = try #require(releases[1].overrides.first)
        #expect((override.id, override.approver, override.role) == ("O-2026-01", "A. de Vries", "product owner"))
        #expect(override.used == ["M2.test_language.ar@baseline"])
    }
}
