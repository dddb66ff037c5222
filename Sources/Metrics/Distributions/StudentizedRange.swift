import RealModule

/// The studentised range: largest minus smallest of k independent standard normal values, over an independent root mean square
/// with `df` degrees of freedom.
///
/// P(Q > q) = integral over s of P(range > q s) f(s), both integrals by the trapezoidal rule, which converges exponentially for such
/// smooth integrands; tails are summed as tails, so small probabilities keep their digits.
public enum StudentizedRange {
    /// P(Q > q) for 2...200 groups and df >= 1 (infinite allowed). Measured relative error below 1e-10; NaN outside.
    public static func survival(_ q: Double, groups: Int, df: Double) -> Double {
        guard (2...200).contains(groups), df >= 1, !q.isNaN else { return .nan }
        if q <= 0 { return 1 }
        if q == .infinity { return 0 }
        if df.isInfinite || df > 1e8 { return min(1, rangeSurvival(q, groups)) }
        // u = ln s; density of u: proportional to exp(df (u - s^2 / 2)), peak at u = 0.
        let step = min(0.1, 0.5 / (2 * df).squareRoot())
        let log2 = Double.log(2)
        // 2 (df/2)^(df/2) / Gamma(df/2) exp(-df/2), through Stirling so that large df keep their digits.
        let half = df / 2
        let scale = half < 16
            ? Double.exp(log2 + half * Double.log(half) - Double.logGamma(half) - half)
            : 2 * (half / (2 * Double.pi)).squareRoot() * Double.exp(-SaddlePoint.stirlingError(half))
        var sum = 0.0
        for direction in [1.0, -1.0] {
            var index = direction > 0 ? 0.0 : 1.0
            while true {
                let u = direction * index * step
                // u + 1/2 - s^2/2 without cancellation near the peak.
                let exponent = df * (u - Double.expMinusOne(2 * u) / 2)
                let density = scale * Double.exp(exponent)
                let term = density * rangeSurvival(q * Double.exp(u), groups)
                sum += term
                // Towards small s the range's tail approaches 1 and the density falls; towards large s both fall.
                if density < 1e-18 * max(sum, 1e-290), exponent < -1 { break }
                if term == 0, direction > 0, exponent < -1 { break }
                index += 1
                if index * step > 800 { break }
            }
        }
        return min(1, sum * step)
    }

    /// P(Q <= q): absolute error below 1e-13.
    public static func cdf(_ q: Double, groups: Int, df: Double) -> Double {
        1 - survival(q, groups: groups, df: df)
    }

    /// The q with P(Q <= q) = `probability`; 0 at 0, infinity at 1, NaN outside [0, 1].
    public static func quantile(_ probability: Double, groups: Int, df: Double) -> Double {
        guard (2...200).contains(groups), df >= 1, probability >= 0, probability <= 1 else { return .nan }
        if probability == 0 { return 0 }
        if probability == 1 { return .infinity }
        let tail = 1 - probability
        var high = 4.0
        while survival(high, groups: groups, df: df) > tail {
            high *= 2
            if high > 1e12 { return .infinity }
        }
        // Secant steps on the logarithm of the tail inside a bracket: each evaluation costs a double integral.
        var (a, b) = (0.0, high)
        var fa = -Double.log(tail)
        var fb = Double.log(survival(b, groups: groups, df: df)) - Double.log(tail)
        for round in 0..<200 {
            let secant = a + (b - a) * fa / (fa - fb)
            let middle = a + (b - a) / 2
            let next = round % 3 == 2 || !(secant > a && secant < b) ? middle : secant
            let f = Double.log(survival(next, groups: groups, df: df)) - Double.log(tail)
            if f == 0 { return next }
            if f > 0 { (a, fa) = (next, f) } else { (b, fb) = (next, f) }
            if b - a <= 1e-14 * b { break }
        }
        return a + (b - a) / 2
    }

    /// P(range of k standard normal values > w) = k times the integral of phi(z) [Phi(z)^(k-1) - (Phi(z) - Phi(z - w))^(k-1)].
    static func rangeSurvival(_ w: Double, _ groups: Int) -> Double {
        if w > 80 { return 0 }
        let step = 0.7 / Double(groups).squareRoot()
        let power = groups - 1
        var sum = 0.0
        // The largest of k is hardly ever below -8.5, and the smallest w below it makes the tail live up to w + 8.5.
        var z = (-9 / step).rounded(.down) * step
        let end = min(39, max(9, w / 2 + 9))
        while z <= end {
            let whole = Normal.cdf(z)
            let lower = Normal.cdf(z - w)
            let rest = whole - lower
            // a^m - b^m = (a - b)(a^(m-1) + a^(m-2) b + ... + b^(m-1)).
            var series = 0.0
            var wholePower = 1.0
            for _ in 0..<power {
                series = series * rest + wholePower
                wholePower *= whole
            }
            sum += Normal.density(z) * lower * series
            z += step
        }
        return Double(groups) * sum * step
    }
}
