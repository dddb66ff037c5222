import Foundation
import Metrics

/// Coverage and error rates of methods for rates, by summing over every table that can occur: exact, no simulation.
enum Enumeration {
    typealias Pair = (group: Double, reference: Double)

    /// True when scripts/simulate/coverage-rates.sh runs: the full grid, with a printed table.
    static var isLong: Bool { Simulated.factor > 1 }

    /// Common rates .02, .03 ... .98 (in the long run every .0025).
    static var rates: [Double] {
        isLong ? (8...392).map { Double($0) / 400 } : (2...98).map { Double($0) / 100 }
    }

    /// Pairs of rates from U(.03, .97); the seed was fixed before the first run.
    static func randomPairs(_ count: Int) -> [Pair] {
        var random = SeededRandom(seed: 1)
        return (0..<count).map { _ in (0.03 + 0.94 * random.uniform(), 0.03 + 0.94 * random.uniform()) }
    }

    /// Mean and smallest value, printed in the long run.
    static func summary(_ values: [Double], _ what: String, _ sizes: String, _ level: Double) -> (mean: Double, minimum: Double, maximum: Double) {
        let mean = values.reduce(0, +) / Double(values.count)
        let (low, high) = (values.min() ?? .nan, values.max() ?? .nan)
        if isLong {
            let figures = [mean, low, high].map { String(format: "%.4f", $0) }.joined(separator: " | ")
            print("COVERAGE | \(what) | \(sizes) | \(level) | \(values.count) | \(figures)")
        }
        return (mean, low, high)
    }

    /// Coverage of an interval for one rate at every rate of `rates`.
    static func coverage(people: Int, _ interval: (Double, Double) throws -> Interval) throws -> [Double] {
        let intervals = try (0...people).map { try interval(Double($0), Double(people)) }
        return rates.map { p in
            let row = Binomial.row(n: people, p: p)
            return intervals.indices.reduce(0) { $0 + (intervals[$1].excludes(p) ? 0 : row[$1]) }
        }
    }

    /// Coverage of an interval for a comparison of two rates at every pair. An undefined comparison (nil) excludes nothing.
    static func coverage(
        _ n1: Int, _ n0: Int, _ pairs: [Pair], truth: (Pair) -> Double, _ interval: (Double, Double, Double, Double) throws -> Interval?
    ) throws -> [Double] {
        let truths = pairs.map(truth)
        let first = pairs.map { Binomial.row(n: n1, p: $0.group) }
        let second = pairs.map { Binomial.row(n: n0, p: $0.reference) }
        var coverage = [Double](repeating: 0, count: pairs.count)
        for x1 in 0...n1 {
            for x0 in 0...n0 {
                let interval = try interval(Double(x1), Double(n1), Double(x0), Double(n0))
                for index in pairs.indices where interval?.excludes(truths[index]) != true {
                    coverage[index] += first[index][x1] * second[index][x0]
                }
            }
        }
        return coverage
    }

    /// Chance of rejecting "equal rates" at every common rate of `rates`.
    static func typeOneErrors(_ n1: Int, _ n0: Int, rejects: (Int, Int) throws -> Bool) throws -> [Double] {
        let rejected = try (0...n1).map { x1 in try (0...n0).map { try rejects(x1, $0) } }
        return rates.map { p in
            let (first, second) = (Binomial.row(n: n1, p: p), Binomial.row(n: n0, p: p))
            var sum = 0.0
            for x1 in 0...n1 {
                for x0 in 0...n0 where rejected[x1][x0] { sum += first[x1] * second[x0] }
            }
            return sum
        }
    }
}
