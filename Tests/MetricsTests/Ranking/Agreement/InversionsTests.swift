import Testing

@testable import Metrics

@Suite struct InversionsTests {
    @Test func countsAsLookingAtEveryPairDoes() {
        var random = SeededRandom(seed: 1)
        for _ in 0..<200 {
            let values = (0..<random.index(below: 40)).map { _ in Double(random.index(below: 12)) }
            let pairs = values.indices.reduce(0) { total, first in total + values.indices.count { $0 > first && values[$0] < values[first] } }
            var sorted = values
            #expect(Inversions.sort(&sorted) == pairs && sorted == values.sorted())
        }
    }

    /// Every order of five, counted.
    @Test func theChanceIsThatOfAllOrders() {
        var counts = [Int](repeating: 0, count: 11)
        func orders(_ chosen: [Double], _ left: [Double]) {
            if left.isEmpty {
                var values = chosen
                counts[Inversions.sort(&values)] += 1
            }
            for index in left.indices {
                var rest = left
                orders(chosen + [rest.remove(at: index)], rest)
            }
        }
        orders([], [1, 2, 3, 4, 5])
        for inversions in 0...10 {
            let few = min(inversions, 10 - inversions)
            let tail = Double(counts[0...few].reduce(0, +)) / 120
            #expect(abs(Inversions.twoSided(inversions, of: 5) - min(1, 2 * tail)) < 1e-14)
        }
    }
}
