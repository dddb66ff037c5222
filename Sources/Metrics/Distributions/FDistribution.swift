/// Fisher's and Snedecor's F distribution for real degrees of freedom > 0.
public enum FDistribution {
    /// P(F > f), accurate in the upper tail. Relative error as `Beta.cdf`.
    public static func survival(_ f: Double, numerator: Double, denominator: Double) -> Double {
        guard numerator > 0, denominator > 0, !f.isNaN else { return .nan }
        if f <= 0 { return 1 }
        if f.isInfinite { return 0 }
        // Both shares are formed from the ratio, so that neither is a difference of nearly equal numbers.
        let ratio = numerator * f / denominator
        return Beta.cdf(1 / (1 + ratio), complement: 1 / (1 + 1 / ratio), a: denominator / 2, b: numerator / 2)
    }

    /// P(F <= f).
    public static func cdf(_ f: Double, numerator: Double, denominator: Double) -> Double {
        guard numerator > 0, denominator > 0, !f.isNaN else { return .nan }
        if f <= 0 { return 0 }
        if f.isInfinite { return 1 }
        let ratio = numerator * f / denominator
        return Beta.cdf(1 / (1 + 1 / ratio), complement: 1 / (1 + ratio), a: numerator / 2, b: denominator / 2)
    }

    /// The f with P(F <= f) = `probability`; 0 at 0, infinity at 1, NaN outside [0, 1].
    public static func quantile(_ probability: Double, numerator: Double, denominator: Double) -> Double {
        guard numerator > 0, denominator > 0, probability >= 0, probability <= 1 else { return .nan }
        if probability == 1 { return .infinity }
        // Right of the median the complement carries the digits.
        if probability > 0.5 {
            let x = Beta.quantile(1 - probability, a: denominator / 2, b: numerator / 2)
            return denominator * (1 - x) / (numerator * x)
        }
        let x = Beta.quantile(probability, a: numerator / 2, b: denominator / 2)
        return denominator * x / (numerator * (1 - x))
    }
}
