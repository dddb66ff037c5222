import Metrics
import Testing

@Suite struct RankEqualityTests {
    @Test("V47 rank equality: as ranks group 1 is favoured (0, .25), as FARE documents; as scores group 0 (.25, 0), as it runs")
    func directionIsThatOfTheRanking() throws {
        let groups = try ItemGroups([0, 1, 0, 1], named: 2)
        let truth = [1.0, 2, 3, 4]
        let shown = [1.0, 3, 4, 2]
        let ranks = try PairwiseErrors(TiedRanking(ascending: shown, groups: groups), truth: TiedRanking(ascending: truth, groups: groups))
        let asRanks = try RankEquality(ranks, group: 1, reference: 0)
        #expect(asRanks.referenceError == 0 && asRanks.groupError == 0.25)
        #expect(asRanks.estimate == 0.25)
        #expect(asRanks.count == 4)
        let scores = try PairwiseErrors(
            TiedRanking(ascending: shown.map { -$0 }, groups: groups), truth: TiedRanking(ascending: truth.map { -$0 }, groups: groups))
        let asScores = try RankEquality(scores, group: 1, reference: 0)
        #expect(asScores.referenceError == 0.25 && asScores.groupError == 0)
    }

    @Test func hasNoValueWithoutPairs() throws {
        let ranking = try ItemRanking(groupsInOrder: [0, 1], named: 3)
        #expect(throws: Undefined.noObservations) { try RankEquality(PairwiseErrors(ranking, truth: ranking), group: 2, reference: 0) }
    }
}
