/// McNemar's test with the mid-p: the chance of fewer changes in the rarer direction, both tails, and half that of the observed
/// number in either direction.
///
/// Less conservative than the exact test, and not exact: at a level of 5 % it rejects up to 6.5 % of the time where nearly everybody
/// changes, elsewhere hardly ever more than the level. Nobody changed: half of that certainty would claim evidence, so p = 1.
public struct McNemarMidP: SignificanceTest, Equatable {
    public static let method = "mcnemar_mid_p"
    public static let citation = "Fagerland, Lydersen and Laake (2013), BMC Medical Research Methodology 13:91"

    public let pairs: PairedCounts

    public init(_ pairs: PairedCounts) {
        self.pairs = pairs
    }

    public var count: Int { pairs.total }

    /// People with the outcome only under the first condition.
    public var statistic: Double { Double(pairs.firstOnly) }

    public var pValue: Double {
        let (changed, rarer) = (pairs.discordant, min(pairs.firstOnly, pairs.secondOnly))
        if changed == 0 { return 1 }
        let observed = Binomial.pmf(rarer, n: changed, p: 0.5)
        // In the middle there is one such number, elsewhere two.
        if pairs.firstOnly == pairs.secondOnly { return 1 - observed / 2 }
        return 2 * Binomial.cdf(rarer - 1, n: changed, p: 0.5) + observed
    }
}
