import Foundation
import Metrics
import Testing

@testable import Audit

@Suite struct SummaryMergingTests {
    private static func part(_ name: String, _ events: Int, definitions: SummaryDefinitions = PoolFixture.definitions()) throws -> AuditSummary {
        try PoolFixture.summary([(name, [PoolFixture.counts("gender", [("female", 60, events), ("male", 140, 40)])])], definitions: definitions)
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func anyOrderAndAnyBracketsGiveTheSameBytes(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        var parts = try (0..<7).map { try Self.part("town \($0)", 15 + $0) }
        let whole = try parts.dropFirst().reduce(parts[0]) { try $0.merged(with: $1) }.json()
        while parts.count > 1 {
            let first = parts.remove(at: random.index(below: parts.count)), second = parts.remove(at: random.index(below: parts.count))
            parts.append(try first.merged(with: second))
        }
        #expect(try parts[0].json() == whole)
    }

    @Test func aCopyOfTheSameSummaryCountsOnce() throws {
        let one = try Self.part("town", 20)
        #expect(try one.merged(with: one) == one)
    }

    @Test func twoSummariesOfOneOrganisationAreRefused() throws {
        #expect(throws: SummaryError.twice(organisation: "town")) { try Self.part("town", 20).merged(with: Self.part("town", 21)) }
    }

    @Test func otherDefinitionsAreRefusedByName() throws {
        var other = PoolFixture.definitions()
        other.horizonDays = 90
        other.questions["M16 placed_within_horizon"]?.margin = 0.05
        let error = try #require(throws: SummaryError.self) { try Self.part("a", 20).merged(with: Self.part("b", 20, definitions: other)) }
        #expect(error == .definitions(first: "a", second: "b", differences: ["horizonDays", "questions.M16 placed_within_horizon.margin"]))
        #expect(String(describing: error).contains("horizonDays"))
    }

    /// A municipality without data for a question can still be pooled on the others.
    @Test func aQuestionThatOneCannotAnswerIsNoDifference() throws {
        var fewer = PoolFixture.definitions()
        fewer.questions = [:]
        let merged = try Self.part("a", 20).merged(with: PoolFixture.summary([("b", [])], definitions: fewer))
        #expect(merged.definitions.questions.count == 1 && merged.organisations.count == 2)
    }

    @Test func readsWhatItWrote() throws {
        let one = try Self.part("town", 20)
        #expect(try AuditSummary(json: one.json(), source: "town.json") == one)
    }

    @Test(arguments: [
        (#""horizonDays" : 180"#, #""horizonDays" : 90"#, "digest"), (#""people" : 60"#, #""people" : 9"#, "fewer people"),
        (#""sum" : 20"#, #""sum" : 61"#, "count"), (#""sum" : 20"#, #""sum" : 3"#, "count"), (#""schemaVersion" : 1"#, #""schemaVersion" : 7"#, "version 7"),
        (#""organisations""#, #""people""#, "no summary"),
    ])
    func whatWasChangedOnTheWayIsRefused(from: String, to: String, says: String) throws {
        let text = String(decoding: try Self.part("town", 20).json(), as: UTF8.self)
        let changed = text.replacing(from, with: to)
        #expect(changed != text)
        let error = try #require(throws: SummaryError.self) { try AuditSummary(json: Data(changed.utf8), source: "town.json") }
        #expect(String(describing: error).contains("town.json") && String(describing: error).contains(says))
    }
}
