/// A figure of one group of participants, or the fact that it may not be shown.
public struct ShownGroup<Value: Sendable & Equatable>: Sendable, Equatable {
    /// `Attribute.unknown` for people whose group is not known.
    public let label: String
    public let figure: Shown<Value>

    /// - Parameters:
    ///   - groups: that together are everybody, so that a total could give a withheld one away.
    ///   - minimum: the smallest number of people that may be shown.
    static func withholding(_ groups: [(label: String, people: Int, figure: Value)], minimum: Int) -> [ShownGroup] {
        let hidden = WithheldGroups.indices(groups.map { [$0.people] }, minimum: minimum)
        return groups.enumerated().map { index, group in
            ShownGroup(label: group.label, figure: hidden.contains(index) ? .withheld : .shown(group.figure))
        }
    }
}
