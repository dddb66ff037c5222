import Foundation
import Metrics

/// Judging simulated rates: seeds are 1...N, fixed before the first run, and a count is held against the exact binomial.
enum SimulatedRate {
    /// How many times longer than in the suite a simulation runs: FAIRNESS_AUDIT_SIMULATION_FACTOR, 1 when it is not set.
    static let factor = ProcessInfo.processInfo.environment["FAIRNESS_AUDIT_SIMULATION_FACTOR"].flatMap { Int($0) } ?? 1

    /// The smallest count that is enough. At 100 runs and more it is the promised share itself; with fewer runs the largest count
    /// that stays below by chance at most once in a thousand when the true rate is the promised one.
    static func needed(_ promised: Double, of runs: Int) -> Int {
        if runs >= 100 { return Int((promised * Double(runs)).rounded(.up)) }
        return (0...runs).last { $0 == 0 || Binomial.cdf($0 - 1, n: runs, p: promised) <= 0.001 } ?? 0
    }
}
