import Testing
import Metrics

@Suite struct GammaTests {
    @Test func bothTailsAgreeWithFiftyDigits() {
        for row in Reference.gammaIntegrals {
            #expect(Reference.error(Gamma.lower(row[0], row[1]), row[2]) < 1e-12, "P(\(row[0]), \(row[1]))")
            // The smaller tail carries the digits; the larger is its complement.
            #expect(Reference.error(Gamma.upper(row[0], row[1]), row[3]) < 1e-12, "Q(\(row[0]), \(row[1]))")
        }
    }

    @Test func edgesAndNonsense() {
        #expect(Gamma.lower(2, 0) == 0 && Gamma.upper(2, 0) == 1)
        #expect(Gamma.lower(2, .infinity) == 1 && Gamma.upper(2, .infinity) == 0)
        #expect(Gamma.lower(0, 1).isNaN && Gamma.upper(-1, 1).isNaN && Gamma.upper(1, .nan).isNaN)
    }
}
