import Testing
import Metrics

@Suite struct BisectionTests {
    @Test func findsWhereAConditionTurns() {
        let root = Bisection.boundary(low: 0, high: 2) { $0 * $0 < 2 }
        #expect(abs(root - 2.0.squareRoot()) < 1e-15)
    }

    @Test func aConditionThatNeverTurnsGivesTheEdge() {
        #expect(Bisection.boundary(low: -1, high: 3) { _ in true } > 3 - 1e-15)
        #expect(Bisection.boundary(low: -1, high: 3) { _ in false } < -1 + 1e-15)
    }

    @Test func anEmptyRangeIsItself() {
        #expect(Bisection.boundary(low: 1, high: 1) { _ in true } == 1)
    }
}
