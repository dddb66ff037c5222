import RealModule

/// Binomial-shaped terms for real arguments without the cancellation of log-gamma differences.
///
/// Source: Loader (2000), *Fast and accurate computation of binomial probabilities*. With log-gamma alone a beta integral with
/// parameters of 1e4 keeps 11 digits; in this form it keeps 14.
package enum SaddlePoint {
    /// ln(x!) - [ (x + 1/2) ln x - x + ln(2 pi)/2 ] for x > 0: what Stirling's formula leaves over.
    package static func stirlingError(_ x: Double) -> Double {
        if x < 16 {
            return Double.logGamma(x + 1) - ((x + 0.5) * Double.log(x) - x + halfLogTwoPi)
        }
        let inverse = 1 / x
        let square = inverse * inverse
        // Bernoulli terms 1/12, -1/360, 1/1260, -1/1680, 1/1188, -691/360360, 1/156; the next is below 1e-17 at 16.
        var series = 1.0 / 156
        for coefficient in [-691.0 / 360_360, 1.0 / 1188, -1.0 / 1680, 1.0 / 1260, -1.0 / 360, 1.0 / 12] {
            series = series * square + coefficient
        }
        return series * inverse
    }

    /// x ln(x / mean) + mean - x, the deviance part, for x >= 0 and mean > 0.
    package static func deviance(_ x: Double, _ mean: Double) -> Double {
        if x == 0 { return mean }
        let difference = x - mean
        let relative = difference / (x + mean)
        guard abs(relative) < 0.1 else {
            return x * Double.log(x / mean) - difference
        }
        // x ln(x/mean) = 2x atanh(relative); the first terms cancel against the difference analytically.
        var sum = difference * relative
        let square = relative * relative
        var power = 2 * x * relative
        var index = 1.0
        while true {
            power *= square
            let next = sum + power / (2 * index + 1)
            if next == sum { return sum }
            sum = next
            index += 1
        }
    }

    /// Gamma(n+1) / (Gamma(x+1) Gamma(n-x+1)) p^x q^(n-x) for real 0 <= x <= n, with q = 1 - p given separately so that
    /// neither end loses digits.
    package static func binomialTerm(_ x: Double, of n: Double, p: Double, q: Double) -> Double {
        if p == 0 { return x == 0 ? 1 : 0 }
        if q == 0 { return x == n ? 1 : 0 }
        if n == 0 { return 1 }
        // (1 - p)^n through log1p of whichever of p, q is small.
        if x == 0 { return Double.exp(n * (p < 0.5 ? Double.log(onePlus: -p) : Double.log(q))) }
        if x == n { return Double.exp(n * (q < 0.5 ? Double.log(onePlus: -q) : Double.log(p))) }
        let rest = n - x
        let exponent = stirlingError(n) - stirlingError(x) - stirlingError(rest) - deviance(x, n * p) - deviance(rest, n * q)
        return Double.exp(exponent) * (n / (2 * Double.pi * x * rest)).squareRoot()
    }

    private static let halfLogTwoPi = Double.log(2 * Double.pi) / 2
}
