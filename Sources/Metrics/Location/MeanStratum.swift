/// Values of one stratum that has people of both sides.
package struct MeanStratum: Sendable {
    package private(set) var group: Side
    package private(set) var reference: Side

    package struct Side: Sendable {
        package fileprivate(set) var values: SideValues
        package fileprivate(set) var summary: Summary

        fileprivate init(_ values: [Double]) throws(Undefined) {
            self.values = SideValues(values)
            summary = try Summary(values)
        }

        package var count: Double { Double(summary.count) }
    }

    /// Strata with both sides, in the order of their numbers.
    ///
    /// - Throws: `notFinite`.
    package static func strata(
        group: [(value: Double, stratum: Int)], reference: [(value: Double, stratum: Int)]
    ) throws(Undefined) -> [MeanStratum] {
        let groups = Dictionary(grouping: group, by: \.stratum)
        let references = Dictionary(grouping: reference, by: \.stratum)
        var strata: [MeanStratum] = []
        for number in groups.keys.sorted() {
            guard let first = groups[number], let second = references[number] else { continue }
            strata.append(MeanStratum(group: try Side(first.map(\.value)), reference: try Side(second.map(\.value))))
        }
        return strata
    }

    package var people: Double { group.count + reference.count }
    package var weight: Double { group.count * reference.count / people }
    package var difference: Double { group.summary.mean - reference.summary.mean }
    package var mean: Double { (group.summary.mean * group.count + reference.summary.mean * reference.count) / people }

    /// Of the people on one side the one without whom weight x difference of this stratum and `others` lie nearest to zero together, by value.
    package func mostInfluential(ofGroup: Bool, others: Double) -> Double? {
        let (side, other) = ofGroup ? (group, reference) : (reference, group)
        let left = side.count - 1
        guard left > 0 else { return side.values.nearest(to: 0) }
        // The mean of those who are left for which the sum would be zero, and the value whose leaving gives it.
        let wanted = other.summary.mean - (ofGroup ? others : -others) / Self.weight(left, other.count)
        return side.values.nearest(to: side.summary.mean * side.count - left * wanted)
    }

    /// weight x difference, and weight, of this stratum after somebody has left it; both zero when a side is then empty.
    package func contribution(without value: Double, ofGroup: Bool) -> (part: Double, weight: Double) {
        let (side, other) = ofGroup ? (group, reference) : (reference, group)
        guard side.summary.count > 1 else { return (0, 0) }
        let left = side.count - 1
        let shifted = side.summary.mean * (side.count / left) - value / left
        let weight = Self.weight(left, other.count)
        return (weight * (ofGroup ? shifted - other.summary.mean : other.summary.mean - shifted), weight)
    }

    /// Without one person who has this value; `nil` when a side is then empty.
    package func without(_ value: Double, ofGroup: Bool) -> MeanStratum? {
        var fewer = self
        let side = ofGroup ? group : reference
        guard let summary = side.summary.without(value) else { return nil }
        let changed = side.values.without(value)
        if ofGroup { (fewer.group.values, fewer.group.summary) = (changed, summary) } else { (fewer.reference.values, fewer.reference.summary) = (changed, summary) }
        return fewer
    }

    /// The same people, made ready for many to leave.
    package func ordered() -> MeanStratum {
        var ordered = self
        ordered.group.values = group.values.ordered()
        ordered.reference.values = reference.values.ordered()
        return ordered
    }

    private static func weight(_ one: Double, _ other: Double) -> Double { one * other / (one + other) }
}
