import Testing
import Metrics

@Suite struct FDistributionTests {
    @Test func bothTailsAgreeWithFiftyDigits() {
        for row in Reference.fTails {
            let cdf = FDistribution.cdf(row[2], numerator: row[0], denominator: row[1])
            let survival = FDistribution.survival(row[2], numerator: row[0], denominator: row[1])
            #expect(Reference.error(cdf, row[3]) < 1e-11, "\(row)")
            #expect(Reference.error(survival, row[4]) < 1e-11, "\(row)")
        }
    }

    /// With one numerator degree of freedom F is the square of Student's t.
    @Test(arguments: [0.3, 1.0, 2.2, 7.0])
    func oneNumeratorDegreeIsASquaredT(_ t: Double) {
        #expect(Reference.error(FDistribution.survival(t * t, numerator: 1, denominator: 12), StudentT.twoSided(t, df: 12)) < 1e-12)
    }

    @Test(arguments: [1e-6, 0.025, 0.5, 0.975, 0.9999])
    func quantilesUndoTheIntegral(_ probability: Double) {
        for (d1, d2) in [(1.0, 5.0), (3, 40), (12, 697)] {
            let f = FDistribution.quantile(probability, numerator: d1, denominator: d2)
            #expect(Reference.error(FDistribution.cdf(f, numerator: d1, denominator: d2), probability) < 1e-10)
        }
    }

    @Test func edgesAndNonsense() {
        #expect(FDistribution.survival(0, numerator: 2, denominator: 3) == 1)
        #expect(FDistribution.cdf(.infinity, numerator: 2, denominator: 3) == 1)
        #expect(FDistribution.quantile(1, numerator: 2, denominator: 3) == .infinity)
        #expect(FDistribution.survival(1, numerator: 0, denominator: 3).isNaN)
    }
}
