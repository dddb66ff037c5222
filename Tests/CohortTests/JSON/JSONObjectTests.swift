import Cohort
import Testing

@Suite struct JSONObjectTests {
    func object(_ text: String) throws -> JSONObject {
        try JSONObject(try JSONValue(parsing: text.utf8, source: "f.json"), source: "f.json")
    }

    @Test func anUnknownKeyNamesItsPathAndTheNearestKnown() throws {
        var outer = try object(#"{"limits": {"margin": 1, "singal": 2}}"#)
        var inner = try outer.object("limits")
        _ = try inner.number("margin")
        _ = inner.optionalValue("signal")
        let error = #expect(throws: JSONError.self) { try inner.close() }
        #expect(error?.description == "f.json: limits.singal: this key is not known; did you mean \"signal\"?")
        try outer.close()
    }

    @Test func aKeyFarFromAllGetsNoSuggestion() throws {
        var object = try object(#"{"zebra": 1, "margin": 2}"#)
        _ = try object.number("margin")
        let error = #expect(throws: JSONError.self) { try object.close() }
        #expect(error?.description.hasSuffix("this key is not known") == true)
    }

    @Test(arguments: [#"{"n": 1.5}"#, #"{"n": 11}"#, #"{"n": "3"}"#, #"{}"#, #"{"n": null}"#])
    func anIntegerIsWholeAndInRange(text: String) throws {
        var object = try object(text)
        #expect(throws: JSONError.self) { try object.integer("n", in: 0...10) }
    }

    @Test func aSuggestionKeepsSomethingOfTheWord() {
        #expect(Spelling.suggestion(for: "xx", among: ["ar", "nl"]).isEmpty)
        #expect(Spelling.suggestion(for: "arr", among: ["ar", "nl"]) == "; did you mean \"ar\"?")
    }
}
