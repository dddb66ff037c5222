/// The binomial distribution: events in `n` independent trials with chance `p`.
public enum Binomial {
    /// P(X = k); zero outside 0...n. Relative error below 1e-12 for n up to 1e6.
    public static func pmf(_ k: Int, n: Int, p: Double) -> Double {
        guard n >= 0, p >= 0, p <= 1 else { return .nan }
        guard k >= 0, k <= n else { return 0 }
        return SaddlePoint.binomialTerm(Double(k), of: Double(n), p: p, q: 1 - p)
    }

    /// P(X <= k).
    public static func cdf(_ k: Int, n: Int, p: Double) -> Double {
        guard n >= 0, p >= 0, p <= 1 else { return .nan }
        if k < 0 { return 0 }
        if k >= n { return 1 }
        return Beta.cdf(1 - p, complement: p, a: Double(n - k), b: Double(k) + 1)
    }

    /// P(X > k), accurate in the upper tail.
    public static func survival(_ k: Int, n: Int, p: Double) -> Double {
        guard n >= 0, p >= 0, p <= 1 else { return .nan }
        if k < 0 { return 1 }
        if k >= n { return 0 }
        return Beta.cdf(p, complement: 1 - p, a: Double(k) + 1, b: Double(n - k))
    }
}
