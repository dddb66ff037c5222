import Cohort
import Testing

@testable import Gate

@Suite struct OverrideEffectTests {
    let arabic = "M2.test_language.ar@baseline"
    let young = "M2.age_band.<27@anchor"

    func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

    @Test func letsExactlyItsFindingsPass() throws {
        let file = try OverrideText.read(OverrideText.right)
        let blocking = ["invariant.limits.abilities", "fidelity", arabic, "M2.test_language.ti@baseline", "M2.test_language.ar@anchor"]
        let effect = file.effect(onBlocking: blocking, candidate: OverrideText.candidate, on: try day("2026-11-23"))
        #expect(effect.passing == [arabic: "O-2026-01"])
        let applied = try #require(effect.applied.first)
        #expect(applied.state == .inForce)
        #expect(applied.used == [arabic])
        #expect(applied.findings == [arabic, young])
        #expect((applied.approver, applied.approvedOn, applied.expires) == ("A. de Vries", "2026-11-01", "2027-01-31"))
    }

    @Test(arguments: [("2027-02-01", OverrideText.candidate, GateReport.AppliedOverride.State.expired), ("2026-11-23", String(repeating: "0", count: 64), .otherCandidate)])
    func letsNothingPassOutsideItsDaysOrItsCandidate(on: String, candidate: String, state: GateReport.AppliedOverride.State) throws {
        let file = try OverrideText.read(OverrideText.right)
        let effect = file.effect(onBlocking: [arabic, young], candidate: candidate, on: try day(on))
        #expect(effect.passing.isEmpty)
        #expect(effect.applied.map(\.state) == [state])
        #expect(effect.applied.map(\.used) == [[]])
    }

    /// Two people may have decided about the same finding; the report must name one, and always the same.
    @Test func theFirstOfTheFileLetsItPass() throws {
        let entry = try #require(OverrideText.right.firstMatch(of: /\{\s*"id"[^}]*\}/)).0
        let second = String(entry).replacing("O-2026-01", with: "O-2026-02").replacing("\"\(arabic)\", ", with: "\"M1.gender.female@baseline\", \"\(arabic)\", ")
        let file = try OverrideText.read(OverrideText.right.replacing(entry, with: "\(entry), \(second)"))
        let blocking = ["M1.gender.female@baseline", young, arabic]
        let effect = file.effect(onBlocking: blocking, candidate: OverrideText.candidate, on: try day("2026-11-23"))
        #expect(effect.passing == [arabic: "O-2026-01", young: "O-2026-01", "M1.gender.female@baseline": "O-2026-02"])
        #expect(effect.applied.map(\.used) == [[arabic, young], ["M1.gender.female@baseline"]])
    }
}
