import Testing
import Metrics

@Suite struct ScoreDistributionTests {
    @Test("V57 percentile ranks 5, 20, 50, 80, 95") func midPercentileRanks() throws {
        let x = try ScoreDistribution(lowest: 0, frequencies: [5, 10, 20, 10, 5])
        for (score, rank) in [0.05, 0.2, 0.5, 0.8, 0.95].enumerated() { #expect(abs(x.percentileRank(Double(score)) - rank) < 1e-15) }
        #expect(x.percentileRank(-0.5) == 0 && x.percentileRank(4.5) == 1 && x.percentileRank(-7) == 0 && x.percentileRank(99) == 1)
        #expect(abs(x.percentileRank(1.5) - 0.3) < 1e-15)
    }

    @Test func scoresAreCounted() throws {
        let distribution = try ScoreDistribution(scores: [3, 5, 3, 6, 3])
        #expect(distribution.lowest == 3 && distribution.frequencies == [3, 0, 1, 1] && distribution.people == 5)
    }

    @Test func edgesHaveReasons() {
        #expect(throws: Undefined.noObservations) { try ScoreDistribution(scores: []) }
        #expect(throws: Undefined.noObservations) { try ScoreDistribution(lowest: 0, frequencies: [0, 0]) }
        #expect(throws: Undefined.outsideRange) { try ScoreDistribution(lowest: 0, frequencies: [1, -1]) }
        #expect(throws: Undefined.notFinite) { try ScoreDistribution(lowest: 0, frequencies: [1, .nan]) }
        #expect(throws: Undefined.outsideRange) { try ScoreDistribution(scores: [0, 2_000_000]) }
        #expect(throws: Undefined.outsideRange) { try ScoreDistribution(scores: [.min, .max]) }
    }
}
