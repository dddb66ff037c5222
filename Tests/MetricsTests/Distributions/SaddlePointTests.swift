import Testing
import Metrics

@Suite struct SaddlePointTests {
    /// mpmath 1.3.0, 50 digits: log(gamma(x+1)) - ((x+.5) log x - x + log(2 pi)/2).
    @Test(arguments: [
        (0.5, 0.15342640972002734529), (1, 0.08106146679532725822), (3, 0.02767792568499833915),
        (15.999, 0.0052079813338524327), (16, 0.0052076559196096404407), (250.5, 0.00033266782062409704),
    ])
    func stirlingErrorOnBothSidesOfTheSwitch(_ x: Double, _ expected: Double) {
        #expect(abs(SaddlePoint.stirlingError(x) - expected) < 3e-14)
    }

    @Test func devianceIsSmoothWhereItsSeriesBegins() {
        for x in [5.0, 80, 1e6] {
            // relative difference .1 is reached at mean = x * .9/1.1
            let edge = x * 0.9 / 1.1
            let below = SaddlePoint.deviance(x, edge * (1 - 1e-12))
            let above = SaddlePoint.deviance(x, edge * (1 + 1e-12))
            #expect(Reference.error(below, above) < 1e-10)
        }
        #expect(SaddlePoint.deviance(7, 7) == 0)
        #expect(SaddlePoint.deviance(0, 3) == 3)
    }

    @Test func binomialTermAtTheEnds() {
        #expect(SaddlePoint.binomialTerm(0, of: 5, p: 0, q: 1) == 1)
        #expect(SaddlePoint.binomialTerm(2, of: 5, p: 0, q: 1) == 0)
        #expect(SaddlePoint.binomialTerm(5, of: 5, p: 1, q: 0) == 1)
        #expect(Reference.error(SaddlePoint.binomialTerm(0, of: 3, p: 0.2, q: 0.8), 0.512) < 1e-14)
        #expect(Reference.error(SaddlePoint.binomialTerm(3, of: 3, p: 0.2, q: 0.8), 0.008) < 1e-14)
    }
}
