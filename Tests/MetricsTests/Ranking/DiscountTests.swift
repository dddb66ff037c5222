import Metrics
import Testing

@Suite struct DiscountTests {
    /// Values by hand: 1/log2(2), 1/log2(4), 1/log2(8), 1/log2(16).
    @Test(arguments: [(1, 1.0), (3, 0.5), (7, 1.0 / 3), (15, 0.25)])
    func halvesOverPowersOfTwo(rank: Int, expected: Double) {
        #expect(abs(Discount.logarithmic(rank: rank) - expected) < 1e-15)
    }

    @Test func fallsWithRankAndIsNothingBeforeTheFirst() {
        for rank in 1...100 { #expect(Discount.logarithmic(rank: rank) > Discount.logarithmic(rank: rank + 1)) }
        #expect(Discount.logarithmic(rank: 0) == 0)
    }
}
