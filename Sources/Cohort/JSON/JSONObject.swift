/// One object of a strict document. Every key is asked for once; `close()` rejects what nobody asked for.
public struct JSONObject {
    public let source: String
    public let path: String
    private let members: [String: JSONValue]
    private var asked: Set<String> = []

    /// The document's outermost object.
    public init(_ value: JSONValue, source: String, path: String = "") throws(JSONError) {
        guard case .object(let members) = value else {
            throw JSONError(source: source, path: path, problem: "an object is expected, this is \(value.kind)")
        }
        self.source = source
        self.path = path
        self.members = Dictionary(members.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    }

    public var keys: [String] { members.keys.sorted() }

    public func error(_ key: String, _ problem: String) -> JSONError {
        JSONError(source: source, path: self.path(to: key), problem: problem)
    }

    private func path(to key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

    /// The value of `key`; `nil` when the key is absent or `null`.
    public mutating func optionalValue(_ key: String) -> JSONValue? {
        asked.insert(key)
        let value = members[key]
        return value == .null ? nil : value
    }

    public mutating func value(_ key: String) throws(JSONError) -> JSONValue {
        guard let value = optionalValue(key) else { throw error(key, "is missing") }
        return value
    }

    // MARK: Typed values

    public mutating func object(_ key: String) throws(JSONError) -> JSONObject {
        try JSONObject(value(key), source: source, path: path(to: key))
    }

    public mutating func optionalObject(_ key: String) throws(JSONError) -> JSONObject? {
        guard let value = optionalValue(key) else { return nil }
        return try JSONObject(value, source: source, path: path(to: key))
    }

    public mutating func objects(_ key: String) throws(JSONError) -> [JSONObject] {
        let items = try array(key)
        var objects: [JSONObject] = []
        for (index, item) in items.enumerated() {
            objects.append(try JSONObject(item, source: source, path: "\(path(to: key)).[\(index)]"))
        }
        return objects
    }

    public mutating func array(_ key: String) throws(JSONError) -> [JSONValue] {
        guard case .array(let items) = try value(key) else { throw error(key, "a list is expected") }
        return items
    }

    public mutating func string(_ key: String) throws(JSONError) -> String {
        guard case .string(let text) = try value(key) else { throw error(key, "a text is expected") }
        return text
    }

    public mutating func optionalString(_ key: String) throws(JSONError) -> String? {
        optionalValue(key) == nil ? nil : try string(key)
    }

    public mutating func strings(_ key: String) throws(JSONError) -> [String] {
        var texts: [String] = []
        for item in try array(key) {
            guard case .string(let text) = item else { throw error(key, "a list of texts is expected") }
            texts.append(text)
        }
        return texts
    }

    public mutating func bool(_ key: String) throws(JSONError) -> Bool {
        guard case .bool(let flag) = try value(key) else { throw error(key, "true or false is expected") }
        return flag
    }

    public mutating func optionalBool(_ key: String) throws(JSONError) -> Bool? {
        optionalValue(key) == nil ? nil : try bool(key)
    }

    public mutating func number(_ key: String) throws(JSONError) -> Double {
        guard case .number(let number) = try value(key) else { throw error(key, "a number is expected") }
        return number
    }

    public mutating func number(_ key: String, in range: ClosedRange<Double>) throws(JSONError) -> Double {
        let number = try number(key)
        guard range.contains(number) else {
            throw error(key, "must lie from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    public mutating func integer(_ key: String, in range: ClosedRange<Int>) throws(JSONError) -> Int {
        let number = try number(key)
        guard let integer = Int(exactly: number), range.contains(integer) else {
            throw error(key, "must be a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return integer
    }

    /// A text that must be one of a closed list.
    public mutating func choice<Choice: RawRepresentable & CaseIterable>(_ key: String, of type: Choice.Type) throws(JSONError) -> Choice
    where Choice.RawValue == String {
        let text = try string(key)
        guard let choice = Choice(rawValue: text) else {
            let known = Choice.allCases.map(\.rawValue)
            throw error(key, "\"\(text)\" is not known\(Spelling.suggestion(for: text, among: known)); it is one of \(known.joined(separator: ", "))")
        }
        return choice
    }

    // MARK: Strictness

    /// Marks a key as one that people may use for remarks to each other.
    public mutating func ignore(_ key: String) { asked.insert(key) }

    /// Throws when the object has a key that was never asked for, naming the nearest one that was.
    public func close() throws(JSONError) {
        guard let unknown = keys.first(where: { !asked.contains($0) }) else { return }
        throw error(unknown, "this key is not known\(Spelling.suggestion(for: unknown, among: asked.sorted()))")
    }
}
