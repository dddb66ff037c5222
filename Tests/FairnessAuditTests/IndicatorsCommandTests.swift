import Foundation
import TestSupport
import Testing

@testable import Audit

/// The catalogue, as the built program prints it.
@Suite struct IndicatorsCommandTests {
    @Test(arguments: ["nl", "en"])
    func listsEveryIndicator(language: String) async throws {
        let outcome = try await Tool.run(["indicators", "--language", language])
        #expect(outcome.status == 0, "\(outcome.error)")
        let lines = outcome.output.split(separator: "\n")
        #expect(lines.count == IndicatorCatalogue.entries.count + 2)
        for entry in IndicatorCatalogue.entries {
            let name = language == "nl" ? entry.name.nl : entry.name.en
            #expect(lines.contains { $0.hasPrefix(entry.id + " ") && $0.contains(name) }, "\(entry.id)")
        }
    }

    @Test(arguments: ["nl", "en"])
    func explainsEachIndicator(language: String) async throws {
        for entry in IndicatorCatalogue.entries {
            let outcome = try await Tool.run(["indicators", entry.id, "--language", language])
            #expect(outcome.status == 0, "\(entry.id) \(outcome.error)")
            func pick(_ words: AuditReport.Words) -> String { language == "nl" ? words.nl : words.en }
            let said = [entry.question, entry.definition].map(pick) + [entry.citation] + entry.parameters.map(\.name) + entry.needs.map(\.name)
                + Inventory.lines(answeredBy: entry.id).map { pick($0.words) }
                + (IndicatorCatalogue.comparesGroups(entry.id) ? [entry.verdicts.equivalent, entry.verdicts.disparity, entry.verdicts.inconclusive].map(pick) : [])
            for words in said { #expect(outcome.output.contains(words), "\(entry.id): \(words)") }
        }
    }

    @Test func printsTheValuesInForce() async throws {
        let outcome = try await Tool.run(["indicators", "m2", "--language", "en", "--thresholds", "thresholds.json"])
        #expect(outcome.status == 0, "\(outcome.error)")
        #expect(outcome.output.contains("Small up to: 0.0") && outcome.output.contains("Signal from: 0.1"), "\(outcome.output)")
    }

    @Test func isJSONForMachines() async throws {
        let all = try await Tool.run(["indicators", "--json"])
        let list = try #require(JSONSerialization.jsonObject(with: Data(all.output.utf8)) as? [[String: Any]])
        #expect(list.map { $0["id"] as? String } == IndicatorCatalogue.entries.map(\.id))
        let one = try await Tool.run(["indicators", "M2", "--json"])
        let entry = try #require(JSONSerialization.jsonObject(with: Data(one.output.utf8)) as? [String: Any])
        #expect(entry["comparesGroups"] as? Bool == true)
        #expect((entry["answers"] as? [[String: Any]])?.compactMap { $0["id"] as? String }.contains("H182") == true)
        #expect((entry["question"] as? [String: String])?["en"]?.isEmpty == false)
    }

    @Test(arguments: [("M100", "did you mean \"M10\""), ("N2", "did you mean"), ("day activity", "is no indicator")])
    func anUnknownIdIsSixtyFourWithTheNearest(id: String, words: String) async throws {
        let outcome = try await Tool.run(["indicators", id])
        #expect(outcome.status == 64)
        #expect(outcome.error.contains(words) && outcome.error.contains("fairness-audit indicators lists them"), "\(outcome.error)")
        #expect(outcome.output.isEmpty)
    }
}
