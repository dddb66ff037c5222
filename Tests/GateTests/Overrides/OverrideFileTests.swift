import Cohort
import Foundation
import Testing

@testable import Gate

@Suite struct OverrideFileTests {
    @Test func readsWhatIsRight() throws {
        let file = try OverrideText.read(OverrideText.right)
        let override = try #require(file.overrides.first)
        #expect(file.overrides.count == 1)
        #expect(override.id == "O-2026-01")
        #expect(override.approver == "A. de Vries")
        #expect(override.role == "product owner")
        #expect(override.approvedOn.iso == "2026-11-01")
        #expect(override.expires.iso == "2027-01-31")
        #expect(override.findings == ["M2.test_language.ar@baseline", "M2.age_band.<27@anchor"])
        #expect(file.sha256 == Fingerprint.sha256(of: Data(OverrideText.right.utf8)))
    }

    @Test func readsTheExample() throws {
        let data = try #require(FileManager.default.contents(atPath: ProjectFile.path("Examples/ci/overrides.json")))
        #expect(try OverrideFile.read(data, source: "overrides.json").overrides.isEmpty)
    }

    @Test(arguments: OverrideText.wrong)
    func rejectsWhatCouldNotMeanWhatItSays(change: OverrideText.Change) throws {
        try #require(change.text != OverrideText.right)
        let error = try #require(throws: JSONError.self) { try OverrideText.read(change.text) }
        for word in change.words { #expect("\(error)".contains(word), "\(error)") }
    }

    @Test func rejectsAnIdThatStandsTwice() throws {
        let entry = try #require(OverrideText.right.firstMatch(of: /\{\s*"id"[^}]*\}/)).0
        let error = try #require(throws: JSONError.self) {
            try OverrideText.read(OverrideText.right.replacing(entry, with: "\(entry), \(entry)"))
        }
        #expect("\(error)".contains("overrides.[1].id: \"O-2026-01\" stands twice"), "\(error)")
    }

    /// A year that holds 29 February is the longest that may be asked for; both ends of the limit.
    @Test func aYearIsTheLongest() throws {
        func file(expires: String) throws -> OverrideFile {
            try OverrideText.read(OverrideText.right.replacing("2026-11-01", with: "2027-03-01").replacing("2027-01-31", with: expires))
        }
        #expect(try file(expires: "2028-03-01").overrides.count == 1)
        #expect(throws: JSONError.self) { try file(expires: "2028-03-02") }
    }
}

@Suite struct OverrideStateTests {
    @Test(arguments: [
        ("2026-10-31", GateReport.AppliedOverride.State.notYet), ("2026-11-01", .inForce), ("2026-12-15", .inForce), ("2027-01-31", .inForce),
        ("2027-02-01", .expired),
    ])
    func followsItsDays(day: String, expected: GateReport.AppliedOverride.State) throws {
        let override = try #require(try OverrideText.read(OverrideText.right).overrides.first)
        #expect(override.state(on: try #require(Day(iso: day)), candidate: OverrideText.candidate) == expected)
    }

    @Test func isForOneCandidateOnly() throws {
        let override = try #require(try OverrideText.read(OverrideText.right).overrides.first)
        let day = try #require(Day(iso: "2026-11-23"))
        #expect(override.state(on: day, candidate: String(repeating: "0", count: 64)) == .otherCandidate)
    }
}
