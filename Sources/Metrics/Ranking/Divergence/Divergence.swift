import RealModule

/// Distances between two distributions over the same groups. Exact: nothing is added to empty groups. Zero for equal distributions
/// only.
public enum Divergence {
    /// Kullback-Leibler divergence of `p` from `q` in nats: sum p ln(p / q), with 0 ln 0 = 0 (1951, Ann. Math. Stat. 22:79).
    /// Infinite when `p` has a group that `q` gives nothing. Divided by ln 2 it is in bits.
    /// - Throws: `unequalLengths` when the groups differ in number.
    public static func kullbackLeibler(_ p: GroupDistribution, from q: GroupDistribution) throws(Undefined) -> Double {
        OrderFree.sum(try pairs(p, q).map { term($0, $1) })
    }

    /// Jensen-Shannon divergence in nats (Lin 1991, IEEE Trans. Inf. Theory 37:145): the mean of the Kullback-Leibler divergences of
    /// both from their midpoint. In [0, ln 2], symmetric, finite. Its root is the Jensen-Shannon distance.
    /// - Throws: `unequalLengths`.
    public static func jensenShannon(_ p: GroupDistribution, _ q: GroupDistribution) throws(Undefined) -> Double {
        // Sum of m/2 [(1 + x) ln(1 + x) + (1 - x) ln(1 - x)] with m the midpoint and x = (p - q) / (p + q); no term is negative.
        OrderFree.sum(try pairs(p, q).map { p, q in p + q > 0 ? (p + q) / 4 * entropyGap((p - q) / (p + q)) : 0 })
    }

    /// Total variation distance: half the sum of |p - q|, in [0, 1].
    /// - Throws: `unequalLengths`.
    public static func totalVariation(_ p: GroupDistribution, _ q: GroupDistribution) throws(Undefined) -> Double {
        OrderFree.sum(try pairs(p, q).map { abs($0 - $1) }) / 2
    }

    /// The largest |p - q| of any group (L-infinity), in [0, 1].
    /// - Throws: `unequalLengths`.
    public static func maximumDifference(_ p: GroupDistribution, _ q: GroupDistribution) throws(Undefined) -> Double {
        try pairs(p, q).reduce(0) { max($0, abs($1.0 - $1.1)) }
    }

    private static func pairs(_ p: GroupDistribution, _ q: GroupDistribution) throws(Undefined) -> [(Double, Double)] {
        guard p.shares.count == q.shares.count else { throw .unequalLengths }
        return Array(zip(p.shares, q.shares))
    }

    /// p ln(p / q) - p + q, which sums to the same (p and q both sum to 1) and is never negative, so that nothing cancels.
    private static func term(_ p: Double, _ q: Double) -> Double {
        if p == 0 { return q }
        if q == 0 { return .infinity }
        let t = (p - q) / q
        // The series where the closed form would cancel.
        if abs(t) < 1e-3 { return q * t * t * (0.5 - t * (1.0 / 6 - t * (1.0 / 12 - t * (0.05 - t / 30)))) }
        return p * Double.log(p / q) - (p - q)
    }

    /// (1 + x) ln(1 + x) + (1 - x) ln(1 - x) on [-1, 1].
    private static func entropyGap(_ x: Double) -> Double {
        if abs(x) < 0.5 { return Double.log(onePlus: -x * x) + 2 * x * Double.atanh(x) }
        let low = 1 - abs(x)
        return (1 + abs(x)) * Double.log(1 + abs(x)) + (low > 0 ? low * Double.log(low) : 0)
    }
}
