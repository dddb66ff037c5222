import Testing
import Metrics

@Suite struct NormalTests {
    @Test func tailsAgreeWithFiftyDigits() {
        for row in Reference.normalTails {
            #expect(Reference.error(Normal.cdf(row[0]), row[1]) < 2e-13, "cdf \(row[0])")
            #expect(Reference.error(Normal.survival(row[0]), row[2]) < 2e-13, "survival \(row[0])")
        }
    }

    @Test func quantilesAgreeWithFiftyDigits() {
        for row in Reference.normalQuantiles {
            #expect(Reference.error(Normal.quantile(row[0]), row[1], floor: 1e-2) < 1e-14, "quantile \(row[0])")
        }
    }

    @Test func quantilesAtTheEdges() {
        #expect(Normal.quantile(0) == -.infinity)
        #expect(Normal.quantile(1) == .infinity)
        #expect(Normal.quantile(-0.1).isNaN)
        #expect(Normal.quantile(1.1).isNaN)
        #expect(Normal.quantile(.nan).isNaN)
    }

    @Test func criticalValuesAreTheKnownOnes() {
        #expect(abs(Normal.critical(level: 0.95) - 1.959963984540054) < 1e-14)
        #expect(abs(Normal.critical(level: 0.9) - 1.6448536269514722) < 1e-14)
        #expect(abs(Normal.twoSided(-1.959963984540054) - 0.05) < 1e-15)
    }
}
