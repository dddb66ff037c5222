/// A JSON document as it was written: objects keep their order, and a key that stands twice is an error.
///
/// Foundation's decoder ignores unknown and duplicate keys. In a file that decides what counts as a difference,
/// a misspelt key that silently falls back to nothing is the error that nobody sees.
public indirect enum JSONValue: Sendable, Equatable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([Member])

    public struct Member: Sendable, Equatable {
        public let key: String
        public let value: JSONValue
    }

    var kind: String {
        switch self {
        case .null: "null"
        case .bool: "true or false"
        case .number: "a number"
        case .string: "a text"
        case .array: "a list"
        case .object: "an object"
        }
    }
}

/// What is wrong with a document that people keep: which file, where in it, and what to do.
public struct JSONError: Error, Equatable, CustomStringConvertible {
    public let source: String
    /// Such as `indicators.M2.margin`; empty for the whole document.
    public let path: String
    public let problem: String

    public init(source: String, path: String, problem: String) {
        self.source = source
        self.path = path
        self.problem = problem
    }

    public var description: String {
        path.isEmpty ? "\(source): \(problem)" : "\(source): \(path): \(problem)"
    }
}
