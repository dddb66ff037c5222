/// Which values a text column may carry into a snapshot. What does not fit becomes unknown and is counted: free text never passes.
public enum CodeRule: Sendable, Hashable {
    /// One of the contract's codes.
    case oneOf([String])
    /// A language by its BCP 47 tag: `nl`, `ar`, `en-GB`.
    case languageTag
    /// A municipality by its code of Statistics Netherlands: `GM0406`.
    case municipality
    /// A code of the organisation's own list: lower-case letters, digits, `_`, `-` and `.`, at most 40 of them.
    case ownCode
    /// A short name of a thing, never of a person, on one line: a version, a supplier, a sector; at most 80 characters.
    case label

    public func accepts(_ value: String) -> Bool {
        switch self {
        case .oneOf(let codes):
            return codes.contains(value)
        case .languageTag:
            let subtags = value.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
            return subtags.allSatisfy { (1...8).contains($0.count) && $0.allSatisfy(Self.isLetterOrDigit) }
                && (2...8).contains(subtags[0].count) && subtags[0].allSatisfy(Self.isLetter) && value.utf8.count <= 35
        case .municipality:
            let bytes = Array(value.utf8)
            return bytes.count == 6 && value.hasPrefix("GM") && bytes.dropFirst(2).allSatisfy(Self.isDigit)
        case .ownCode:
            let signs: [UInt8] = [UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: ".")]
            return (1...40).contains(value.utf8.count)
                && value.utf8.allSatisfy { Self.isLowerCase($0) || Self.isDigit($0) || signs.contains($0) }
        case .label:
            return value.count <= 80 && !value.unicodeScalars.contains { $0.properties.generalCategory == .control }
        }
    }

    /// For texts: what is allowed.
    public var allowed: String {
        switch self {
        case .oneOf(let codes): codes.joined(separator: ", ")
        case .languageTag: "a language tag such as nl or en-GB"
        case .municipality: "a municipality code such as GM0406"
        case .ownCode: "a code: at most 40 of a-z, 0-9, _, - and ."
        case .label: "one line of at most 80 characters"
        }
    }

    private static func isLowerCase(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool { isLowerCase(byte | 0x20) }
    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    private static func isLetterOrDigit(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }
}
