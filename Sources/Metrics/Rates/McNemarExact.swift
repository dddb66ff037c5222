/// McNemar's exact test that people change in either direction equally often: the sign test on those who changed.
///
/// Given the number who changed, those who have the outcome only under the first condition are binomial with chance 1/2. Nobody
/// changed: p = 1, nothing speaks for a difference.
public struct McNemarExact: SignificanceTest, Equatable {
    public static let method = "mcnemar_exact"
    public static let citation = "McNemar (1947), Psychometrika 12:153-157"

    public let pairs: PairedCounts

    public init(_ pairs: PairedCounts) {
        self.pairs = pairs
    }

    public var count: Int { pairs.total }

    /// People with the outcome only under the first condition.
    public var statistic: Double { Double(pairs.firstOnly) }

    /// Two-sided: twice the smaller tail, at most 1; the distribution is symmetric, so every convention gives the same.
    public var pValue: Double {
        min(1, 2 * Binomial.cdf(min(pairs.firstOnly, pairs.secondOnly), n: pairs.discordant, p: 0.5))
    }
}
