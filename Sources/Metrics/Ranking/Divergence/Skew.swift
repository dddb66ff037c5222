import RealModule

/// skew@k: ln of a group's share of the first k over its target share; 0 = exactly the target, negative = fewer than the target.
///
/// Exact: a group that is absent from the first k has minus infinity, not a figure softened by a pseudo-count.
public struct Skew: DescriptiveStatistic {
    public static let method = "skew_at_k"
    public static let citation = "Geyik, Ambler and Kenthapadi (2019), KDD 2019:2221-2231"

    public let k: Int
    public let estimate: Double

    /// Items judged: k.
    public var count: Int { k }

    /// - Parameter target: shares from outside the list, one per class of the ranking's groups.
    /// - Throws: `outsideRange` when k is not in 1...count or there is no such class, `unequalLengths` when the target has other
    ///   classes, `zeroDenominator` when the group is neither expected nor there (0/0). A group that is there but has target 0 has
    ///   plus infinity.
    public init(_ ranking: ItemRanking, k: Int, group: Int, target: GroupDistribution) throws(Undefined) {
        let all = try Self.all(ranking, k: k, target: target)
        guard all.indices.contains(group) else { throw .outsideRange }
        guard let skew = all[group] else { throw .zeroDenominator }
        estimate = skew
        self.k = k
    }

    /// The skew of every class; nil for 0/0.
    static func all(_ ranking: ItemRanking, k: Int, target: GroupDistribution) throws(Undefined) -> [Double?] {
        let counts = try ranking.counts(top: k)
        guard target.shares.count == counts.count else { throw .unequalLengths }
        return zip(counts, target.shares).map { count, share in
            if count == 0 { return share == 0 ? nil : -.infinity }
            return share == 0 ? .infinity : Double.log(Double(count) / Double(k) / share)
        }
    }
}
