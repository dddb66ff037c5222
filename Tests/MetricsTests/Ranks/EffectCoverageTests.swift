import Testing
import Metrics

/// Coverage of the intervals for shifts, orders, standardised effects and quantiles; part of scripts/simulate/coverage-means.sh.
@Suite struct EffectCoverageTests {
    private static let levels = [0.95, 0.99375]

    private func misses(
        _ runs: Int, seed: UInt64, _ n: Int, _ m: Int, truth: Double, draw: (inout SeededRandom, Bool) -> Double,
        interval: ([Double], [Double], Double) throws -> Interval
    ) throws -> (used: Int, missed: [Int]) {
        var random = SeededRandom(seed: seed)
        var used = 0
        var missed = [0, 0]
        for _ in 0..<runs {
            let group = (0..<n).map { _ in draw(&random, true) }
            let reference = (0..<m).map { _ in draw(&random, false) }
            guard let both = try? Self.levels.map({ try interval(group, reference, $0) }) else { continue }
            used += 1
            for index in both.indices where both[index].excludes(truth) { missed[index] += 1 }
        }
        return (used, missed)
    }

    private func judge(_ what: String, _ result: (used: Int, missed: [Int]), _ ranges: [(Double, Double)]) throws {
        for (index, level) in ["95 %", "99.375 %"].enumerated() {
            let (low, high) = ranges[index]
            #expect(try Simulated.isWithin(result.missed[index], of: result.used, low, high, "misses of \(what), \(level)"))
        }
    }

    /// The exact interval never misses more often than its level says, with or without ties; the normal one keeps it within a fifth.
    @Test(arguments: [(8, 12, false), (20, 60, false), (20, 60, true), (40, 100, false), (40, 100, true)])
    func hodgesLehmann(_ n: Int, _ m: Int, _ ties: Bool) throws {
        let exact = n * m <= RankSumDistribution.maximumPairs
        let result = try misses(200 * Simulated.factor, seed: UInt64(n * m), n, m, truth: 1, draw: { random, isGroup in
            let value = Double.exponential(0.5 * random.normal())
            return (ties ? (value * 4).rounded() / 4 : value) + (isGroup ? 1 : 0)
        }, interval: { try HodgesLehmannDifference(group: $0, reference: $1).interval(level: $2) })
        try judge("Hodges-Lehmann, shifted lognormal\(ties ? " in quarters (ties)" : ""), \(n) against \(m)\(exact ? ", exact" : "")", result,
                  exact || ties ? [(0, 0.05), (0, 0.00625)] : [(0.03, 0.055), (0.003, 0.0075)])
    }

    /// Normal values with different spreads: P(larger) - P(smaller) = 2 Phi(shift / sqrt(s1^2 + s0^2)) - 1.
    @Test(arguments: [(15, 15, 0.0, 1.0), (30, 120, 0.5, 1.0), (30, 120, 0.5, 3.0), (60, 600, 1.0, 0.5)])
    func cliff(_ n: Int, _ m: Int, _ shift: Double, _ spread: Double) throws {
        let truth = 2 * Normal.cdf(shift / (1 + spread * spread).squareRoot()) - 1
        let result = try misses(200 * Simulated.factor, seed: UInt64(n * m), n, m, truth: truth, draw: { random, isGroup in
            isGroup ? shift + spread * random.normal() : random.normal()
        }, interval: { try CliffsDelta(group: $0, reference: $1).interval(level: $2) })
        try judge("Cliff's delta, normal, shift \(shift), spread \(spread), \(n) against \(m)", result, [(0.03, 0.07), (0.002, 0.015)])
    }

    /// Exact for normal values of equal spread.
    @Test(arguments: [(6, 8, 0.8), (12, 60, 0.3)])
    func hedges(_ n: Int, _ m: Int, _ effect: Double) throws {
        let result = try misses(125 * Simulated.factor, seed: UInt64(n * m), n, m, truth: effect, draw: { random, isGroup in
            random.normal() + (isGroup ? effect : 0)
        }, interval: { try HedgesG(group: $0, reference: $1).interval(level: $2) })
        try judge("Hedges g, normal, effect \(effect), \(n) against \(m)", result, [(0.045, 0.055), (0.0045, 0.008)])
    }

    /// Order statistics put together: conservative; quantiles of a skewed distribution, same on both sides.
    @Test(arguments: [(12, 60, 0.5), (30, 120, 0.5), (60, 600, 0.5), (60, 600, 0.1), (60, 600, 0.9)])
    func quantiles(_ n: Int, _ m: Int, _ probability: Double) throws {
        let result = try misses(200 * Simulated.factor, seed: UInt64(n * m), n, m, truth: 0, draw: { random, _ in
            Double.exponential(0.5 * random.normal())
        }, interval: { try QuantileDifference(group: $0, reference: $1, probability: probability).interval(level: $2) })
        try judge("difference of quantiles \(probability), lognormal, \(n) against \(m)", result, [(0, 0.055), (0, 0.009)])
    }
}
