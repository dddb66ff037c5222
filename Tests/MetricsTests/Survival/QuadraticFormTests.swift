import Testing
import Metrics

@Suite struct QuadraticFormTests {
    @Test func byHand() throws {
        // Inverse of [[4, 2], [2, 3]] is [[3, -2], [-2, 4]] / 8.
        let value = try #require(QuadraticForm.value([1, 2], [[4, 2], [2, 3]]))
        #expect(abs(value - (3 - 8 + 16) / 8.0) < 1e-15)
        #expect(QuadraticForm.value([3], [[4]]) == 2.25)
    }

    @Test func singular() {
        #expect(QuadraticForm.value([1, 1], [[1, 1], [1, 1]]) == nil)
        #expect(QuadraticForm.value([1], [[0]]) == nil)
    }
}
