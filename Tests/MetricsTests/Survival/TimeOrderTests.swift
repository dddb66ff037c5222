import Testing
import Metrics

@Suite struct TimeOrderTests {
    @Test(arguments: [0, 1, 2, 700, 1499, 1500, 5_000])
    func sortsAndKeepsTheOrderOfEqualTimes(_ n: Int) {
        var random = SeededRandom(seed: 3)
        let times = (0..<n).map { _ in random.index(below: 3) == 0 ? Double(random.index(below: 50)) : 1e4 * random.uniform() }
        let order = TimeOrder.ascending(times)
        #expect(order == times.indices.sorted { (times[$0], $0) < (times[$1], $1) })
    }

    @Test func wholeDaysAreCounted() {
        var random = SeededRandom(seed: 4)
        let times = (0..<4_000).map { _ in Double(random.index(below: 700)) }
        #expect(TimeOrder.ascending(times) == times.indices.sorted { (times[$0], $0) < (times[$1], $1) })
    }

    /// Nearly everybody falls into one cell of the fixed-point range.
    @Test func timesThatCrowdTogether() {
        var random = SeededRandom(seed: 5)
        let times = (0..<3_000).map { $0 == 7 ? 1e12 : random.uniform() }
        #expect(TimeOrder.ascending(times) == times.indices.sorted { (times[$0], $0) < (times[$1], $1) })
    }

    @Test func tinyHugeAndNegativeZero() {
        let times = [1e300, 0.0, -0.0, Double.leastNonzeroMagnitude, 1, 1e-300]
        #expect(TimeOrder.ascending(times) == [1, 2, 3, 5, 4, 0])
        let many = Array(repeating: times, count: 400).flatMap { $0 }
        let order = TimeOrder.ascending(many)
        #expect(zip(order, order.dropFirst()).allSatisfy { many[$0] < many[$1] || (many[$0] == many[$1] && $0 < $1) })
    }

    @Test func countsBeforeAndUpTo() {
        let times = [1.0, 2, 2, 5]
        #expect(TimeOrder.count(times, before: 2) == 1 && TimeOrder.count(times, upTo: 2) == 3)
        #expect(TimeOrder.count([], upTo: 2) == 0 && TimeOrder.count(times, before: 9) == 4)
    }
}
