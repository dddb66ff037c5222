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

    /// P(X = k) for every k in 0...n: the most probable term by the saddle point, the others from their neighbour. Relative error below
    /// 1e-12 for n up to 1e4 (terms below 1e-300 may be 0).
    package static func row(n: Int, p: Double) -> [Double] {
        guard n >= 0, p >= 0, p <= 1 else { return [Double](repeating: .nan, count: max(0, n) + 1) }
        var row = [Double](repeating: 0, count: n + 1)
        if p == 0 || p == 1 {
            row[p == 0 ? 0 : n] = 1
            return row
        }
        let odds = p / (1 - p)
        let mode = min(n, Int((Double(n + 1) * p).rounded(.down)))
        row[mode] = pmf(mode, n: n, p: p)
        for k in stride(from: mode + 1, through: n, by: 1) { row[k] = row[k - 1] * (Double(n - k + 1) / Double(k) * odds) }
        for k in stride(from: mode - 1, through: 0, by: -1) { row[k] = row[k + 1] * (Double(k + 1) / Double(n - k) / odds) }
        return row
    }
}
