/// What rND, rKL and rRD have in common: a deviation of a group's share in the prefix from that in the pool at each of the stated cut
/// points, discounted by 1 / log2(1 + cut), summed, and divided by the largest such sum of any order of the pool.
///
/// The normaliser follows from pool, group and cut points alone; nothing is drawn. For equally spaced cuts it is the sum for the order
/// with all members of the group first or that with all of them last, whichever is larger; for others an order in between can deviate
/// more (by 8 % in a search), so all orders are taken into account. Nothing before the first cut is looked at.
struct PrefixDisparity: Sendable, Equatable {
    /// Deviation at one cut from (members in the prefix, prefix, members in the pool, pool).
    typealias Deviation = (_ seen: Int, _ cut: Int, _ members: Int, _ pool: Int) -> Double

    let raw: Double
    let normaliser: Double
    let count: Int

    /// - Parameter cuts: prefix lengths, ascending, for example 10, 20, 30; they need not be equally far apart.
    /// - Throws: `outsideRange` when there is no such class or a cut is not in 1...count or not above the one before;
    ///   `noObservations` without cuts, or when nobody or everybody is in the group; `zeroDenominator` when no order deviates at
    ///   these cuts (as with the whole pool as the only cut).
    init(_ ranking: ItemRanking, group: Int, cuts: [Int], deviation: Deviation) throws(Undefined) {
        raw = try Self.sum(ranking, group: group, cuts: cuts, deviation: deviation)
        normaliser = Self.largest(cuts: cuts, members: ranking.groups.counts[group], pool: ranking.pool, deviation: deviation)
        guard normaliser > 0 else { throw .zeroDenominator }
        count = ranking.count
    }

    static func sum(_ ranking: ItemRanking, group: Int, cuts: [Int], deviation: Deviation) throws(Undefined) -> Double {
        guard ranking.groups.counts.indices.contains(group) else { throw .outsideRange }
        guard !cuts.isEmpty else { throw .noObservations }
        guard zip(cuts, cuts.dropFirst()).allSatisfy(<), cuts[0] >= 1, cuts[cuts.count - 1] <= ranking.count else { throw .outsideRange }
        let members = ranking.groups.counts[group]
        guard members > 0, members < ranking.pool else { throw .noObservations }
        var seen = [0]
        for label in ranking.groupsInOrder { seen.append(seen[seen.count - 1] + (label == group ? 1 : 0)) }
        return CompensatedSum(
            cuts.map { Discount.logarithmic.weight(rank: $0) * deviation(seen[$0], $0, members, ranking.pool) }
        ).value
    }

    /// The largest sum over all orders: for every number of members that can stand in a prefix, the largest sum up to there.
    private static func largest(cuts: [Int], members: Int, pool: Int, deviation: Deviation) -> Double {
        var reached = [Double](repeating: -.infinity, count: members + 1)
        reached[0] = 0
        var previous = 0
        for cut in cuts {
            let weight = Discount.logarithmic.weight(rank: cut)
            var following = [Double](repeating: -.infinity, count: members + 1)
            for seen in max(0, cut - (pool - members))...min(cut, members) {
                let before = reached[max(0, seen - (cut - previous))...seen].max() ?? -.infinity
                following[seen] = before + weight * deviation(seen, cut, members, pool)
            }
            reached = following
            previous = cut
        }
        return reached.max() ?? 0
    }
}
