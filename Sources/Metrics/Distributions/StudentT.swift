import RealModule

/// Student's t distribution for real degrees of freedom > 0, as Welch's approximation needs.
public enum StudentT {
    /// P(T > t). Measured relative error below 1e-12 for df from 0.5 to 1e4 and below 1e-10 up to 1e6;
    /// beyond that it grows like 1e-16 df.
    public static func survival(_ t: Double, df: Double) -> Double {
        guard df > 0, !t.isNaN else { return .nan }
        if df.isInfinite { return Normal.survival(t) }
        return t >= 0 ? upperTail(t, df) : 1 - upperTail(-t, df)
    }

    /// P(T <= t).
    public static func cdf(_ t: Double, df: Double) -> Double {
        survival(-t, df: df)
    }

    /// P(|T| >= |t|).
    public static func twoSided(_ t: Double, df: Double) -> Double {
        min(1, 2 * survival(abs(t), df: df))
    }

    /// The t with P(T <= t) = `probability`; infinite at 0 and 1, NaN outside.
    public static func quantile(_ probability: Double, df: Double) -> Double {
        guard df > 0, probability >= 0, probability <= 1 else { return .nan }
        if probability > 0.5 { return -quantile(1 - probability, df: df) }
        if probability == 0.5 { return 0 }
        if probability == 0 { return -.infinity }
        if df.isInfinite { return Normal.quantile(probability) }
        // Heavy tails stretch over hundreds of decades, so the search runs over the logarithm of t.
        var high = 1.0
        while upperTail(Double.exp(high), df) > probability {
            high *= 2
            if high > 700 { return -.infinity }
        }
        let logT = Bisection.boundary(low: -45, high: high) { upperTail(Double.exp($0), df) > probability }
        return polished(Double.exp(logT), probability, df)
    }

    /// The t with P(|T| <= t) = `level`.
    public static func critical(level: Double, df: Double) -> Double {
        -quantile((1 - level) / 2, df: df)
    }

    private static func upperTail(_ t: Double, _ df: Double) -> Double {
        if t == 0 { return 0.5 }
        if t.isInfinite { return 0 }
        // t^2 may overflow; the two shares are formed from the ratio instead.
        let ratio = t / df.squareRoot()
        let square = ratio * ratio
        if square.isInfinite { return 0 }
        let x = 1 / (1 + square)
        let y = square < 1 ? square / (1 + square) : 1 / (1 + 1 / square)
        return Beta.cdf(x, complement: y, a: df / 2, b: 0.5) / 2
    }

    /// One Newton step on the logarithm of the tail, to take away the rounding of exp(log t).
    private static func polished(_ t: Double, _ probability: Double, _ df: Double) -> Double {
        let tail = upperTail(t, df)
        // Density: the derivative of I_x(df/2, 1/2)/2 with respect to t.
        let square = t * t / df
        let term = SaddlePoint.binomialTerm(df / 2, of: df / 2 + 0.5, p: 1 / (1 + square), q: square / (1 + square))
        let density = term * (df / 2 * 0.5 / (df / 2 + 0.5)) / t
        guard tail > 0, density > 0, density.isFinite else { return -t }
        let better = t + (tail - probability) / density
        return -(better.isFinite && better > 0 ? better : t)
    }
}
