import Cohort
import Foundation
import Testing

@testable import Audit

@Suite struct ActionsFileTests {
    static func read(_ text: String) throws -> ActionsFile { try ActionsFile.read(Data(text.utf8), source: "actions.json") }

    static let right = """
        {"version": 1, "options": [
          {"id": "H224", "status": "busy", "owner": "product owner", "due": "2027-02-15", "decidedOn": "2026-06-30",
           "evidence": [{"text": "Letter to the supplier", "link": "https://example.org/letter"}], "watch": ["M7", "M2"],
           "history": [{"on": "2026-05-01", "status": "not_started", "note": "later"}, {"on": "2026-06-30", "status": "busy"}]},
          {"id": "H271", "status": "dropped", "owner": "college"}
        ], "findings": [
          {"finding": "M2 top5_day_activity_share test_language ar", "action": "Retest", "owner": "product owner", "due": "2027-02-15", "status": "not_started"}
        ]}
        """

    @Test func readsWhatIsRight() throws {
        let file = try Self.read(Self.right)
        let option = try #require(file.options.first)
        #expect(file.options.map(\.id) == ["H224", "H271"])
        #expect(option.status == .busy && option.owner == "product owner")
        #expect(option.due?.iso == "2027-02-15" && option.decidedOn?.iso == "2026-06-30")
        #expect(option.evidence == [.init(text: "Letter to the supplier", link: "https://example.org/letter")])
        #expect(option.watch == ["M7", "M2"])
        #expect(option.history.map(\.status) == [.notStarted, .busy])
        #expect(file.options[1].due == nil && file.options[1].history.isEmpty)
        #expect(file.findings.map(\.finding) == ["M2 top5_day_activity_share test_language ar"])
        #expect(file.sha256 == Fingerprint.sha256(of: Data(Self.right.utf8)))
    }

    @Test func readsTheExampleOfTheDemonstration() throws {
        let file = try ActionsFile.read(try ProjectFiles.data("actions.json"), source: "actions.json")
        for status in ActionStatus.allCases { #expect(file.options.contains { $0.status == status }, "\(status)") }
        #expect(file.options.count < Inventory.options.count, "some are still to be decided")
        #expect(!file.findings.isEmpty)
    }

    struct Change: Sendable, CustomTestStringConvertible {
        let from: String
        let to: String
        let words: [String]
        /// What a schema cannot say.
        var schemaSees = true
        var text: String { ActionsFileTests.right.replacing(from, with: to) }
        var testDescription: String { "\(from) -> \(to)" }
    }

    static let wrong: [Change] = [
        Change(from: "\"H224\"", to: "\"H223\"", words: ["options.[0].id", "\"H223\" is no option", "did you mean \"H22"]),
        Change(from: "\"H224\"", to: "\"H139\"", words: ["options.[0].id", "no option for action"]),
        Change(from: "\"H271\"", to: "\"H224\"", words: ["options.[1].id", "stands twice"], schemaSees: false),
        Change(from: "\"due\": \"2027-02-15\", \"decidedOn\"", to: "\"dua\": \"2027-02-15\", \"decidedOn\"", words: ["options.[0].dua", "did you mean \"due\"?"]),
        Change(from: "\"watch\"", to: "\"owner\": \"x\", \"watch\"", words: ["\"owner\" stands twice"], schemaSees: false),
        Change(from: "\"M7\", \"M2\"", to: "\"M7\", \"M31\"", words: ["options.[0].watch.[1]", "\"M31\" is no indicator"]),
        Change(from: "\"M7\", \"M2\"", to: "\"M7\", \"M7\"", words: ["watch.[1]", "stands twice"]),
        Change(from: "\"status\": \"dropped\"", to: "\"status\": \"droped\"", words: ["options.[1].status", "did you mean \"dropped\"?"]),
        Change(from: "\"owner\": \"college\"", to: "\"owner\": \"a.de.vries@example.org\"", words: ["options.[1].owner", "role"]),
        Change(from: "\"owner\": \"college\"", to: "\"owner\": \" \"", words: ["options.[1].owner", "is empty"]),
        Change(from: "https://example.org/letter", to: "letter.docx", words: ["evidence.[0].link", "https://"]),
        Change(from: "2026-06-30\", \"status\": \"busy\"}", to: "2026-06-30\", \"status\": \"done\"}", words: ["options.[0].status", "\"done\""], schemaSees: false),
        Change(from: "2026-05-01", to: "2026-07-01", words: ["history.[1].on", "oldest change comes first"], schemaSees: false),
        Change(from: "2026-05-01", to: "2026-02-30", words: ["history.[0].on", "a day such as"], schemaSees: false),
        Change(from: "\"M2 top5", to: "\"N2 top5", words: ["findings.[0].finding", "\"N2\" is no indicator", "test_language ar"]),
        Change(from: "\"version\": 1", to: "\"version\": 2", words: ["version", "only version 1"]),
        Change(from: "\"findings\": [", to: "\"finding\": [", words: ["findings", "is missing"]),
    ]

    @Test(arguments: wrong)
    func rejectsWhatCouldNotMeanWhatItSays(change: Change) throws {
        try #require(change.text != Self.right)
        let error = try #require(throws: JSONError.self) { try Self.read(change.text) }
        for word in change.words { #expect("\(error)".contains(word), "\(error)") }
    }

    /// The published schema and the reader agree about every file here, as far as a schema can.
    @Test func theSchemaAgrees() throws {
        let example = String(decoding: try ProjectFiles.data("actions.json"), as: UTF8.self)
        let said = try JSONSchema.accepts([Self.right, example] + Self.wrong.map(\.text), by: "schemas/actions.schema.json")
        try #require(said.count == 2 + Self.wrong.count)
        #expect(said.prefix(2).allSatisfy { $0 })
        for (change, accepted) in zip(Self.wrong, said.dropFirst(2)) { #expect(accepted == !change.schemaSees, "\(change.testDescription)") }
    }
}
