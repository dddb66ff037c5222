/// Pairs that a ranking puts in another order than the true one, by group.
///
/// Only pairs with a strict true order can be wrong, and only they are counted. A pair that is tied in the ranking is half wrong.
/// Takes time in proportion to the square of the pool.
public struct PairwiseErrors: Sendable, Equatable {
    public let groups: ItemGroups

    /// Twice the pairs in which a member of the row's class wrongly stands above one of the column's; shown ties once for the one
    /// that should stand below.
    private let halves: [[Int]]

    /// Pairs with a strict true order of one member of either class.
    private let pairs: [[Int]]

    /// - Parameters:
    ///   - ranking: what was shown; items that are not shown stand below all others, at one shared rank.
    ///   - truth: the order that would be right; it ranks the whole pool.
    /// - Throws: `unequalLengths` when the two have other items or groups, `outsideRange` when the truth leaves an item out.
    public init(_ ranking: TiedRanking, truth: TiedRanking) throws(Undefined) {
        guard ranking.groups == truth.groups else { throw .unequalLengths }
        guard truth.count == truth.groups.count else { throw .outsideRange }
        groups = ranking.groups
        let labels = groups.labels
        let shown = ranking.tierOfEachItem
        let right = truth.tierOfEachItem
        var halves = [[Int]](repeating: [Int](repeating: 0, count: groups.classes), count: groups.classes)
        var pairs = halves
        for a in labels.indices {
            for b in 0..<a where right[a] != right[b] {
                pairs[labels[a]][labels[b]] += 1
                if labels[a] != labels[b] { pairs[labels[b]][labels[a]] += 1 }
                let (better, worse) = right[a] < right[b] ? (a, b) : (b, a)
                if shown[worse] < shown[better] {
                    halves[labels[worse]][labels[better]] += 2
                } else if shown[worse] == shown[better] {
                    halves[labels[worse]][labels[better]] += 1
                }
            }
        }
        self.halves = halves
        self.pairs = pairs
    }

    public init(_ ranking: ItemRanking, truth: ItemRanking) throws(Undefined) {
        try self.init(TiedRanking(strict: ranking), truth: TiedRanking(strict: truth))
    }

    /// Share of the pairs of one member of either class in which the group's member wrongly stands above the other's.
    /// - Throws: `outsideRange` when there is no such class or both are the same, `noObservations` when no such pair has a true order.
    public func wronglyFavoured(group: Int, over other: Int) throws(Undefined) -> Double {
        guard halves.indices.contains(group), halves.indices.contains(other), group != other else { throw .outsideRange }
        guard pairs[group][other] > 0 else { throw .noObservations }
        return Double(halves[group][other]) / Double(2 * pairs[group][other])
    }

    /// Share of all pairs with at least one member of the group that are in the wrong order.
    /// - Throws: `outsideRange` when there is no such class, `noObservations` when no such pair has a true order.
    public func wrong(of group: Int) throws(Undefined) -> Double {
        guard halves.indices.contains(group) else { throw .outsideRange }
        var wrong = halves[group][group]
        var all = pairs[group][group]
        for other in halves.indices where other != group {
            wrong += halves[group][other] + halves[other][group]
            all += pairs[group][other]
        }
        guard all > 0 else { throw .noObservations }
        return Double(wrong) / Double(2 * all)
    }
}
