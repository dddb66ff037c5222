import Metrics
import Testing

@Suite struct AmortisedInequityTests {
    private let relevance = [0.9, 0.8, 0.7, 0.6, 0.5, 0.4]

    @Test("V19 attention against relevance in the running example")
    func runningExample() throws {
        let inequity = try AmortisedInequity(
            [RankingFixtures.running()], relevance: [relevance], discount: .logarithmic, scale: .asGiven)
        #expect(abs(inequity.estimate - 0.7953336940) < 5e-11)
        #expect(inequity.count == 6)
    }

    @Test("V19 a second ranking counts; FairRankTune returns after the first")
    func everyRankingCounts() throws {
        let first = try RankingFixtures.running()
        let both = try AmortisedInequity(
            [first, first.reversed], relevance: [relevance, relevance], discount: .logarithmic, scale: .asGiven)
        #expect(abs(both.estimate - 0.7953336940) > 0.01)
        // By hand: |(v_i + v_(7 - i)) / 2 - relevance_i|, with v = 1/log2(1 + rank).
        let weights = (1...6).map { Discount.logarithmic(rank: $0) }
        let gaps = relevance.indices.map { (item: Int) -> Double in
            let attention: Double = (weights[item] + weights[5 - item]) / 2
            return abs(attention - relevance[item])
        }
        let expected = gaps.reduce(0, +)
        #expect(abs(both.estimate - expected) < 1e-14)
    }

    @Test func twoOppositeRankingsOfEqualItemsEvenOut() throws {
        let first = try RankingFixtures.ranking("XY")
        let equal = [1.0, 1.0]
        let one = try AmortisedInequity([first], relevance: [equal], discount: .reciprocal, scale: .shares)
        let both = try AmortisedInequity([first, first.reversed], relevance: [equal, equal], discount: .reciprocal, scale: .shares)
        #expect(abs(one.estimate - 1.0 / 3) < 1e-15)
        #expect(both.estimate == 0)
    }

    @Test func agreesWithTheFormulasInNumpy() throws {
        for row in Reference.groupExposures {
            let groups = try ItemGroups(RankingFixtures.labels(row[1..<13]), named: 3)
            let ranking = try ItemRanking(order: Array(0..<9), groups: groups)
            for (scale, expected) in [(AmortisedInequity.Scale.asGiven, row[41]), (.shares, row[42])] {
                let inequity = try AmortisedInequity(
                    [ranking], relevance: [Array(row[13..<25])], discount: RankingFixtures.discount(row[0]), scale: scale)
                #expect(RankingFixtures.agree(inequity.estimate, expected, within: 1e-13))
            }
        }
    }

    @Test func refusesWhatIsNoRelevance() throws {
        let ranking = try RankingFixtures.ranking("XY")
        func inequity(_ relevance: [[Double]]) throws -> AmortisedInequity {
            try AmortisedInequity([ranking], relevance: relevance, discount: .trec, scale: .shares)
        }
        #expect(throws: Undefined.unequalLengths) { try inequity([[1]]) }
        #expect(throws: Undefined.unequalLengths) { try inequity([[1, 1], [1, 1]]) }
        #expect(throws: Undefined.notFinite) { try inequity([[1, .infinity]]) }
        #expect(throws: Undefined.outsideRange) { try inequity([[1, -1]]) }
        #expect(throws: Undefined.zeroDenominator) { try inequity([[0, 0]]) }
    }
}
