import RealModule
@testable import Metrics

/// Judging simulated rates: a seeded run is a constant, but its bound must not be tuned to it.
enum Simulated {
    /// True when some rate in [low, high] would give `count` of `runs` with more than one chance in a million on either side.
    static func isWithin(_ count: Int, of runs: Int, _ low: Double, _ high: Double) -> Bool {
        Binomial.cdf(count, n: runs, p: low) > 1e-6 && 1 - Binomial.cdf(count - 1, n: runs, p: high) > 1e-6
    }
}

/// Names that do not collide with what Foundation and RealModule both offer.
extension Double {
    static func exponential(_ x: Double) -> Double { .exp(x) }
    static func logarithm(_ x: Double) -> Double { .log(x) }
}
