import Metrics
import Testing

@testable import MatchReplay

struct GroupMedianTests {
    @Test func mediansAndOrderStatistics() {
        let groups = GroupMedian.byGroup((1...20).map { ("b", Double($0)) } + [(nil, 3), (nil, 5)] + [("a", .infinity), ("a", 1), ("a", 2)])
        #expect(groups.map(\.label) == ["a", "b", "unknown"])
        #expect(groups.map(\.median) == [2, 10.5, 4])
        #expect(groups.map(\.people) == [3, 20, 2])
        // Conover (1999), table A3: for n = 20 the 6th and the 15th value, 95.86 %.
        #expect(groups[1].interval == .success(Interval(level: 0.95, low: 6, high: 15)))
        #expect(groups[0].interval == .failure(.tooFewObservations(needed: 6)))
    }

    /// Whoever never changes has an infinite value; with half of them so has the median.
    @Test func infiniteValues() {
        let most = GroupMedian.byGroup((0..<6).map { ("a", $0 < 3 ? 1 : .infinity) })[0]
        #expect(most.median == .infinity)
        #expect(most.interval == .success(Interval(level: 0.95, low: 1, high: .infinity)))
        #expect(GroupMedian.byGroup((0..<7).map { ("a", $0 < 4 ? 1 : .infinity) })[0].median == 1)
    }
}
