import RealModule

/// Kolmogorov's limiting distribution: of sqrt(n) times the largest distance between a cumulative distribution and its sample.
public enum Kolmogorov {
    /// P(K > x) = 2 sum over k >= 1 of (-1)^(k-1) exp(-2 k^2 x^2), or below 1 by the mirrored series, which converges there at once:
    /// 1 - sqrt(2 pi)/x sum exp(-(2k - 1)^2 pi^2 / (8 x^2)). Relative error below 1e-13; 1 at and below zero.
    public static func survival(_ x: Double) -> Double {
        guard x > 0 else { return x.isNaN ? .nan : 1 }
        if x < 1 {
            let unit = Double.pi * Double.pi / (8 * x * x)
            var sum = 0.0
            for odd in [9.0, 7, 5, 3, 1] { sum += Double.exp(-odd * odd * unit) }
            return 1 - (2 * Double.pi).squareRoot() / x * sum
        }
        var sum = 0.0
        for k in [6.0, 5, 4, 3, 2, 1] {
            let term = Double.exp(-2 * k * k * x * x)
            sum = term - sum
        }
        return min(1, 2 * sum)
    }
}
