/// One column of the contract.
public struct ContractColumn: Sendable {
    /// The types the contract uses, by the name PostgreSQL's information_schema gives them.
    public enum DataType: String, Sendable {
        case text
        case smallint
        case integer
        case real
        case doublePrecision = "double precision"
        case boolean
        case date
        case timestampWithTimeZone = "timestamp with time zone"
    }

    /// How near a value is to a person.
    public enum PrivacyClass: String, Sendable {
        case neutral = "-"
        case quasiIdentifier = "Q"
        case special = "S"
        case confidential = "C"
        case key = "K"
    }

    public let name: String
    public let type: DataType
    public let privacy: PrivacyClass
    /// Whether a database without this column does not fulfil the contract.
    public let isRequired: Bool
    /// Whether a row may leave it unknown.
    public let isNullable: Bool
    /// SQL for the value that a row has when nothing is given, and that a missing column stands for.
    public let defaultSQL: String?
    /// Which values may pass; nil where the type says enough.
    public let rule: CodeRule?
    /// What happens to the value on its way into a snapshot, in words for a privacy officer; nil = kept as it is.
    public let transformation: String?
    /// What becomes unavailable when the column is missing.
    public let neededFor: [String]

    /// A column that every database must offer and every row must fill.
    static func required(
        _ name: String, _ type: DataType = .text, _ privacy: PrivacyClass = .neutral, nullable: Bool = false,
        rule: CodeRule? = nil, becomes transformation: String? = nil
    ) -> ContractColumn {
        ContractColumn(
            name: name, type: type, privacy: privacy, isRequired: true, isNullable: nullable, defaultSQL: nil, rule: rule,
            transformation: transformation ?? rule.map(Self.filter), neededFor: [])
    }

    /// A column that a database may lack and a row may leave unknown, unless it has a default.
    static func optional(
        _ name: String, _ type: DataType = .text, _ privacy: PrivacyClass = .neutral, default defaultSQL: String? = nil,
        rule: CodeRule? = nil, becomes transformation: String? = nil, for neededFor: [String] = []
    ) -> ContractColumn {
        ContractColumn(
            name: name, type: type, privacy: privacy, isRequired: false, isNullable: defaultSQL == nil, defaultSQL: defaultSQL,
            rule: rule, transformation: transformation ?? rule.map(Self.filter), neededFor: neededFor)
    }

    /// A key that becomes a pseudonym.
    static func key(_ name: String) -> ContractColumn {
        required(name, .text, .key, becomes: Self.pseudonym)
    }

    static func optionalKey(_ name: String, for neededFor: [String] = []) -> ContractColumn {
        optional(name, .text, .key, becomes: Self.pseudonym, for: neededFor)
    }

    static let pseudonym = "pseudonym: HMAC-SHA256, 16 bytes; the key itself is not written"
    static let dayOnly = "day only; the time of day is not written"
    static let untilPeriodEnd = "unknown when later than the end of the period"

    private static func filter(_ rule: CodeRule) -> String {
        "unknown unless \(rule.allowed)"
    }
}
