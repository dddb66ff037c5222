import RealModule

/// rKL: Kullback-Leibler divergence in bits of a group's share in the prefixes of a list from its share of the pool, normalised.
///
/// Exact at the edges: a prefix with members of the group only has log2(pool / members), a prefix without any has
/// log2(pool / others); published code replaces both by a near-zero share and so scores a wholly one-sided prefix lower than a
/// less one-sided one. Without direction, as rND.
public struct PrefixDivergence: DescriptiveStatistic {
    public static let method = "rkl"
    public static let citation = "Yang and Stoyanovich (2017), SSDBM 2017:22"

    private let disparity: PrefixDisparity

    /// The sum before it is divided by the normaliser.
    public var raw: Double { disparity.raw }
    public var normaliser: Double { disparity.normaliser }
    public var count: Int { disparity.count }
    public var estimate: Double { disparity.raw / disparity.normaliser }

    /// - Parameter cuts: prefix lengths, ascending.
    /// - Throws: as `PrefixDifference`.
    public init(_ ranking: ItemRanking, group: Int, cuts: [Int]) throws(Undefined) {
        disparity = try PrefixDisparity(ranking, group: group, cuts: cuts) { seen, cut, members, pool in
            let prefix = GroupDistribution(weights: [Double(seen), Double(cut - seen)])
            let whole = GroupDistribution(weights: [Double(members), Double(pool - members)])
            // Both have two classes and the pool has members of both, so this is defined and finite.
            return ((try? Divergence.kullbackLeibler(prefix, from: whole)) ?? .infinity) / Double.log(2)
        }
    }
}
