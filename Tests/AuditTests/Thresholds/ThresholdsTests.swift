import Cohort
import Foundation
import Testing

@testable import Audit

@Suite struct ThresholdsTests {
    static func text() throws -> String { String(decoding: try ProjectFiles.data("thresholds.json"), as: UTF8.self) }

    static func read(_ text: String) throws -> Thresholds { try Thresholds.read(Data(text.utf8), source: "thresholds.json") }

    @Test func readsTheFileAtTheRoot() throws {
        let thresholds = try Self.read(try Self.text())
        #expect(Set(["M1", "M2", "M13", "M16"]).isSubset(of: Set(thresholds.indicators.keys)))
        #expect(thresholds.primaryQuestions.count <= Thresholds.maximumPrimaryQuestions)
        #expect(thresholds.analysis.alpha.value == 0.05)
        #expect(!thresholds.indicators.values.contains { $0.margin.source.isEmpty || $0.signal.rationale.isEmpty })
    }

    /// Each row: what is replaced, by what, and words that the message must have.
    @Test(arguments: [
        (#""minimumGroup":"#, #""minimumGruop":"#, ["analysis.minimumGroup", "is missing"]),
        (#""scanQ":"#, #""scanq": 1, "scanQ":"#, ["analysis.scanq", "not known", "did you mean \"scanQ\"?"]),
        (#""setOn":"#, #""setOn": "2026-01-01", "setOn":"#, ["setOn", "stands twice"]),
        (#""setOn": "2026-11-22""#, #""setOn": "2026-02-30""#, ["setOn", "a day such as"]),
        (#""version": 1"#, #""version": 2"#, ["version", "only version 1"]),
        (#""value": "run_month""#, #""value": "moon""#, ["indicators.M2.beside", "\"moon\" is not known"]),
        (#""indicator": "M25""#, #""indicator": "M61""#, ["M61", "is not judged", "did you mean \"M1\"?"]),
        (#""attribute": "test_mode""#, #""attribute": "test_language""#, ["stands twice"]),
        (#""attribute": "test_mode""#, #""attribute": "test_mood""#, ["\"test_mood\" is not known", "did you mean \"test_mode\"?"]),
        (#""attribute": "test_mode""#, #""attribute": "gender x gender x gender""#, ["two sides"]),
        ("Convention of the field", "   ", ["analysis.alpha.source", "is empty"]),
    ])
    func rejectsWhatIsNotKnown(old: String, new: String, words: [String]) throws {
        let text = try Self.text()
        let range = try #require(text.range(of: old), "the file no longer has \(old)")
        let error = try #require(throws: JSONError.self) { try Self.read(text.replacingCharacters(in: range, with: new)) }
        for word in words { #expect("\(error)".contains(word), "\(error)") }
    }

    @Test(arguments: [
        ("analysis", "minimumGroup", "5", "below disclosure.minimumCell"),
        ("analysis", "listDepth", "4", "must be one of topK"),
        ("analysis", "quarterlySpending", "[0.01, 0.02, 0.02, 0.02]", "more than alpha"),
        ("fidelity", "overall", "0.9", "above fidelity.overall"),
        ("disclosure", "minimumNumeratorPublic", "11", "above disclosure.minimumCell"),
    ])
    func rejectsImpossibleCombinations(section: String, key: String, value: String, word: String) throws {
        var document = try #require(JSONSerialization.jsonObject(with: try ProjectFiles.data("thresholds.json")) as? [String: Any])
        var object = try #require(document[section] as? [String: Any])
        var limit = try #require(object[key] as? [String: Any])
        limit["value"] = try JSONSerialization.jsonObject(with: Data(value.utf8), options: .fragmentsAllowed)
        object[key] = limit
        document[section] = object
        let data = try JSONSerialization.data(withJSONObject: document)
        let error = try #require(throws: JSONError.self) { try Thresholds.read(data, source: "thresholds.json") }
        #expect("\(error)".contains(word), "\(error)")
    }

    @Test func rejectsASignalSizeBelowItsMargin() throws {
        var document = try #require(JSONSerialization.jsonObject(with: try ProjectFiles.data("thresholds.json")) as? [String: Any])
        var indicators = try #require(document["indicators"] as? [String: Any])
        var own = try #require(indicators["M2"] as? [String: Any])
        var signal = try #require(own["signal"] as? [String: Any])
        signal["value"] = 0.05
        own["signal"] = signal
        indicators["M2"] = own
        document["indicators"] = indicators
        let data = try JSONSerialization.data(withJSONObject: document)
        let error = try #require(throws: JSONError.self) { try Thresholds.read(data, source: "thresholds.json") }
        #expect("\(error)".contains("both small and a signal"), "\(error)")
    }

    /// A rate's margin and signal size are capped at half of the rarer outcome of the baseline.
    @Test func sizesFollowTheBaseline() throws {
        let limit = Limit(value: 0.10, source: "s", rationale: "r")
        func sizes(_ baseline: Double?, isRate: Bool = true) -> Sizes {
            Sizes(
                .init(
                    margin: limit, signal: limit, baseline: .init(value: baseline, source: "s", rationale: "r"),
                    beside: .init(value: .none, source: "s", rationale: "r"), parameters: [:]), isRate: isRate)
        }
        #expect(sizes(nil).margin == 0.10)
        #expect(sizes(0.05).margin == 0.025)
        #expect(abs(sizes(0.95).signal - 0.025) < 1e-15)
        #expect(sizes(0.31).signal == 0.10)
        #expect(sizes(0.05, isRate: false).margin == 0.10)
    }
}
