import Metrics
import Testing

@Suite struct TiedRankingTests {
    private let groups: ItemGroups

    init() throws {
        groups = try ItemGroups([0, 1, 0, 1, 0], named: 2)
    }

    @Test func equalValuesShareARankAndInfinityIsNotRanked() throws {
        let tied = try TiedRanking(ascending: [2, 1, .infinity, 1, 2], groups: groups)
        #expect(tied.tiers == [[1, 3], [0, 4]])
        #expect(tied.count == 4 && !tied.isStrict)
        #expect(try ItemRanking(tied, ties: .lowerIndexFirst).order == [1, 3, 0, 4])
        #expect(try ItemRanking(tied, ties: .positions([4, 3, 2, 1, 0])).order == [3, 1, 4, 0])
    }

    @Test func negativeZeroIsZero() throws {
        #expect(try TiedRanking(ascending: [0, -0.0, 1, 2, 3], groups: groups).tiers[0] == [0, 1])
    }

    @Test func shufflesByListAndSeedOnly() throws {
        let all = try ItemGroups([Int?](repeating: 0, count: 20), named: 1)
        let tied = try TiedRanking(ascending: [Double](repeating: 1, count: 20), groups: all)
        let first = try ItemRanking(tied, ties: .shuffled(seed: 5), list: 0)
        #expect(try ItemRanking(tied, ties: .shuffled(seed: 5), list: 0) == first)
        #expect(try ItemRanking(tied, ties: .shuffled(seed: 5), list: 1) != first)
        #expect(try ItemRanking(tied, ties: .shuffled(seed: 6), list: 0) != first)
        #expect(first.order.sorted() == Array(0..<20))
    }

    @Test func refusesWhatCannotBeRanked() {
        #expect(throws: Undefined.notFinite) { try TiedRanking(ascending: [1, .nan, 1, 1, 1], groups: groups) }
        #expect(throws: Undefined.notFinite) { try TiedRanking(ascending: [1, -.infinity, 1, 1, 1], groups: groups) }
        #expect(throws: Undefined.unequalLengths) { try TiedRanking(ascending: [1], groups: groups) }
        #expect(throws: Undefined.noObservations) {
            try TiedRanking(ascending: [Double](repeating: .infinity, count: 5), groups: groups)
        }
        #expect(throws: Undefined.noObservations) { try TiedRanking(tiers: [[0], []], groups: groups) }
        #expect(throws: Undefined.outsideRange) { try TiedRanking(tiers: [[0], [0, 1]], groups: groups) }
        #expect(throws: Undefined.unequalLengths) {
            try ItemRanking(TiedRanking(tiers: [[3, 4]], groups: groups), ties: .positions([0, 1]))
        }
    }
}
