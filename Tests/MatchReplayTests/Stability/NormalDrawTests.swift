import Metrics
import Testing

@testable import MatchReplay

struct NormalDrawTests {
    /// `norm.ppf` of scipy 1.17.1, printed by scripts/reference/stability.py.
    static let quantiles: [(Double, Double)] = [
        (0.5, 0), (0.025, -1.9599639845400545), (0.9, 1.2815515655446004), (0.075, -1.4395314709384563), (0.0749, -1.4402382675279635),
        (1e-6, -4.753424308822899), (1e-12, -7.034483825301131), (0.999999, 4.753424308817087), (0.3, -0.5244005127080409),
    ]

    @Test(arguments: quantiles)
    func quantilesOfTheNormalDistribution(probability: Double, expected: Double) {
        #expect(abs(NormalDraw.quantile(probability) - expected) <= 4e-15 * max(1, abs(expected)))
    }

    /// Two algorithms that share nothing.
    @Test func agreesWithTheSearchInMetrics() {
        for seed in 1...2_000 {
            let probability = CounterRandom.uniform(seed: UInt64(seed), participant: 1, replicate: 1)
            #expect(abs(NormalDraw.quantile(probability) - Normal.quantile(probability)) < 2e-15 * max(1, abs(Normal.quantile(probability))) + 1e-15)
        }
    }

    /// Draws of one scale, participant and number never depend on anything else.
    @Test func drawsBelongToScaleParticipantAndNumber() {
        let seed = NormalDraw.seed(1, scale: "cap_verbal")
        #expect(seed != NormalDraw.seed(1, scale: "cap_spatial") && seed != NormalDraw.seed(2, scale: "cap_verbal"))
        let draws = (0..<1_000).map { NormalDraw.value(seed: seed, participant: 7, draw: $0) }
        #expect(Set(draws).count == 1_000)
        // Mean and variance of 1,000 standard normal draws, within 4 standard errors.
        let mean = draws.reduce(0, +) / 1_000, variance = draws.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 999
        #expect(abs(mean) < 4 / 1_000.0.squareRoot())
        #expect(abs(variance - 1) < 4 * (2.0 / 999).squareRoot())
    }
}
