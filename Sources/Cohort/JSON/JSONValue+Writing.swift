// What results are written from: numbers with 10 significant digits, so that equal results are equal bytes.

extension JSONValue: Encodable {
    private struct MemberKey: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(_ key: String) { stringValue = key }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .null:
            var container = encoder.singleValueContainer()
            try container.encodeNil()
        case .bool(let flag):
            var container = encoder.singleValueContainer()
            try container.encode(flag)
        case .number(let number):
            var container = encoder.singleValueContainer()
            // Whole numbers are counts; written without a decimal point.
            if let whole = Int(exactly: number) { try container.encode(whole) } else { try container.encode(number.reported) }
        case .string(let text):
            var container = encoder.singleValueContainer()
            try container.encode(text)
        case .array(let items):
            var container = encoder.unkeyedContainer()
            for item in items { try container.encode(item) }
        case .object(let members):
            var container = encoder.container(keyedBy: MemberKey.self)
            for member in members { try container.encode(member.value, forKey: MemberKey(member.key)) }
        }
    }
}

extension JSONValue.Member {
    public init(_ key: String, _ value: JSONValue) { self.init(key: key, value: value) }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral,
    ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
    public init(stringLiteral text: String) { self = .string(text) }
    public init(integerLiteral number: Int) { self = .number(Double(number)) }
    public init(booleanLiteral flag: Bool) { self = .bool(flag) }
    public init(arrayLiteral items: JSONValue...) { self = .array(items) }
    public typealias Key = String
    public typealias Value = JSONValue

    public init(dictionaryLiteral members: (String, JSONValue)...) { self = .object(members.map { Member(key: $0, value: $1) }) }
    public init(nilLiteral: ()) { self = .null }

    public init(_ number: Double?) { self = number.map { .number($0) } ?? .null }
    public init(_ number: Int?) { self = number.map { .number(Double($0)) } ?? .null }
    public init(_ text: String?) { self = text.map { .string($0) } ?? .null }
}
