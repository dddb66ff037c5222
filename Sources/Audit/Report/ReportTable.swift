/// A table, or the points of a chart. Every number that a reader can see in a picture stands in one of these.
public struct ReportTable: Codable, Sendable, Equatable {
    /// Chapter and number, such as `6.1`.
    public var id: String
    public var indicator: String
    /// What the rows are about, such as `test_language`; `nil` = everybody.
    @ExplicitNull public var attribute: String?
    public var columns: [Column]
    public var rows: [[Cell]]
    /// Keys of remarks that belong below the table.
    public var notes: [String]

    public struct Column: Codable, Sendable, Equatable {
        public var key: String
        /// `people`, `per_100`, `points` (of 100), `sd`, `days`, `distance`, `lists`, `level`, `ratio`; `nil` = text.
        @ExplicitNull public var unit: String?

        public init(_ key: String, _ unit: String? = nil) {
            self.key = key
            self.unit = unit
        }
    }

    public enum Cell: Codable, Sendable, Equatable {
        case text(String)
        case number(Double)
        /// Withheld, or not defined; the row's verdict or note says which.
        case none

        public init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if container.decodeNil() {
                self = .none
            } else if let number = try? container.decode(Double.self) {
                self = .number(number)
            } else {
                self = .text(try container.decode(String.self))
            }
        }

        public func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .text(let text): try container.encode(text)
            case .number(let number): try container.encode(number)
            case .none: try container.encodeNil()
            }
        }

        static func count(_ value: Int) -> Cell { .number(Double(value)) }
        static func number(_ value: Double?) -> Cell { value.map { .number($0) } ?? .none }
    }
}
