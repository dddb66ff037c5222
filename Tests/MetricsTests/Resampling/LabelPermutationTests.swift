import Testing
import Metrics

@Suite struct LabelPermutationTests {
    @Test func aPermutationThatFollowsFromItsNumbers() {
        let order = LabelPermutation.order(count: 40, seed: 1, replicate: 2)
        #expect(order.sorted() == Array(0..<40))
        #expect(order == LabelPermutation.order(count: 40, seed: 1, replicate: 2))
        #expect(order != LabelPermutation.order(count: 40, seed: 1, replicate: 3))
        #expect(order != LabelPermutation.order(count: 40, seed: 2, replicate: 2))
        #expect(LabelPermutation.order(count: 0, seed: 1, replicate: 2).isEmpty)
        #expect(LabelPermutation.order(count: 1, seed: 1, replicate: 2) == [0])
    }

    /// Each of the 24 orders of four comes up equally often: 24,000 permutations, six standard errors.
    @Test func allOrdersEquallyOften() {
        var counts: [[Int]: Int] = [:]
        for replicate in 0..<24_000 {
            counts[LabelPermutation.order(count: 4, seed: 6, replicate: UInt64(replicate)), default: 0] += 1
        }
        #expect(counts.count == 24)
        for count in counts.values { #expect(abs(Double(count) - 1_000) < 6 * (1_000.0 * 23 / 24).squareRoot()) }
    }
}
