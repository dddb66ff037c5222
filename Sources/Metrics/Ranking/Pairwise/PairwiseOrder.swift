/// Who stands above whom: for every two classes, in how many pairs of one member of each the first one is ranked higher.
///
/// A shared rank counts half for either. Items of the pool that are not shown stand below all that are, at one shared rank. Counted
/// in whole halves, so no rounding and no order of the items enters.
public struct PairwiseOrder: Sendable, Equatable {
    public let groups: ItemGroups

    /// Twice the pairs in which a member of the row's class stands above a member of the column's class, ties once for either.
    private let halves: [[Int]]

    public init(_ tied: TiedRanking) {
        groups = tied.groups
        var below = tied.groups.counts
        var halves = [[Int]](repeating: [Int](repeating: 0, count: below.count), count: below.count)
        func place(_ tier: [Int]) {
            for group in below.indices { below[group] -= tier[group] }
            for high in below.indices where tier[high] > 0 {
                for low in below.indices { halves[high][low] += tier[high] * (2 * below[low] + tier[low]) }
            }
        }
        for tier in tied.tiers {
            place(tier.reduce(into: [Int](repeating: 0, count: below.count)) { $0[tied.groups.labels[$1]] += 1 })
        }
        place(below)
        self.halves = halves
    }

    public init(_ ranking: ItemRanking) {
        self.init(TiedRanking(strict: ranking))
    }

    /// Chance that a random member of the group stands above a random member of the other, ties half: .5 = neither is favoured.
    /// This is the Mann-Whitney statistic over the product of the group sizes.
    /// - Throws: `outsideRange` when there is no such class or both are the same, `noObservations` when one has no members.
    public func chance(group: Int, over other: Int) throws(Undefined) -> Double {
        guard halves.indices.contains(group), halves.indices.contains(other), group != other else { throw .outsideRange }
        let pairs = groups.counts[group] * groups.counts[other]
        guard pairs > 0 else { throw .noObservations }
        return Double(halves[group][other]) / Double(2 * pairs)
    }

    /// Chance that a random member of the group stands above a random item of any other class ("favoured pair rate").
    /// - Throws: `outsideRange` when there is no such class, `noObservations` when it, or everything else, has no members.
    public func favouredShare(of group: Int) throws(Undefined) -> Double {
        guard halves.indices.contains(group) else { throw .outsideRange }
        let pairs = groups.counts[group] * (groups.count - groups.counts[group])
        guard pairs > 0 else { throw .noObservations }
        let favoured = halves.indices.reduce(0) { $0 + ($1 == group ? 0 : halves[group][$1]) }
        return Double(favoured) / Double(2 * pairs)
    }
}
