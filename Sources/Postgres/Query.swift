/// SQL in which every interpolated value is bound, never pasted.
///
/// `"... WHERE executed_on >= \(day)::date"` keeps `day` apart from the text. A query sent by itself numbers the values
/// `$1`, `$2`, ...; a `COPY`, which takes no parameters, reads them from settings that were bound one by one (``Connection/copy(_:of:columns:eachRow:)``).
/// The two labelled doors are for what cannot be a value: `\(identifier: name)` quotes a name, and `\(unsafeSQL: text)` pastes
/// text as it stands, which must then be our own.
public struct Query: Sendable, ExpressibleByStringInterpolation {
    enum Part: Sendable, Equatable {
        case sql(String)
        case value(String)
    }

    let parts: [Part]

    public init(stringLiteral value: String) {
        parts = [.sql(value)]
    }

    public init(stringInterpolation: StringInterpolation) {
        parts = stringInterpolation.parts
    }

    public struct StringInterpolation: StringInterpolationProtocol {
        var parts: [Part] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            parts.reserveCapacity(2 * interpolationCount + 1)
        }

        public mutating func appendLiteral(_ literal: String) {
            if !literal.isEmpty { parts.append(.sql(literal)) }
        }

        public mutating func appendInterpolation(_ value: String) {
            parts.append(.value(value))
        }

        public mutating func appendInterpolation(_ value: some BinaryInteger) {
            parts.append(.value(String(value)))
        }

        public mutating func appendInterpolation(_ value: Bool) {
            parts.append(.value(value ? "true" : "false"))
        }

        /// A part that was written elsewhere, with its own bound values.
        public mutating func appendInterpolation(_ part: Query) {
            parts.append(contentsOf: part.parts)
        }

        /// A name, quoted: `participant` becomes `"participant"`.
        public mutating func appendInterpolation(identifier name: String) {
            parts.append(.sql(Query.quote(identifier: name)))
        }

        /// Text that becomes part of the statement. Never for anything that came from outside.
        public mutating func appendInterpolation(unsafeSQL text: String) {
            parts.append(.sql(text))
        }
    }

    /// The values in the order in which the text names them.
    var values: [String] {
        parts.compactMap { part in
            guard case .value(let value) = part else { return nil }
            return value
        }
    }

    /// The statement with `spell(1)`, `spell(2)`, ... where the values go.
    func text(spelling spell: (Int) -> String) -> String {
        var text = ""
        var position = 0
        for part in parts {
            switch part {
            case .sql(let sql): text += sql
            case .value:
                position += 1
                text += spell(position)
            }
        }
        return text
    }

    /// A name between double quotes, with the quotes in it doubled, so that it can only ever be a name.
    public static func quote(identifier name: String) -> String {
        "\"" + name.replacing("\"", with: "\"\"") + "\""
    }
}
