import Testing
import Metrics

@Suite struct TuckerCongruenceTests {
    @Test func valueByHand() throws {
        let phi = try TuckerCongruence([0.8, 0.6, 0.1], [0.7, 0.7, 0.2])
        // (.56 + .42 + .02) / sqrt(1.01 * 1.02)
        #expect(abs(phi.estimate - 1 / (1.01 * 1.02).squareRoot()) < 1e-15 && phi.count == 3)
        #expect(throws: Undefined.noSamplingModel) { try phi.interval(level: 0.95) }
    }

    @Test func edgesHaveReasons() throws {
        #expect(throws: Undefined.unequalLengths) { try TuckerCongruence([1], [1, 2]) }
        #expect(throws: Undefined.noObservations) { try TuckerCongruence([], []) }
        #expect(throws: Undefined.zeroDenominator) { try TuckerCongruence([0, 0], [1, 2]) }
        #expect(throws: Undefined.notFinite) { try TuckerCongruence([.nan, 0], [1, 2]) }
        #expect(try abs(TuckerCongruence([1e-200, 2e-200], [1e200, 2e200]).estimate - 1) < 1e-15)
    }
}
