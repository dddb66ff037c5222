import Metrics
import RealModule
import Testing

@Suite struct AttentionWeightedFairnessTests {
    private func fairness(_ letters: String, target: [Double]) throws -> AttentionWeightedFairness {
        try AttentionWeightedFairness(
            GroupExposure(RankingFixtures.ranking(letters), discount: .trec), target: GroupDistribution(shares: target))
    }

    @Test("V24 TREC's attention-weighted rank fairness of the running example, and of a list of one group (share .6331583853; the survey misprints .6331583890)")
    func trecValues() throws {
        let exposure = try GroupExposure(RankingFixtures.running(), discount: .trec)
        // 2.5 / (2 + 1/log2(3) + 1/2 + 1/log2(5) + 1/log2(6)) with 30 digits.
        #expect(abs(exposure.shares.shares[0] - 0.633158385266382675) < 1e-15)
        #expect(abs(try fairness("XXYXYY", target: [0.5, 0.5]).trec - 0.9909450308) < 5e-11)
        #expect(abs(try fairness("XXXXXX", target: [0.5, 0.5]).trec - 0.7842384457) < 5e-11)
    }

    @Test("V24 the worst list scores 0; TREC's form gives 1 - ln 2 = .3068528194")
    func worstIsZero() throws {
        let worst = try fairness("XXXXXX", target: [0, 1])
        #expect(abs(worst.trec - 0.3068528194) < 5e-11)
        #expect(abs(worst.estimate) < 1e-15)
        #expect(abs(worst.worst) < 1e-15)
    }

    @Test func saysWhatTheWorstListScores() throws {
        let even = try fairness("XXXXXX", target: [0.5, 0.5])
        #expect(abs(even.worst - even.estimate) < 1e-15)
        #expect(even.worst > 0.6)
        #expect(try fairness("XXYXYY", target: [0.7, 0.3]).worst < even.worst)
        #expect(even.count == 6)
    }

    @Test func agreesWithTheFormulasInNumpy() throws {
        for row in Reference.groupExposures {
            let groups = try ItemGroups(RankingFixtures.labels(row[1..<13]), named: 3)
            let exposure = try GroupExposure(ItemRanking(order: Array(0..<9), groups: groups), discount: RankingFixtures.discount(row[0]))
            let fairness = try AttentionWeightedFairness(exposure, target: GroupDistribution(shares: [0.5, 0.3, 0.2]))
            #expect(abs(fairness.estimate - row[39]) < 1e-14)
            #expect(abs(fairness.trec - row[40]) < 1e-14)
        }
    }

    @Test func theTargetNamesEveryClass() {
        #expect(throws: Undefined.unequalLengths) { try fairness("XXY", target: [0.5, 0.3, 0.2]) }
    }
}
