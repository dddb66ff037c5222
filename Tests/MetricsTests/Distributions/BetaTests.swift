import Testing
import Metrics

@Suite struct BetaTests {
    @Test func integralsAgreeWithFiftyDigits() {
        for row in Reference.betaIntegrals {
            #expect(Reference.error(Beta.cdf(row[2], a: row[0], b: row[1]), row[3]) < 1e-11, "I_\(row[2])(\(row[0]), \(row[1]))")
        }
    }

    @Test func theTwoTailsAddUp() {
        for row in Reference.betaIntegrals {
            let sum = Beta.cdf(row[2], a: row[0], b: row[1]) + Beta.cdf(1 - row[2], complement: row[2], a: row[1], b: row[0])
            #expect(abs(sum - 1) < 1e-11)
        }
    }

    @Test(arguments: [1e-12, 1e-4, 0.025, 0.5, 0.975, 0.9999])
    func quantilesUndoTheIntegral(_ probability: Double) {
        for (a, b) in [(0.5, 0.5), (1.0, 20.0), (42, 659), (300, 2)] {
            let x = Beta.quantile(probability, a: a, b: b)
            #expect(Reference.error(Beta.cdf(x, a: a, b: b), probability) < 1e-9, "\(a) \(b)")
        }
    }

    @Test func edgesAndNonsense() {
        #expect(Beta.cdf(0, a: 2, b: 3) == 0)
        #expect(Beta.cdf(1, a: 2, b: 3) == 1)
        #expect(Beta.quantile(0, a: 2, b: 3) == 0)
        #expect(Beta.quantile(1, a: 2, b: 3) == 1)
        #expect(Beta.cdf(0.5, a: 0, b: 3).isNaN)
        #expect(Beta.quantile(1.5, a: 2, b: 3).isNaN)
    }
}
