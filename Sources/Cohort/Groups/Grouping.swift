/// How people are divided: by one attribute, by two at once, or not at all.
public struct Grouping: Sendable, Hashable {
    /// None: everybody together. Two: an intersection.
    public let attributes: [Attribute]

    public init(_ attribute: Attribute) { attributes = [attribute] }
    public init(_ first: Attribute, _ second: Attribute) { attributes = [first, second] }
    private init() { attributes = [] }

    public static let everybody = Grouping()
    /// The code of the one group of ``everybody``.
    public static let everybodyCode = "everybody"

    /// As the report names it: `gender`, `gender x age_band`, `everybody`.
    public var name: String { attributes.isEmpty ? Self.everybodyCode : attributes.map(\.rawValue).joined(separator: " x ") }

    public var isIntersection: Bool { attributes.count > 1 }

    /// The code of a group from the codes of its sides: `female | 55+`.
    public static func code(_ sides: [String]) -> String { sides.joined(separator: " | ") }
}
