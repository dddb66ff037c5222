/// Textbook power of the two-sided z test of two rates: pooled variance under no difference, separate ones under the alternative
/// (Fleiss, Levin and Paik 2003, chapter 4). The chance of a verdict is lower: see `MinimumDetectableEffect` and `SampleSize`.
public enum TwoRatePower {
    /// Chance that the z test at `alpha` (two-sided) finds a difference; the wrong direction counts, as in the textbook.
    ///
    /// - Returns: nil for counts below 1, rates outside [0, 1], equal rates, an alpha outside (0, 1), or no variance.
    public static func power(groupRate: Double, groupCount: Double, referenceRate: Double, referenceCount: Double, alpha: Double) -> Double? {
        guard let errors = errors(groupRate, groupCount, referenceRate, referenceCount), alpha > 0, alpha < 1 else { return nil }
        let critical = Normal.critical(level: 1 - alpha)
        let effect = abs(groupRate - referenceRate)
        return Normal.cdf((effect - critical * errors.null) / errors.alternative)
            + Normal.cdf((-effect - critical * errors.null) / errors.alternative)
    }

    /// People per group (not rounded) for a wanted power, with `ratio` people in the reference for each in the group.
    /// The wrong direction is left out, so the power at it is a hair above the wanted one.
    public static func sampleSize(
        groupRate: Double, referenceRate: Double, ratio: Double = 1, alpha: Double, power: Double = 0.8
    ) -> Double? {
        // Both errors shrink with the root of n, so n = 1 gives the factor.
        guard ratio > 0, let one = errors(groupRate, 1, referenceRate, ratio), alpha > 0, alpha < 1, power > 0, power < 1 else { return nil }
        let needed = Normal.critical(level: 1 - alpha) * one.null + Normal.quantile(power) * one.alternative
        guard needed > 0 else { return nil }
        let root = needed / abs(groupRate - referenceRate)
        return root * root
    }

    /// (z for alpha + z for power) times the standard error of a difference of two rates that are both `rate`.
    public static func detectableDifference(
        rate: Double, groupCount: Double, referenceCount: Double, alpha: Double, power: Double = 0.8
    ) -> Double? {
        guard rate > 0, rate < 1, groupCount > 0, referenceCount > 0, alpha > 0, alpha < 1, power > 0, power < 1 else { return nil }
        return factor(alpha, power) * (rate * (1 - rate) * (1 / groupCount + 1 / referenceCount)).squareRoot()
    }

    /// The largest group rate below the reference rate that lies (z for alpha + z for power) standard errors away from it, the
    /// error at the two rates themselves; over the reference rate it is the smallest detectable impact ratio.
    ///
    /// - Returns: nil when even a rate of zero would not be far enough.
    public static func detectableRateBelow(
        referenceRate: Double, groupCount: Double, referenceCount: Double, alpha: Double, power: Double = 0.8
    ) -> Double? {
        guard referenceRate > 0, referenceRate <= 1, groupCount > 0, referenceCount > 0, alpha > 0, alpha < 1, power > 0, power < 1
        else { return nil }
        func isFarEnough(_ rate: Double) -> Bool {
            let error = (rate * (1 - rate) / groupCount + referenceRate * (1 - referenceRate) / referenceCount).squareRoot()
            return referenceRate - rate >= factor(alpha, power) * error
        }
        guard isFarEnough(0) else { return nil }
        return Bisection.boundary(low: 0, high: referenceRate, isBelow: isFarEnough)
    }

    private static func factor(_ alpha: Double, _ power: Double) -> Double {
        Normal.critical(level: 1 - alpha) + Normal.quantile(power)
    }

    private static func errors(_ p1: Double, _ n1: Double, _ p0: Double, _ n0: Double) -> (null: Double, alternative: Double)? {
        guard n1 > 0, n0 > 0, p1 >= 0, p1 <= 1, p0 >= 0, p0 <= 1, p1 != p0 else { return nil }
        let pooled = (n1 * p1 + n0 * p0) / (n1 + n0)
        let alternative = (p1 * (1 - p1) / n1 + p0 * (1 - p0) / n0).squareRoot()
        guard alternative > 0 else { return nil }
        return ((pooled * (1 - pooled) * (1 / n1 + 1 / n0)).squareRoot(), alternative)
    }
}
