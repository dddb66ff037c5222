import Cohort
import Foundation
import Testing

@testable import Audit

@Suite struct ReleaseHistoryTests {
    typealias Release = AuditReport.Release

    static func gate(
        _ name: String, on: String, version: String = "2.0", verdict: Release.Verdict = .passed, overrides: [Release.Override] = [], attempt: Int = 1
    ) -> Release {
        Release(
            name: name, on: on, attempt: attempt, verdict: verdict, exitCode: verdict == .passed ? 0 : 1,
            baseline: .init(name: "core", version: "1.0", sha256: "b"), candidate: .init(name: "core", version: version, sha256: "c\(version)"),
            blockedBy: [], overrides: overrides, record: "r")
    }

    static func override(_ id: String, from: String, to: String) -> Release.Override {
        .init(
            id: id, approver: "A", role: "owner", reason: "r", approvedOn: from, expires: to, findings: ["M2.gender.female@baseline"], used: [],
            state: .inForce)
    }

    func period(_ from: String, _ to: String) throws -> Period {
        let from = try #require(Day(iso: from)), to = try #require(Day(iso: to))
        return try #require(Period(from: from, to: to))
    }

    @Test func tellsTheGatesSinceThePreviousReport() throws {
        let recorded = ["2026-03-31", "2026-06-30", "2026-07-01", "2026-09-30", "2026-10-01"].map { Self.gate($0, on: $0) }
        let told = ReleaseHistory.releases(recorded, after: "2026-06-30", in: try period("2026-01-01", "2026-09-30"))
        #expect(told.map(\.name) == ["2026-07-01", "2026-09-30"])
    }

    @Test func withoutAPreviousReportTellsThoseOfThePeriod() throws {
        let recorded = ["2025-12-31", "2026-01-01", "2026-09-30", "2026-10-01"].map { Self.gate($0, on: $0) }
        #expect(ReleaseHistory.releases(recorded, after: nil, in: try period("2026-01-01", "2026-09-30")).map(\.name) == ["2026-01-01", "2026-09-30"])
    }

    /// However long ago it was given; on its last day it is still in force, the day after it is not.
    @Test(arguments: [("2026-09-30", true), ("2026-09-29", false)])
    func repeatsAnOverrideUntilItExpires(expires: String, told: Bool) throws {
        let old = Self.gate("old", on: "2025-11-01", overrides: [Self.override("O1", from: "2025-11-01", to: expires)])
        let releases = ReleaseHistory.releases([old], after: "2026-06-30", in: try period("2026-01-01", "2026-09-30"))
        #expect(releases.map(\.name) == (told ? ["old"] : []))
        #expect(releases.flatMap(\.overrides).map(\.state) == (told ? [.inForce] : []))
    }

    @Test func saysTheStateOnTheLastDayOfTheReport() throws {
        let given = [
            Self.override("over", from: "2026-07-01", to: "2026-08-01"), Self.override("now", from: "2026-07-01", to: "2026-12-01"),
            Self.override("later", from: "2026-11-01", to: "2026-12-01"),
        ]
        let releases = ReleaseHistory.releases([Self.gate("a", on: "2026-07-15", overrides: given)], after: nil, in: try period("2026-01-01", "2026-09-30"))
        #expect(releases.first?.overrides.map(\.state) == [.expired, .inForce, .notYet])
    }

    /// The same decision stands in every attempt; earlier than the previous report, one of them says enough.
    @Test func ofAnOldOverrideTheLastGateIsTold() throws {
        let decision = Self.override("O1", from: "2026-05-01", to: "2026-12-31")
        let recorded = [
            Self.gate("a", on: "2026-05-01", overrides: [decision], attempt: 1), Self.gate("a", on: "2026-05-02", overrides: [decision], attempt: 2),
            Self.gate("b", on: "2026-05-03", version: "3.0", overrides: [decision]),
        ]
        let told = ReleaseHistory.releases(recorded, after: "2026-06-30", in: try period("2026-01-01", "2026-09-30"))
        #expect(told.map { "\($0.name).\($0.attempt)" } == ["a.2", "b.1"])
    }

    @Test func saysWhichVersionsWentLiveUnexamined() throws {
        // A Wednesday, and the Sunday and the Monday that follow it.
        let wednesday = try #require(Day(iso: "2026-07-01"))
        let recorded = [
            Self.gate("passed", on: "2026-06-30", version: "passed"), Self.gate("sunday", on: "2026-07-05", version: "sunday"),
            Self.gate("later", on: "2026-07-06", version: "later"), Self.gate("blocked", on: "2026-06-30", version: "blocked", verdict: .blocked),
            Self.gate("open", on: "2026-06-30", version: "open", verdict: .notSettled),
        ]
        let versions = ["passed", "sunday", "later", "blocked", "open", "unknown"]
        let firstRuns = Dictionary(uniqueKeysWithValues: versions.map { ($0, wednesday) })
        let live = ReleaseHistory.liveVersions(firstRuns: firstRuns, recorded: recorded)
        #expect(live.map(\.version) == versions.sorted())
        #expect(Dictionary(uniqueKeysWithValues: live.map { ($0.version, $0.gate) }) == [
            "passed": .passed, "sunday": .passed, "later": .later, "blocked": .notPassed, "open": .notPassed, "unknown": .none,
        ])
        #expect(ReleaseHistory.liveVersions(firstRuns: ["1": wednesday], recorded: nil).map(\.gate) == [.notLookedUp])
        #expect(ReleaseHistory.liveVersions(firstRuns: ["1": wednesday], recorded: []).map(\.gate) == [.none])
    }
}

@Suite struct EmptyWhenAbsentTests {
    struct Value: Codable, Equatable {
        var name: String
        @EmptyWhenAbsent var items: [Int]
    }

    @Test func anEarlierDocumentIsReadAsHavingNone() throws {
        func read(_ text: String) throws -> Value { try JSONDecoder().decode(Value.self, from: Data(text.utf8)) }
        #expect(try read(#"{"name": "a"}"#).items == [])
        #expect(try read(#"{"name": "a", "items": [1, 2]}"#).items == [1, 2])
        #expect(throws: DecodingError.self) { try read(#"{"name": "a", "items": ["one"]}"#) }
        #expect(throws: DecodingError.self) { try read(#"{"items": []}"#) }
    }

    @Test func isAlwaysWritten() throws {
        #expect(String(decoding: try JSONEncoder().encode(Value(name: "a", items: [])), as: UTF8.self).contains(#""items":[]"#))
    }
}
