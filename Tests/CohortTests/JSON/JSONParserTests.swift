import Cohort
import Foundation
import Testing

@Suite struct JSONParserTests {
    func parse(_ text: String) throws -> JSONValue { try JSONValue(parsing: text.utf8, source: "file.json") }

    @Test func readsEveryKindOfValue() throws {
        let value = try parse(#" {"a": [1, -2.5e3, 0], "b": {"c": "x\n\u00e9\ud83d\ude00\"\\/"}, "d": true, "e": false, "f": null} "#)
        var object = try JSONObject(value, source: "file.json")
        #expect(try object.array("a") == [.number(1), .number(-2500), .number(0)])
        var inner = try object.object("b")
        #expect(try inner.string("c") == "x\né😀\"\\/")
        #expect(try object.bool("d"))
        #expect(try !object.bool("e"))
        #expect(object.optionalValue("f") == nil)
        try object.close()
    }

    /// What RFC 8259 does not allow, and what no audit should take: each is refused with the place.
    @Test(arguments: [
        "", "{", "{\"a\": 1,}", "[1 2]", "{\"a\" 1}", "{'a': 1}", "01", "+1", "1.", ".5", "1e", "NaN", "Infinity", "1e999", "tru", "\"a", "\"\u{1}\"",
        #""\x""#, #""\ud800""#, #""\ud800\u0041""#, "[1] 2", "nul", "{\"a\": 1, \"a\": 2}", "{\"k\": [ {\"a\": 1, \"a\": 1} ]}",
    ])
    func refusesTheRest(text: String) {
        let error = #expect(throws: JSONError.self) { try parse(text) }
        #expect(error?.description.hasPrefix("file.json") == true)
    }

    @Test func refusesADepthThatWouldOverflow() {
        #expect(throws: JSONError.self) { try parse(String(repeating: "[", count: 100_000)) }
    }

    @Test func refusesTextThatIsNotUTF8() {
        #expect(throws: JSONError.self) { try JSONValue(parsing: [0x22, 0xFF, 0x22], source: "file.json") }
    }

    /// Foundation reads the same documents: an independent judge of everything that is accepted.
    @Test func agreesWithFoundationOnRealFiles() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        for name in ["thresholds.json", "core.json", "schemas/thresholds.schema.json"] {
            let data = try Data(contentsOf: root.appendingPathComponent(name))
            let ours = try JSONValue(parsing: data, source: name)
            #expect(same(ours, try JSONSerialization.jsonObject(with: data)), "\(name)")
        }
    }

    private func same(_ ours: JSONValue, _ theirs: Any) -> Bool {
        switch (ours, theirs) {
        case (.null, is NSNull): true
        case (.bool(let a), let b as Bool): a == b
        case (.number(let a), let b as Double): a == b
        case (.string(let a), let b as String): a == b
        case (.array(let a), let b as [Any]): a.count == b.count && zip(a, b).allSatisfy { same($0, $1) }
        case (.object(let a), let b as [String: Any]):
            a.count == b.count && a.allSatisfy { member in b[member.key].map { same(member.value, $0) } ?? false }
        default: false
        }
    }
}
