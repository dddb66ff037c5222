import Metrics
import Testing

@testable import MatchReplay

struct GroupMeanTests {
    private static func values(_ label: String?, _ count: Int, from seed: UInt64) -> [GroupMean.Value] {
        var random = SeededRandom(seed: seed)
        return (0..<count).map { .init(key: seed << 32 | UInt64($0), label: label, value: $0 % 2 == 0 ? random.uniform() : 0.25) }
    }

    @Test func meansAndIntervalsOfEachGroup() throws {
        let all = Self.values("b", 40, from: 1) + Self.values(nil, 30, from: 2) + Self.values("a", 50, from: 3)
        let groups = GroupMean.byGroup(all, seed: 1)
        #expect(groups.map(\.label) == ["a", "b", "unknown"])
        #expect(groups.map(\.people) == [50, 40, 30])
        for group in groups {
            let own = all.filter { ($0.label ?? "unknown") == group.label }.map(\.value)
            let summary = try Summary(own), interval = try group.interval.get()
            #expect(abs(group.mean - summary.mean) < 1e-15)
            // About as wide as two standard errors on either side.
            let error = try #require(summary.sampleDeviation) / Double(own.count).squareRoot()
            #expect(interval.low < group.mean && group.mean < interval.high)
            #expect((3 * error...5 * error).contains(interval.high - interval.low))
        }
        #expect(GroupMean.byGroup(all.reversed(), seed: 1) == groups)
        #expect(GroupMean.byGroup([], seed: 1).isEmpty)
    }

    /// A group in which nobody differs has a mean and no interval.
    @Test func withoutVariationThereIsNoInterval() {
        let groups = GroupMean.byGroup((0..<9).map { .init(key: $0, label: "a", value: 1) }, seed: 1)
        #expect(groups.first?.mean == 1)
        #expect(groups.first?.interval == .failure(.zeroVariance))
    }
}
