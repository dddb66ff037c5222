import Cohort
import Foundation

/// As much of JSON Schema 2020-12 as schemas/core.schema.json uses. A keyword that it does not know is an error,
/// so that the schema cannot grow past its test.
struct SchemaCheck {
    private let root: JSONValue

    init(file: String) throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        guard let bytes = FileManager.default.contents(atPath: root.path + "/" + file) else { throw TestProblem("\(file) is missing") }
        self.root = try JSONValue(parsing: bytes, source: file)
    }

    func accepts(_ value: JSONValue) throws -> Bool { try accepts(value, by: root) }

    private func accepts(_ value: JSONValue, by schema: JSONValue) throws -> Bool {
        if case .bool(let flag) = schema { return flag }
        guard case .object(let keywords) = schema else { throw TestProblem("a schema is an object or a boolean") }
        return try keywords.allSatisfy { try holds($0, for: value, in: schema) }
    }

    private func holds(_ keyword: JSONValue.Member, for value: JSONValue, in schema: JSONValue) throws -> Bool {
        switch (keyword.key, keyword.value) {
        case ("$schema", _), ("title", _), ("description", _), ("$defs", _), ("properties", _): return try properties(of: value, in: schema)
        case ("additionalProperties", let rest):
            guard case .object(let members) = value else { return true }
            let known = Set(object(schema, "properties").map(\.key))
            return try members.allSatisfy { try known.contains($0.key) || accepts($0.value, by: rest) }
        case ("required", .array(let keys)):
            guard case .object(let members) = value else { return true }
            return keys.allSatisfy { key in members.contains { .string($0.key) == key } }
        case ("type", .string(let type)): return matches(value, type)
        case ("type", .array(let types)):
            return types.contains { if case .string(let type) = $0 { matches(value, type) } else { false } }
        case ("const", let constant): return value == constant
        case ("enum", .array(let choices)): return choices.contains(value)
        case ("oneOf", .array(let schemas)): return try schemas.count(where: { try accepts(value, by: $0) }) == 1
        case ("minimum", .number(let limit)): if case .number(let number) = value { return number >= limit } else { return true }
        case ("exclusiveMinimum", .number(let limit)): if case .number(let number) = value { return number > limit } else { return true }
        case ("maximum", .number(let limit)): if case .number(let number) = value { return number <= limit } else { return true }
        case ("items", let item): if case .array(let items) = value { return try items.allSatisfy { try accepts($0, by: item) } } else { return true }
        case ("minItems", .number(let limit)): if case .array(let items) = value { return Double(items.count) >= limit } else { return true }
        case ("minLength", .number(let limit)):
            if case .string(let text) = value { return Double(text.unicodeScalars.count) >= limit } else { return true }
        case ("$ref", .string(let reference)):
            guard let definition = object(root, "$defs").first(where: { "#/$defs/" + $0.key == reference }) else { throw TestProblem("no \(reference)") }
            return try accepts(value, by: definition.value)
        default: throw TestProblem("keyword \(keyword.key) is not known to this check")
        }
    }

    private func properties(of value: JSONValue, in schema: JSONValue) throws -> Bool {
        guard case .object(let members) = value else { return true }
        let schemas = object(schema, "properties")
        return try members.allSatisfy { member in
            guard let property = schemas.first(where: { $0.key == member.key }) else { return true }
            return try accepts(member.value, by: property.value)
        }
    }

    private func object(_ schema: JSONValue, _ key: String) -> [JSONValue.Member] {
        guard case .object(let members) = schema, case .object(let inner)? = members.first(where: { $0.key == key })?.value else { return [] }
        return inner
    }

    private func matches(_ value: JSONValue, _ type: String) -> Bool {
        switch (type, value) {
        case ("object", .object), ("array", .array), ("string", .string), ("number", .number), ("boolean", .bool), ("null", .null): true
        case ("integer", .number(let number)): number == number.rounded()
        default: false
        }
    }
}
