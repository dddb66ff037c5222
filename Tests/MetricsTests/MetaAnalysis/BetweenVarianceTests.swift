import Metrics
import RealModule
import Testing

/// That both agree with metafor is in `HeterogeneityTests`; here the likelihood is looked at as a whole.
@Suite struct BetweenVarianceTests {
    /// The restricted log-likelihood up to a constant, written down from Viechtbauer 2005 and not from the code.
    private static func likelihood(_ effects: StudyEffects, _ tau: Double) -> Double {
        let variances = effects.standardErrors.map { $0 * $0 + tau }
        let weights = variances.map { 1 / $0 }
        let total = weights.reduce(0, +)
        let mean = zip(weights, effects.estimates).reduce(0) { $0 + $1.0 * $1.1 } / total
        let spread = zip(weights, effects.estimates).reduce(0) { $0 + $1.0 * ($1.1 - mean) * ($1.1 - mean) }
        return -0.5 * (variances.reduce(0) { $0 + .log($1) } + .log(total) + spread)
    }

    /// Errors of very different size give a second peak now and then: the answer is the higher one.
    @Test func noOtherVarianceIsLikelier() throws {
        var secondPeaks = 0
        for seed in 1...2_000 as ClosedRange<UInt64> {
            var random = SeededRandom(seed: seed)
            let count = 3 + random.index(below: 5)
            let errors = (0..<count).map { _ in 0.1 * .pow(10, random.uniform()) }
            let effects = try StudyEffects(estimates: errors.map { ($0 + 0.1) * random.normal() }, standardErrors: errors)
            let found = try BetweenVariance.restrictedLikelihood.value(effects)
            let height = Self.likelihood(effects, found)
            let range = (effects.estimates.max() ?? 0) - (effects.estimates.min() ?? 0)
            let grid = (0...300).map { range * range * .pow(Double($0) / 300, 3) }
            #expect(grid.allSatisfy { Self.likelihood(effects, $0) <= height + 1e-7 }, "seed \(seed), tau^2 \(found)")
            if found > 0, Self.likelihood(effects, range * range * 1e-9) < Self.likelihood(effects, 0) { secondPeaks += 1 }
        }
        #expect(secondPeaks > 0)
    }
}
