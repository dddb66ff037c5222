import Cohort
import Foundation

@testable import Gate

/// One override file that is right, and the changes that make it wrong.
enum OverrideText {
    static let candidate = String(repeating: "ab", count: 32)

    static let right = """
        {
          "version": 1,
          "overrides": [
            {
              "id": "O-2026-01", "approver": "A. de Vries", "role": "product owner",
              "reason": "Fewer places than last month; places are being added.",
              "approvedOn": "2026-11-01", "expires": "2027-01-31",
              "candidate": "\(candidate)",
              "findings": ["M2.test_language.ar@baseline", "M2.age_band.<27@anchor"]
            }
          ]
        }
        """

    static func read(_ text: String) throws(JSONError) -> OverrideFile { try OverrideFile.read(Data(text.utf8), source: "overrides.json") }

    struct Change: Sendable, CustomStringConvertible {
        let old: String
        let new: String
        /// What the message must say.
        let words: [String]
        /// Whether a schema without the program's own rules can see it too.
        let schemaSees: Bool

        init(_ old: String, _ new: String, _ words: [String], schemaSees: Bool = true) {
            self.old = old
            self.new = new
            self.words = words
            self.schemaSees = schemaSees
        }

        var description: String { "\(old) -> \(new)" }
        var text: String { right.replacing(old, with: new) }
    }

    static let wrong = [
        Change(#""version": 1"#, #""version": 2"#, ["version", "only version 1"]),
        Change(#""version": 1,"#, "", ["version", "is missing"]),
        Change(#""version": 1,"#, #""version": 1, "remark": "x","#, ["remark", "not known"]),
        Change(#""reason":"#, #""raeson": "x", "reason":"#, ["overrides.[0].raeson", "did you mean \"reason\"?"]),
        Change(#""A. de Vries""#, #""  ""#, ["overrides.[0].approver", "is empty"]),
        Change(#""product owner""#, #""""#, ["overrides.[0].role", "is empty"]),
        Change(#""A. de Vries""#, "7", ["overrides.[0].approver", "a text is expected"]),
        Change(#""2026-11-01""#, #""1 November 2026""#, ["overrides.[0].approvedOn", "a day such as"]),
        Change(#""2026-11-01""#, #""2026-11-31""#, ["overrides.[0].approvedOn", "a day such as"], schemaSees: false),
        Change(#""2027-01-31""#, #""2026-10-31""#, ["overrides.[0].expires", "before approvedOn"], schemaSees: false),
        Change(#""2027-01-31""#, #""2027-11-03""#, ["overrides.[0].expires", "more than 366 days"], schemaSees: false),
        Change(candidate, String(candidate.dropLast()), ["overrides.[0].candidate", "64 lower-case"]),
        Change(candidate, candidate.uppercased(), ["overrides.[0].candidate", "64 lower-case"]),
        Change(#"["M2.test_language.ar@baseline", "M2.age_band.<27@anchor"]"#, "[]", ["overrides.[0].findings", "name the exact findings"]),
        Change("M2.age_band.<27@anchor", "M2.test_language.ar@baseline", ["overrides.[0].findings.[1]", "stands twice"]),
        Change("M2.age_band.<27@anchor", "M2.age_band.<27", ["overrides.[0].findings.[1]", "is not the id of a finding"]),
        Change("M2.age_band.<27@anchor", "M2.age_band@anchor", ["overrides.[0].findings.[1]", "is not the id of a finding"]),
        Change("M2.age_band.<27@anchor", "M2.age_band.*@anchor x", ["overrides.[0].findings.[1]", "is not the id of a finding"]),
        Change("M2.age_band.<27@anchor", "M2.age_band.<27@ancor", ["comparison \"ancor\" is not known", "did you mean \"anchor\"?"]),
        Change("M2.age_band.<27@anchor", "M7.age_band.<27@anchor", ["indicator \"M7\" is not known"]),
        Change("M2.age_band.<27@anchor", "M2.age_bnad.<27@anchor", ["did you mean \"age_band\"?"]),
        Change("M2.age_band.<27@anchor", "invariant.limits.abilities", ["cannot be let pass"]),
        Change("M2.age_band.<27@anchor", "fidelity", ["cannot be let pass"]),
        Change("M2.age_band.<27@anchor", "churn.test_language.ar", ["is not the id of a finding"]),
    ]
}
