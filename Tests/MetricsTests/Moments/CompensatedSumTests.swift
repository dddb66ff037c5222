import Testing
import Metrics

@Suite struct CompensatedSumTests {
    @Test func keepsWhatAPlainSumLoses() {
        let values = [1e16, 1, -1e16]
        #expect(values.reduce(0, +) == 0)
        #expect(CompensatedSum(values).value == 1)
        #expect(CompensatedSum([1, 1e16, -1e16]).value == 1)
    }

    @Test func aMillionTenths() {
        #expect(abs(CompensatedSum(repeatElement(0.1, count: 1_000_000)).value - 100_000) < 2e-11)
        #expect(abs(repeatElement(0.1, count: 1_000_000).reduce(0, +) - 100_000) > 1e-8)
    }

    @Test func emptyIsZeroAndInfinityStays() {
        #expect(CompensatedSum([]).value == 0)
        #expect(CompensatedSum([1, .infinity]).value == .infinity)
    }
}
