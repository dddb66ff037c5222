/// The chi-squared distribution for real degrees of freedom > 0.
public enum ChiSquared {
    /// P(X > x). Relative error as `Gamma.upper`.
    public static func survival(_ x: Double, df: Double) -> Double {
        Gamma.upper(df / 2, x / 2)
    }

    /// P(X <= x).
    public static func cdf(_ x: Double, df: Double) -> Double {
        Gamma.lower(df / 2, x / 2)
    }

    /// The x with P(X <= x) = `probability`; 0 at 0, infinity at 1, NaN outside [0, 1].
    public static func quantile(_ probability: Double, df: Double) -> Double {
        guard df > 0, probability >= 0, probability <= 1 else { return .nan }
        if probability == 0 { return 0 }
        if probability == 1 { return .infinity }
        var high = df
        while cdf(high, df: df) < probability { high *= 2 }
        var low = high / 2
        // Small quantiles need relative precision: shrink the bracket by halves first.
        while low > 1e-300, cdf(low, df: df) > probability {
            high = low
            low /= 2
        }
        return Bisection.boundary(low: low, high: high) { cdf($0, df: df) < probability }
    }
}
