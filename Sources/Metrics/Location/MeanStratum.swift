/// Values of one stratum that has people of both sides.
package struct MeanStratum: Sendable {
    package private(set) var group: [Double]
    package private(set) var reference: [Double]
    package private(set) var groupMean: Double
    package private(set) var referenceMean: Double

    private init(group: [Double], reference: [Double]) {
        self.group = group
        self.reference = reference
        groupMean = CompensatedSum(group).value / Double(group.count)
        referenceMean = CompensatedSum(reference).value / Double(reference.count)
    }

    /// Strata with both sides, in the order of their numbers.
    package static func strata(
        group: [(value: Double, stratum: Int)], reference: [(value: Double, stratum: Int)]
    ) -> [MeanStratum] {
        let groups = Dictionary(grouping: group, by: \.stratum)
        let references = Dictionary(grouping: reference, by: \.stratum)
        return groups.keys.sorted().compactMap { number in
            guard let first = groups[number], let second = references[number] else { return nil }
            return MeanStratum(group: first.map(\.value), reference: second.map(\.value))
        }
    }

    package var people: Double { Double(group.count + reference.count) }
    package var weight: Double { Double(group.count) * Double(reference.count) / people }
    package var difference: Double { groupMean - referenceMean }
    package var mean: Double { (groupMean * Double(group.count) + referenceMean * Double(reference.count)) / people }

    /// weight x difference, and weight, of this stratum after one person has left it; both zero when a side is then empty.
    package func contribution(without person: Int, ofGroup: Bool) -> (part: Double, weight: Double) {
        let side = ofGroup ? group : reference
        guard side.count > 1 else { return (0, 0) }
        let left = Double(side.count - 1)
        let shifted = (ofGroup ? groupMean : referenceMean) * (Double(side.count) / left) - side[person] / left
        let other = people - 1 - left
        let newWeight = left * other / (people - 1)
        let newDifference = ofGroup ? shifted - referenceMean : groupMean - shifted
        return (newWeight * newDifference, newWeight)
    }

    package mutating func remove(_ person: Int, fromGroup: Bool) {
        if fromGroup { group.remove(at: person) } else { reference.remove(at: person) }
        self = MeanStratum(group: group, reference: reference)
    }
}
