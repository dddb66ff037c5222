import Cohort

/// A limit that people set: what it is, where it comes from and why it is what it is.
/// A limit without a source and a rationale is an opinion that nobody signed, so the file must give both.
public struct Limit<Value: Sendable & Equatable>: Sendable, Equatable {
    public let value: Value
    public let source: String
    public let rationale: String

    public init(value: Value, source: String, rationale: String) {
        self.value = value
        self.source = source
        self.rationale = rationale
    }
}

extension JSONObject {
    /// The limit under `key`: `{"value": ..., "source": "...", "rationale": "..."}`, the value read by `read`.
    mutating func limit<Value>(
        _ key: String, _ read: (inout JSONObject) throws(JSONError) -> Value
    ) throws(JSONError) -> Limit<Value> {
        var object = try object(key)
        let limit = Limit(value: try read(&object), source: try object.words("source"), rationale: try object.words("rationale"))
        try object.close()
        return limit
    }

    mutating func limit(_ key: String, in range: ClosedRange<Double>) throws(JSONError) -> Limit<Double> {
        try limit(key) { object throws(JSONError) in try object.number("value", in: range) }
    }

    mutating func limit(_ key: String, in range: ClosedRange<Int>) throws(JSONError) -> Limit<Int> {
        try limit(key) { object throws(JSONError) in try object.integer("value", in: range) }
    }

    /// A text with at least one word in it.
    mutating func words(_ key: String) throws(JSONError) -> String {
        let text = try string(key)
        guard text.contains(where: { !$0.isWhitespace }) else { throw error(key, "is empty; write it down, or leave the limit as it was") }
        return text
    }
}
