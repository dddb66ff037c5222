import Foundation
import Metrics

/// Judging simulated rates: a seeded run is a constant, but its bound must not be tuned to it.
enum Simulated {
    /// How many times longer than in the suite each simulation runs: FAIRNESS_AUDIT_SIMULATION_FACTOR, 1 when it is not set.
    /// scripts/simulate/metrics.sh sets it and collects the printed lines into a table.
    static let factor = ProcessInfo.processInfo.environment["FAIRNESS_AUDIT_SIMULATION_FACTOR"].flatMap { Int($0) } ?? 1

    /// True when some rate in [low, high] gives a count as extreme as this with more than one chance in a thousand.
    static func isWithin(_ count: Int, of runs: Int, _ low: Double, _ high: Double, _ what: String) throws -> Bool {
        if factor > 1 {
            let interval = try ClopperPearson(events: Double(count), total: Double(runs)).interval(level: 0.99)
            let figures = [Double(count) / Double(runs), interval.low, interval.high].map { String(format: "%.4f", $0) }
            print("SIMULATED | \(what) | \(runs) | \(figures[0]) | \(figures[1]) to \(figures[2]) | \(low) to \(high)")
        }
        return Binomial.cdf(count, n: runs, p: low) > 1e-3 && Binomial.survival(count - 1, n: runs, p: high) > 1e-3
    }
}

/// Names that do not collide with what Foundation offers.
extension Double {
    static func exponential(_ x: Double) -> Double { Foundation.exp(x) }
    static func logarithm(_ x: Double) -> Double { Foundation.log(x) }
}
