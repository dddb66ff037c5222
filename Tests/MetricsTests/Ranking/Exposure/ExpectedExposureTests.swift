import Metrics
import Testing

@Suite struct ExpectedExposureTests {
    @Test func agreesWithTheFormulasInNumpy() throws {
        for row in Reference.expectedExposures {
            let groups = try ItemGroups(RankingFixtures.labels(row[2..<9]), named: 3)
            let depth = Int(row[1])
            let rankings = try (0..<4).map { draw in
                let start = 16 + 7 * draw
                return try ItemRanking(order: RankingFixtures.labels(row[start..<(start + depth)]), groups: groups)
            }
            let exposure = try ExpectedExposure(
                rankings, relevance: Array(row[9..<16]), discount: RankingFixtures.discount(row[0]), depth: depth)
            let figures = [
                exposure.loss, exposure.disparity, exposure.relevance, exposure.groupLoss, exposure.groupDisparity, exposure.groupRelevance,
            ]
            for (value, expected) in zip(figures, row[44...]) { #expect(RankingFixtures.agree(value, expected, within: 1e-12)) }
            #expect(exposure.estimate == exposure.loss && exposure.count == 7)
            let whole = try ExpectedExposure(rankings, relevance: Array(row[9..<16]), discount: RankingFixtures.discount(row[0]))
            #expect(whole == exposure)
        }
    }

    /// Two items alike: one fixed order gives one of them too much, both orders in turn give each what it earns.
    @Test func drawsThatEvenOutLoseNothing() throws {
        let first = try RankingFixtures.ranking("XY")
        let fixed = try ExpectedExposure([first], relevance: [1, 1], discount: .reciprocal)
        #expect(fixed.loss == 0.125)
        #expect(fixed.groupLoss == 0.125)
        #expect(try ExpectedExposure([first, first.reversed], relevance: [1, 1], discount: .reciprocal).loss == 0)
    }

    @Test func oneGroupSharesWhatItsMembersLose() throws {
        let ranking = try RankingFixtures.ranking("XX")
        let exposure = try ExpectedExposure([ranking], relevance: [0, 1], discount: .reciprocal)
        #expect(exposure.loss == 0.5)
        #expect(exposure.groupLoss == 0)
    }

    @Test func refusesWhatCannotBeCompared() throws {
        let whole = try RankingFixtures.ranking("XYX")
        let short = try ItemRanking(order: [0], groups: whole.groups)
        #expect(throws: Undefined.unequalLengths) { try ExpectedExposure([whole, short], relevance: [1, 1, 1], discount: .trec) }
        #expect(throws: Undefined.outsideRange) { try ExpectedExposure([whole, short], relevance: [1, 1, 1], discount: .trec, depth: 2) }
        #expect(throws: Undefined.unequalLengths) { try ExpectedExposure([whole], relevance: [1, 1], discount: .trec) }
        #expect(throws: Undefined.notFinite) { try ExpectedExposure([whole], relevance: [1, .nan, 1], discount: .trec) }
        #expect(throws: Undefined.noObservations) { try ExpectedExposure([], relevance: [], discount: .trec) }
    }
}
