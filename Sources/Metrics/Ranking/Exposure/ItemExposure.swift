/// The attention each item of a pool gets: from one ranking, from a ranking with ties, or on average over several rankings.
///
/// An item that is not shown, or that stands below the depth, gets none. Averages are per ranking, so that they do not grow with
/// the number of rankings, and count how often an item stands at a rank before weighting: neither the order of the rankings nor
/// that of the items can change a bit.
public struct ItemExposure: Sendable, Equatable {
    /// Attention of each item of the pool.
    public let values: [Double]

    public let groups: ItemGroups
    public let discount: Discount

    /// Rankings averaged.
    public let rankings: Int

    /// - Parameter depth: places that get attention; nil for all that are shown.
    /// - Throws: `outsideRange` when the depth is not in 1...count.
    public init(_ ranking: ItemRanking, discount: Discount, depth: Int? = nil) throws(Undefined) {
        try self.init(mean: [ranking], discount: discount, depth: depth)
    }

    /// Mean over all orders of the tied items: each gets the mean of the ranks they share. A tie across the depth shares what lies
    /// above it.
    /// - Throws: as for one ranking.
    public init(_ tied: TiedRanking, discount: Discount, depth: Int? = nil) throws(Undefined) {
        let weights = discount.weights(try Self.checked(depth, count: tied.count))
        var values = [Double](repeating: 0, count: tied.groups.count)
        var rank = 0
        for tier in tied.tiers {
            let shared = weights[min(rank, weights.count)..<min(rank + tier.count, weights.count)]
            let each = CompensatedSum(shared).value / Double(tier.count)
            for item in tier { values[item] = each }
            rank += tier.count
        }
        self.values = values
        groups = tied.groups
        self.discount = discount
        rankings = 1
    }

    /// Mean over rankings of the same pool, for example draws of a ranker that breaks ties at random.
    /// - Throws: `noObservations` without rankings, `unequalLengths` when their pools or groups differ, `outsideRange` when the depth
    ///   is not in 1...count of every ranking.
    public init(mean rankings: [ItemRanking], discount: Discount, depth: Int? = nil) throws(Undefined) {
        guard let first = rankings.first else { throw .noObservations }
        var ranks = [[Int]](repeating: [], count: first.pool)
        var deepest = 0
        for ranking in rankings {
            guard ranking.groups == first.groups else { throw .unequalLengths }
            let places = try Self.checked(depth, count: ranking.count)
            for rank in 0..<places { ranks[ranking.order[rank]].append(rank) }
            deepest = max(deepest, places)
        }
        let weights = discount.weights(deepest)
        values = ranks.map { Self.mean(weights, at: $0.sorted(), of: rankings.count) }
        groups = first.groups
        self.discount = discount
        self.rankings = rankings.count
    }

    /// Mean over the workplaces for which anybody can be ranked: the items are participants.
    /// - Throws: `noObservations` when there is no such workplace, `outsideRange` when the depth is not in 1...count of each of them.
    public init(_ workplaces: WorkplaceRankings, discount: Discount, depth: Int? = nil) throws(Undefined) {
        try self.init(mean: workplaces.rankings.compactMap { $0 }, discount: discount, depth: depth)
    }

    private static func checked(_ depth: Int?, count: Int) throws(Undefined) -> Int {
        guard let depth else { return count }
        guard (1...count).contains(depth) else { throw .outsideRange }
        return depth
    }

    /// Sum of weight times how often the rank occurs, over the number of rankings. Doubling all rankings doubles every term and the
    /// divisor exactly.
    private static func mean(_ weights: [Double], at ranks: [Int], of rankings: Int) -> Double {
        var sum = CompensatedSum()
        var start = 0
        while start < ranks.count {
            var end = start
            while end < ranks.count, ranks[end] == ranks[start] { end += 1 }
            sum.add(Double(end - start) * weights[ranks[start]])
            start = end
        }
        return sum.value / Double(rankings)
    }
}
