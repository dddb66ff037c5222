import Testing
import Metrics

@Suite struct StudentTTests {
    @Test func tailsAgreeWithFiftyDigits() {
        for row in Reference.studentTails {
            #expect(Reference.error(StudentT.survival(row[1], df: row[0]), row[2]) < 1e-10, "df \(row[0]), t \(row[1])")
        }
    }

    @Test func quantilesAgreeWithFiftyDigits() {
        for row in Reference.studentQuantiles {
            let t = -StudentT.quantile(row[1], df: row[0])
            #expect(Reference.error(t, row[2]) < 1e-11, "df \(row[0]), p \(row[1])")
        }
    }

    @Test func symmetryAndEdges() {
        #expect(StudentT.cdf(0, df: 3.3) == 0.5)
        #expect(abs(StudentT.cdf(1.2, df: 3.3) + StudentT.cdf(-1.2, df: 3.3) - 1) < 1e-15)
        #expect(StudentT.survival(.infinity, df: 4) == 0)
        #expect(StudentT.survival(1e200, df: 4) >= 0)
        #expect(StudentT.quantile(0, df: 4) == -.infinity)
        #expect(StudentT.quantile(1, df: 4) == .infinity)
        #expect(StudentT.quantile(0.5, df: 4) == 0)
        #expect(StudentT.survival(1, df: 0).isNaN)
        #expect(StudentT.quantile(0.3, df: -1).isNaN)
    }

    @Test func manyDegreesOfFreedomAreTheNormal() {
        #expect(StudentT.survival(1.96, df: .infinity) == Normal.survival(1.96))
        #expect(abs(StudentT.critical(level: 0.95, df: 1e9) - Normal.critical(level: 0.95)) < 1e-7)
    }
}
