import Testing
import Metrics

@Suite struct ChiSquaredTests {
    @Test func isAGammaVariableOfHalfTheDegreesOfFreedom() {
        for row in Reference.gammaIntegrals where row[0] < 1000 {
            #expect(Reference.error(ChiSquared.survival(2 * row[1], df: 2 * row[0]), row[3]) < 1e-12)
            #expect(Reference.error(ChiSquared.cdf(2 * row[1], df: 2 * row[0]), row[2]) < 1e-12)
        }
    }

    /// One degree of freedom is the square of a standard normal value.
    @Test(arguments: [0.05, 0.01, 0.003125, 1e-5])
    func oneDegreeOfFreedomIsASquaredNormal(_ p: Double) {
        let z = Normal.critical(level: 1 - p)
        #expect(Reference.error(ChiSquared.survival(z * z, df: 1), p) < 1e-6)
        #expect(Reference.error(ChiSquared.quantile(1 - p, df: 1), z * z) < 1e-9)
    }

    @Test(arguments: [1e-9, 0.025, 0.5, 0.975, 0.9999])
    func quantilesUndoTheIntegral(_ probability: Double) {
        for df in [0.7, 1, 3, 20, 699] {
            let x = ChiSquared.quantile(probability, df: df)
            #expect(Reference.error(ChiSquared.cdf(x, df: df), probability) < 1e-11, "\(df)")
        }
    }

    @Test func edgesAndNonsense() {
        #expect(ChiSquared.quantile(0, df: 3) == 0)
        #expect(ChiSquared.quantile(1, df: 3) == .infinity)
        #expect(ChiSquared.quantile(1.1, df: 3).isNaN && ChiSquared.survival(1, df: 0).isNaN)
    }
}
