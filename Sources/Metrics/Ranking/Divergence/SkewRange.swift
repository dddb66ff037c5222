/// The smallest and the largest skew@k of any group: the most under- and the most over-represented one.
///
/// The estimate is the smallest, at most 0; the largest is at least 0. Both are 0 only when every group has exactly its target.
public struct SkewRange: DescriptiveStatistic {
    public static let method = "min_max_skew_at_k"
    public static let citation = Skew.citation

    public let k: Int
    public let minimum: Double
    public let maximum: Double

    /// Items judged: k.
    public var count: Int { k }
    public var estimate: Double { minimum }

    /// - Throws: as `Skew`; `zeroDenominator` when any named group is neither expected nor there, so that naming a group nobody
    ///   expects cannot go unnoticed.
    public init(_ ranking: ItemRanking, k: Int, target: GroupDistribution) throws(Undefined) {
        let all = try Skew.all(ranking, k: k, target: target)
        let defined = all.compactMap { $0 }
        guard defined.count == all.count, let minimum = defined.min(), let maximum = defined.max() else { throw .zeroDenominator }
        self.k = k
        self.minimum = minimum
        self.maximum = maximum
    }
}
