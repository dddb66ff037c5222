import RealModule

/// Mann and Whitney's (Wilcoxon's) rank sum test: do values of the group tend to be larger or smaller than those of the reference?
///
/// U = number of pairs in which the group's value is larger, ties half. Hypothesis: both sides have the same distribution. (When they have
/// different spreads, the level of this test is not kept; `BrunnerMunzel` then is the test of P(larger) = 1/2.)
///
/// p: exact, twice the smaller tail of `RankSumDistribution`, when no two values are equal and there are at most 2,500 pairs; otherwise
/// normal with the tie-corrected variance nm/12 (N + 1 - sum(t^3 - t)/(N(N - 1))), and with the continuity correction of one half
/// unless the caller turns that off. scipy switches to the exact distribution by other sizes; the values are the same.
public struct MannWhitneyTest: SignificanceTest {
    public static let method = "mann_whitney"
    public static let citation = "Mann and Whitney (1947), Annals of Mathematical Statistics 18:50-60"

    public let groupCount: Int
    public let referenceCount: Int
    /// U of the group, from 0 to n m.
    public let statistic: Double
    public let pValue: Double
    /// Whether p comes from the exact distribution.
    public let isExact: Bool

    /// - Parameters:
    ///   - exactWherePossible: false takes the normal approximation always.
    ///   - continuityCorrection: of the normal approximation.
    /// - Throws: `noObservations`, `notFinite`, `zeroVariance` when all values are equal.
    public init(
        group: [Double], reference: [Double], exactWherePossible: Bool = true, continuityCorrection: Bool = true
    ) throws(Undefined) {
        let dominance = try Dominance(group: group, reference: reference)
        groupCount = dominance.groupCount
        referenceCount = dominance.referenceCount
        statistic = dominance.u
        if exactWherePossible, dominance.tieTerm == 0, dominance.pairs <= RankSumDistribution.maximumPairs {
            let null = try RankSumDistribution(groupCount: dominance.groupCount, referenceCount: dominance.referenceCount)
            pValue = null.twoSided(dominance.wins)
            isExact = true
        } else {
            let n = Double(dominance.groupCount)
            let m = Double(dominance.referenceCount)
            let total = n + m
            let variance = n * m / 12 * (total + 1 - dominance.tieTerm / (total * (total - 1)))
            // All equal: the bracket is zero on paper.
            guard variance > 1e-12 * n * m * total else { throw .zeroVariance }
            let distance = abs(dominance.u - n * m / 2) - (continuityCorrection ? 0.5 : 0)
            pValue = Normal.twoSided(max(0, distance) / variance.squareRoot())
            isExact = false
        }
    }

    public var count: Int { groupCount + referenceCount }
}
