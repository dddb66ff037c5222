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

    /// The first five weights that the survey lists side by side (2.3 a).
    @Test func areNotInterchangeable() throws {
        let expected: [(Discount, [Double])] = [
            (.logarithmic, [1, 0.630930, 0.5, 0.430677, 0.386853]), (.trec, [1, 1, 0.630930, 0.5, 0.430677]),
            (try .geometric(patience: 0.5), [1, 0.5, 0.25, 0.125, 0.0625]), (.reciprocal, [1, 0.5, 1.0 / 3, 0.25, 0.2]),
            (.uniform, [1, 1, 1, 1, 1]),
        ]
        for (discount, weights) in expected {
            for (offset, weight) in weights.enumerated() { #expect(abs(discount.weight(rank: offset + 1) - weight) < 1e-6) }
            #expect(discount.weight(rank: 0) == 0 && discount.weight(rank: -3) == 0)
        }
        #expect(Set(expected.map(\.0.name)).count == 5)
    }

    @Test(arguments: [0, 1, -0.5, 1.5, .nan, .infinity])
    func patienceIsAProbability(patience: Double) {
        #expect(throws: Undefined.outsideRange) { try Discount.geometric(patience: patience) }
    }
}
