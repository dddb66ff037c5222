import RealModule

/// The standard normal distribution.
public enum Normal {
    /// P(Z <= x). Relative error below 1e-13 for x >= -37, absolute error below 2e-16 elsewhere.
    public static func cdf(_ x: Double) -> Double {
        Double.erfc(-x * sqrtHalf) / 2
    }

    /// P(Z > x), accurate in the upper tail where 1 - cdf would lose everything.
    public static func survival(_ x: Double) -> Double {
        Double.erfc(x * sqrtHalf) / 2
    }

    public static func density(_ x: Double) -> Double {
        Double.exp(-x * x / 2) * inverseSqrtTwoPi
    }

    /// The x with P(Z <= x) = `probability`; -infinity at 0, infinity at 1, NaN outside [0, 1].
    ///
    /// Hastings' rational start (Abramowitz and Stegun 26.2.23, error 4.5e-4) and three Halley steps on the exact tail,
    /// which leaves an error below 1e-14 relative (1e-16 absolute near the median) for probabilities from 1e-300.
    public static func quantile(_ probability: Double) -> Double {
        if probability > 0.5 { return -quantile(1 - probability) }
        guard probability > 0 else { return probability == 0 ? -.infinity : .nan }
        if probability == 0.5 { return 0 }
        let t = (-2 * Double.log(probability)).squareRoot()
        let numerator = 2.515517 + t * (0.802853 + t * 0.010328)
        let denominator = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308))
        var x = -(t - numerator / denominator)
        for _ in 0..<3 {
            let step = (cdf(x) - probability) / density(x)
            x -= step / (1 + x * step / 2)
        }
        return x
    }

    /// The z with P(|Z| <= z) = `level`: 1.959964 for 0.95.
    public static func critical(level: Double) -> Double {
        -quantile((1 - level) / 2)
    }

    /// P(|Z| >= |z|).
    public static func twoSided(_ z: Double) -> Double {
        min(1, 2 * survival(abs(z)))
    }

    private static let sqrtHalf = 0.5.squareRoot()
    private static let inverseSqrtTwoPi = 1 / (2 * Double.pi).squareRoot()
}
