import Metrics
import Testing

@Suite struct PairwiseParityTests {
    @Test("V46 rank parity of the running example")
    func runningExample() throws {
        let parity = try PairwiseParity(PairwiseOrder(RankingFixtures.running()))
        #expect(abs(parity.estimate - 0.7777777778) < 5e-11)
        #expect(parity.count == 6)
    }

    @Test("V46 a list that shows a part of the pool has a value; FairRankTune stops with an index error")
    func partOfThePool() throws {
        let groups = try ItemGroups([0, 0, 1, 1], named: 2)
        #expect(try PairwiseParity(PairwiseOrder(ItemRanking(order: [0, 1], groups: groups))).estimate == 1)
    }

    @Test func aGroupWithoutMembersHasNoParity() throws {
        let ranking = try ItemRanking(groupsInOrder: [0, 1, 0], named: 3)
        #expect(throws: Undefined.noObservations) { try PairwiseParity(PairwiseOrder(ranking)) }
        #expect(throws: Undefined.noObservations) { try PairwiseParity(PairwiseOrder(ItemRanking(groupsInOrder: [0, 0], named: 1))) }
    }
}
