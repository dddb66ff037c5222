import Metrics
import Testing

@Suite struct ItemRankingTests {
    private let groups: ItemGroups

    init() throws {
        groups = try ItemGroups([0, 0, 1, 2], named: 4)
    }

    @Test func countsEveryClassOfThePool() throws {
        let ranking = try ItemRanking(order: [3, 0, 1], groups: groups)
        #expect(try ranking.counts(top: 1) == [0, 0, 1, 0])
        #expect(try ranking.counts(top: 3) == [2, 0, 1, 0])
        #expect(ranking.groupsInOrder == [2, 0, 0])
        #expect(ranking.count == 3 && ranking.pool == 4)
        #expect(ranking.reversed.order == [1, 0, 3])
    }

    @Test func isNotCutWhereItDoesNotReach() throws {
        let ranking = try ItemRanking(order: [3, 0, 1], groups: groups)
        for k in [-1, 0, 4] { #expect(throws: Undefined.outsideRange) { try ranking.counts(top: k) } }
    }

    @Test func refusesItemsTwiceOrFromOutside() {
        #expect(throws: Undefined.outsideRange) { try ItemRanking(order: [0, 0], groups: groups) }
        #expect(throws: Undefined.outsideRange) { try ItemRanking(order: [4], groups: groups) }
        #expect(throws: Undefined.noObservations) { try ItemRanking(order: [], groups: groups) }
    }

    @Test func takesGroupsInOrder() throws {
        let ranking = try ItemRanking(groupsInOrder: [1, nil, 0], named: 2)
        #expect(ranking.order == [0, 1, 2])
        #expect(ranking.groupsInOrder == [1, 2, 0])
    }
}
