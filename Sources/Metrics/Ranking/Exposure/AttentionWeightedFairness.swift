import RealModule

/// How close the groups' shares of attention come to target shares: 1 - JS / ln 2, in [0, 1]; 1 = exactly the target.
///
/// JS is the Jensen-Shannon divergence in nats between shares of attention and target. The TREC form 1 - JS cannot fall below
/// 1 - ln 2 = .307, so a list that shows nobody who should be shown still looks like a third of the best; it is given as `trec`
/// for comparison with published values only. What the worst list for the given target scores is `worst`.
public struct AttentionWeightedFairness: DescriptiveStatistic {
    public static let method = "attention_weighted_rank_fairness"
    public static let citation = "Sapiezynski et al. (2019), WWW Companion, 553-562; Ekstrand et al. (2021), TREC Fair Ranking track"

    public let count: Int

    /// Jensen-Shannon divergence in nats, in [0, ln 2].
    public let divergence: Double

    /// The estimate of a list that gives all attention to the group with the smallest target share; 0 only when that share is 0.
    public let worst: Double

    /// - Throws: `unequalLengths` when the target does not have the same classes.
    public init(_ exposure: GroupExposure, target: GroupDistribution) throws(Undefined) {
        let shares = exposure.shares
        divergence = try Divergence.jensenShannon(shares, target)
        var farthest = 0.0
        for group in shares.shares.indices {
            let alone = GroupDistribution(weights: shares.shares.indices.map { $0 == group ? 1 : 0 })
            farthest = max(farthest, try Divergence.jensenShannon(alone, target))
        }
        worst = 1 - farthest / Double.log(2)
        count = exposure.items.groups.count
    }

    public var estimate: Double { 1 - divergence / Double.log(2) }

    /// 1 - JS in nats, as in the TREC track; in [1 - ln 2, 1].
    public var trec: Double { 1 - divergence }
}
