import Cohort
import Foundation
import Testing

@testable import Audit

@Suite struct SystemConfigurationTests {
    static func text(_ system: BuiltInSystem) throws -> String {
        String(decoding: try ProjectFiles.data("systems/\(system.rawValue).json"), as: UTF8.self)
    }

    static func read(_ text: String) throws -> SystemConfiguration {
        try SystemConfiguration.read(Data(text.utf8), source: "system.json")
    }

    /// What the binary carries is what people copy.
    @Test(arguments: BuiltInSystem.allCases)
    func theFilesAreTheBuiltInOnes(system: BuiltInSystem) throws {
        #expect(try Self.text(system) == system.json)
        #expect(try system.configuration().name == system.rawValue)
    }

    /// Each row: the file, what is replaced, by what, and words that the message must have.
    @Test(arguments: [
        (BuiltInSystem.ikZoek, #""delayedEntry": false"#, #""delayedEntri": false"#, ["delayedEntry", "is missing"]),
        (.ikZoek, #""M30"]"#, #""M31"]"#, ["indicators", "\"M31\" is not in the catalogue", "did you mean \"M1\"?"]),
        (.ikZoek, #"{ "attribute": "test_mode", "purpose""#, #"{ "attribute": "test_language", "purpose""#, ["attributes", "stands twice"]),
        (.ikZoek, #"{ "attribute": "test_mode", "purpose""#, #"{ "attribute": "test_mood", "purpose""#, ["\"test_mood\" is not known"]),
        (.ikZoek, #"{ "first": "gender", "second": "age_band" }"#, #"{ "first": "gender", "second": "municipality" }"#, ["intersections", "no attribute of this system"]),
        (.ikZoek, #"{ "first": "gender", "second": "age_band" }"#, #"{ "first": "gender", "second": "gender" }"#, ["intersections", "stands twice"]),
        (.ikZoek, #"{ "attribute": "test_mode", "purpose""#, #"{ "attribute": "target_group_register", "purpose""#, ["special category", "approver", "leave it out"]),
        (.halloWerk, #""expires": "2027-12-31""#, #""expires": "2023-12-31""#, ["expires", "lies before approvedOn"]),
        (.halloWerk, #""approver": "#, #""aprover": "#, ["approver", "is missing"]),
        (.ikZoek, #""steps": ["#, #""registerLink": "algoritmes.overheid.nl", "steps": ["#, ["registerLink", "is no address"]),
        (.ikZoek, #""chapter": "test""#, #""alongside": true, "chapter": "test""#, ["alongside", "none before it"]),
        (.ikZoek, #""automatic": true, "chapter": "advice""#, #""alongside": true, "chapter": "advice""#, ["two things at the same moment"]),
        (.ikZoek, #""chapter": "test""#, #""chapter": "tests""#, ["\"tests\" is not known", "did you mean \"test\"?"]),
        (.ikZoek, #""specialCategories": []"#, #""lawfulness": {"impactAssessments": [{"kind": "pia", "reference": "x", "on": "2026-01-01"}]}, "specialCategories": []"#, ["impactAssessments", "\"pia\" is not known"]),
        (.ikZoek, #""specialCategories": []"#, #""lawfulness": {"legalbasis": {"nl": "x", "en": "x"}}, "specialCategories": []"#, ["legalbasis", "did you mean \"legalBasis\"?"]),
    ])
    func rejectsWhatCannotBe(system: BuiltInSystem, old: String, new: String, words: [String]) throws {
        let text = try Self.text(system)
        let range = try #require(text.range(of: old), "the file no longer has \(old)")
        let error = try #require(throws: JSONError.self) { try Self.read(text.replacingCharacters(in: range, with: new)) }
        for word in words { #expect("\(error)".contains(word), "\(error)") }
    }

    /// Codes of the source become groups of the audit; what is not named stays what it is.
    @Test func mergesGroups() throws {
        let text = try Self.text(.ikZoek).replacingOccurrences(
            of: #"{ "attribute": "gender", "purpose""#, with: #"{ "attribute": "gender", "reference": "male", "merge": { "not_male": ["female", "other"] }, "purpose""#)
        let configuration = try Self.read(text)
        func label(_ attribute: Attribute, gender: String?) -> String? {
            var participant = Participant(participantId: Pseudonym(high: 0, low: 1))
            (participant.gender, participant.ageBand) = (gender, "55+")
            return configuration.label(attribute, of: participant, test: nil)
        }
        #expect(label(.gender, gender: "other") == "not_male" && label(.gender, gender: "male") == "male" && label(.gender, gender: nil) == nil)
        #expect(label(.ageBand, gender: "other") == "55+")
        #expect(configuration.attribute(.gender)?.reference == "male")
    }

    /// What people wrote is read whole; what they left out stays absent. A purpose may be one text for both languages.
    @Test func readsWhatPeopleWrote() throws {
        let text = try Self.text(.ikZoek).replacingOccurrences(
            of: #""specialCategories": []"#,
            with: #""lawfulness": {"legalBasis": {"nl": "grond", "en": "ground"}, "impactAssessments": [{"kind": "dpia", "reference": "DPIA 1", "on": "2026-03-02"}]}, "specialCategories": []"#
        ).replacingOccurrences(
            of: #""steps": ["#,
            with: #""registerLink": "https://example.org/x", "aiClassification": {"class": {"nl": "hoog", "en": "high"}, "decidedOn": "2026-05-01", "decidedBy": "board"}, "steps": ["#)
        let configuration = try Self.read(text)
        #expect(configuration.lawfulness?.legalBasis == .init(nl: "grond", en: "ground") && configuration.lawfulness?.retention == nil)
        #expect(configuration.lawfulness?.impactAssessments == [.init(kind: .dpia, reference: "DPIA 1", on: "2026-03-02")])
        #expect(configuration.description?.aiClassification?.decidedBy == "board" && configuration.description?.registerLink == "https://example.org/x")
        #expect(configuration.description?.steps.map(\.isAutomatic) == [false, true, true, false, false, false])
        #expect(try Self.read(try Self.text(.halloWerk)).description?.steps.map(\.isAlongside) == [false, true, false, false, true, false, false])
        #expect(try Self.read(try Self.text(.ikZoek)).lawfulness == nil)
    }

    /// A third system is a file: other questions, other attributes, no code.
    @Test func aThirdSystemIsAFile() throws {
        let configuration = try Self.read(
            #"""
            {"version": 1, "name": "third", "title": {"nl": "Derde", "en": "Third"}, "indicators": ["M16"],
             "attributes": [{"attribute": "municipality", "purpose": "who lives far away"}], "specialCategories": [], "intersections": [],
             "driftScales": [], "delayedEntry": true, "referencePeriod": {"from": "2025-01-01", "to": "2025-12-31"}}
            """#)
        #expect(configuration.asks("M16") && !configuration.asks("M1"))
        #expect(configuration.attribute(.municipality)?.purpose == .init(nl: "who lives far away", en: "who lives far away"))
        #expect(configuration.description == nil)
        #expect(configuration.referencePeriod?.from == Day(iso: "2025-01-01") && configuration.delayedEntry)
    }
}
