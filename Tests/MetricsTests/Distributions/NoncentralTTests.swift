import Testing
import Metrics

@Suite struct NoncentralTTests {
    @Test func agreesWithFiftyDigits() {
        for row in Reference.noncentralTails {
            #expect(Reference.error(NoncentralT.cdf(row[2], df: row[0], noncentrality: row[1]), row[3]) < 2e-12, "\(row)")
            #expect(Reference.error(NoncentralT.survival(row[2], df: row[0], noncentrality: row[1]), row[4]) < 2e-12, "\(row)")
        }
    }

    @Test func withoutNoncentralityItIsStudent() {
        for df in [1.0, 2.5, 10, 300] {
            for t in [-1e6, -40, -2.2, -0.1, 0, 0.3, 5, 300] {
                let expected = StudentT.cdf(t, df: df)
                if expected > 1e-200 { #expect(Reference.error(NoncentralT.cdf(t, df: df, noncentrality: 0), expected) < 1e-11, "\(df) \(t)") }
            }
        }
    }

    @Test func noncentralityIsTheInverse() {
        for (t, df) in [(0.0, 3.0), (2.1, 8), (-14, 20), (250, 1_000), (0.4, 1)] {
            for p in [0.003125, 0.025, 0.5, 0.975, 0.996875] {
                let delta = NoncentralT.noncentrality(t, df: df, probability: p)
                #expect(abs(NoncentralT.cdf(t, df: df, noncentrality: delta) - p) < 1e-11)
            }
        }
    }

    @Test func domain() {
        #expect(NoncentralT.cdf(1, df: 0, noncentrality: 1).isNaN)
        #expect(NoncentralT.cdf(.nan, df: 4, noncentrality: 1).isNaN)
        #expect(NoncentralT.cdf(1, df: 4, noncentrality: .infinity).isNaN)
        #expect(NoncentralT.noncentrality(1, df: 4, probability: 1).isNaN)
        #expect(NoncentralT.cdf(0, df: 4, noncentrality: 1) == Normal.cdf(-1))
    }
}
