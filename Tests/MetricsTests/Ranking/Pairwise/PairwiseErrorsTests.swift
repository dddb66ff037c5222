import Metrics
import Testing

@Suite struct PairwiseErrorsTests {
    @Test func agreesWithAllPairsInNumpy() throws {
        for row in Reference.pairwiseFigures {
            let groups = try ItemGroups(RankingFixtures.labels(row[0..<9]), named: 3)
            let errors = try PairwiseErrors(
                TiedRanking(ascending: Array(row[9..<18]), groups: groups), truth: TiedRanking(ascending: Array(row[18..<27]), groups: groups))
            #expect(RankingFixtures.agree(try errors.wronglyFavoured(group: 0, over: 1), row[32], within: 1e-14))
            #expect(RankingFixtures.agree(try errors.wronglyFavoured(group: 1, over: 0), row[33], within: 1e-14))
            for group in 0..<3 { #expect(RankingFixtures.agree(try errors.wrong(of: group), row[34 + group], within: 1e-14)) }
        }
    }

    @Test func theRightOrderHasNoErrorsAndItsReverseNothingElse() throws {
        let right = try RankingFixtures.ranking("XYXYY")
        let none = try PairwiseErrors(right, truth: right)
        let all = try PairwiseErrors(right.reversed, truth: right)
        for group in 0...1 {
            #expect(try none.wrong(of: group) == 0)
            #expect(try all.wrong(of: group) == 1)
        }
    }

    @Test func needsATruthForTheWholePool() throws {
        let groups = try ItemGroups([0, 1, 0], named: 3)
        let whole = try ItemRanking(order: [0, 1, 2], groups: groups)
        let part = try ItemRanking(order: [0, 1], groups: groups)
        #expect(throws: Undefined.outsideRange) { try PairwiseErrors(whole, truth: part) }
        #expect(throws: Undefined.unequalLengths) { try PairwiseErrors(whole, truth: RankingFixtures.ranking("XYX")) }
        let errors = try PairwiseErrors(part, truth: whole)
        #expect(throws: Undefined.noObservations) { try errors.wrong(of: 2) }
        #expect(throws: Undefined.noObservations) { try errors.wronglyFavoured(group: 0, over: 2) }
        #expect(throws: Undefined.outsideRange) { try errors.wronglyFavoured(group: 0, over: 0) }
        #expect(throws: Undefined.outsideRange) { try errors.wrong(of: 3) }
    }

    @Test func aTrueTieCannotBeWrong() throws {
        let groups = try ItemGroups([0, 1], named: 2)
        let errors = try PairwiseErrors(
            TiedRanking(ascending: [1, 2], groups: groups), truth: TiedRanking(ascending: [1, 1], groups: groups))
        #expect(throws: Undefined.noObservations) { try errors.wrong(of: 0) }
    }
}
