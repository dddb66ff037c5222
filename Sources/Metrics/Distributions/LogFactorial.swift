import RealModule

/// Logarithms of factorials and binomial coefficients.
public enum LogFactorial {
    /// ln(n!) for n >= 0, NaN below.
    public static func value(_ n: Int) -> Double {
        n < 0 ? .nan : Double.logGamma(Double(n) + 1)
    }

    /// ln of "n choose k"; -infinity where there is no way to choose.
    public static func choose(_ n: Int, _ k: Int) -> Double {
        guard n >= 0, k >= 0, k <= n else { return -.infinity }
        return value(n) - value(k) - value(n - k)
    }
}
