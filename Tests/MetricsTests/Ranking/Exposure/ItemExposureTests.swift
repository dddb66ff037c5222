import Metrics
import Testing

@Suite struct ItemExposureTests {
    private let groups: ItemGroups

    init() throws {
        groups = try ItemGroups([0, 1, 0, 1], named: 2)
    }

    @Test func whatIsNotShownGetsNothing() throws {
        let ranking = try ItemRanking(order: [3, 0], groups: groups)
        #expect(try ItemExposure(ranking, discount: .reciprocal).values == [0.5, 0, 0, 1])
        #expect(try ItemExposure(ranking, discount: .reciprocal, depth: 1).values == [0, 0, 0, 1])
        for depth in [0, 3] {
            #expect(throws: Undefined.outsideRange) { try ItemExposure(ranking, discount: .reciprocal, depth: depth) }
        }
    }

    /// Against the mean over all orders of the tied items, enumerated.
    @Test func sharesTheAttentionOfTiedRanks() throws {
        for row in Reference.tiedExposures {
            let six = try ItemGroups([0, 0, 0, 0, 0, 0], named: 1)
            let tied = try TiedRanking(ascending: Array(row[2..<8]), groups: six)
            let exposure = try ItemExposure(tied, discount: RankingFixtures.discount(row[0]), depth: Int(row[1]))
            for (value, expected) in zip(exposure.values, row[8...]) { #expect(abs(value - expected) < 1e-14) }
        }
    }

    @Test func averagesPerRanking() throws {
        let first = try ItemRanking(order: [0, 1, 2, 3], groups: groups)
        let mean = try ItemExposure(mean: [first, first.reversed], discount: .reciprocal)
        for (value, expected) in zip(mean.values, [0.625, 5.0 / 12, 5.0 / 12, 0.625]) { #expect(abs(value - expected) < 1e-15) }
        #expect(mean.rankings == 2)
    }

    @Test func refusesRankingsOfDifferentPools() throws {
        let first = try ItemRanking(order: [0, 1], groups: groups)
        let other = try ItemRanking(order: [0, 1], groups: ItemGroups([0, 0, 0, 1], named: 2))
        #expect(throws: Undefined.unequalLengths) { try ItemExposure(mean: [first, other], discount: .trec) }
        #expect(throws: Undefined.noObservations) { try ItemExposure(mean: [], discount: .trec) }
    }

    @Test func averagesOverWorkplacesForWhichSomebodyCanBeRanked() throws {
        let matrix = try DistanceMatrix(participants: 2, workplaces: 3, values: [1, 2, .infinity, 2, 1, .infinity])
        let rankings = try WorkplaceRankings(matrix, ties: .lowerIndexFirst, groups: ParticipantGroups([0, 1], named: 2))
        let exposure = try ItemExposure(rankings, discount: .reciprocal)
        #expect(exposure.values == [0.75, 0.75])
        #expect(exposure.rankings == 2)
    }
}
