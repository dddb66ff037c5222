import Metrics
import Testing

@Suite struct GroupExposureTests {
    @Test("V18 exposure of the running example")
    func runningExample() throws {
        let exposure = try GroupExposure(RankingFixtures.running(), discount: .logarithmic)
        #expect(abs(try exposure.mean(of: 0) - 0.6872021039) < 5e-11)
        #expect(abs(try exposure.mean(of: 1) - 0.4143533314) < 5e-11)
    }

    @Test("V20 geometric attention of the running example: 100 p (1 - p)^(rank - 1)")
    func geometricAttention() throws {
        let half = try GroupExposure(RankingFixtures.running(), discount: .geometric(patience: 0.5))
        #expect(abs(50 * (try half.mean(of: 0)) - 27.0833333333) < 5e-11)
        #expect(abs(50 * (try half.mean(of: 1)) - 5.7291666667) < 5e-11)
        #expect(abs(try half.spread().ratio() - 0.2115384615) < 5e-11)
        let tenth = try GroupExposure(RankingFixtures.running(), discount: .geometric(patience: 0.9))
        #expect(abs(try tenth.spread().ratio() - 0.7822708254) < 5e-11)
    }

    @Test("V21 rank-biased exposure of the running example, decay .8: totals, per member, per relevant member")
    func rankBiased() throws {
        let items = try ItemExposure(RankingFixtures.running(), discount: .geometric(patience: 0.8))
        let exposure = GroupExposure(items)
        for (group, total, mean, relevant) in [(0, 0.4624, 0.1541333333, 0.2312), (1, 0.275456, 0.0918186667, 0.137728)] {
            #expect(abs(0.2 * exposure.totals[group] - total) < 1e-12)
            #expect(abs(0.2 * (try exposure.mean(of: group)) - mean) < 5e-11)
            let merits = try MeritExposure(items, merits: [1, 1, 1, 0, 1, 0])
            #expect(abs(0.2 * (try merits.exposedUtility(of: group)) - relevant) < 1e-12)
        }
        #expect(abs(try exposure.spread().ratio() - 0.5957093426) < 5e-11)
    }

    @Test("V23 exposure is per ranking; FairRankTune adds rankings up to 1.1015554353")
    func doesNotGrowWithRankings() throws {
        let first = try RankingFixtures.running()
        let second = try ItemRanking(order: Array(first.order.reversed()), groups: first.groups)
        let both = try GroupExposure(ItemExposure(mean: [first, second], discount: .logarithmic))
        for group in 0...1 {
            #expect(abs(try both.mean(of: group) - 0.5507777177) < 5e-11)
            #expect(abs(try both.mean(of: group) - 1.1015554353) > 0.5)
        }
        let hundred = try GroupExposure(ItemExposure(mean: Array(repeating: first, count: 100), discount: .logarithmic))
        #expect(abs(try hundred.mean(of: 0) - 0.6872021039) < 5e-11)
    }

    @Test("V25 share of attention of the running example and its distance to .5")
    func shareOfAttention() throws {
        let shares = try GroupExposure(RankingFixtures.running(), discount: .logarithmic).shares
        #expect(abs(shares.shares[0] - 0.6238470456) < 5e-11)
        #expect(abs(try Divergence.totalVariation(shares, GroupDistribution(shares: [0.5, 0.5])) - 0.1238470456) < 5e-11)
    }

    @Test func agreesWithTheFormulasInNumpy() throws {
        for row in Reference.groupExposures {
            let groups = try ItemGroups(RankingFixtures.labels(row[1..<13]), named: 3)
            let exposure = try GroupExposure(ItemRanking(order: Array(0..<9), groups: groups), discount: RankingFixtures.discount(row[0]))
            for group in 0..<3 { #expect(abs(try exposure.mean(of: group) - row[25 + group]) < 1e-14) }
            let spread = try exposure.spread()
            let figures = [try spread.ratio(), spread.estimate, spread.meanAbsoluteDeviation, spread.norm, spread.variance]
            for (value, expected) in zip(figures, row[29...]) { #expect(abs(value - expected) < 1e-14) }
            #expect(abs(try ExposureRatio(exposure, group: 0, reference: 1).estimate - row[28]) < 1e-13)
        }
    }

    /// german_credit_ranking of the shared data: FairRankTune 0.0.7, one ranking, ties by row number.
    @Test(arguments: ["sex", "age25", "age35"])
    func agreesOnTheCreditRanking(attribute: String) throws {
        let rows = try SharedData.rows("data/german_credit_ranking/german_\(attribute).csv")
        let scores = try rows.map { try #require(Double($0["score"] ?? "")) }
        let groups = try ItemGroups(rows.map { Int($0[attribute] ?? "") }, named: 2)
        let ranking = try ItemRanking(TiedRanking(ascending: scores.map { -$0 }, groups: groups), ties: .lowerIndexFirst)
        let exposure = try GroupExposure(ranking, discount: .logarithmic)
        for group in 0...1 {
            let expected = try SharedData.figure("german_credit_ranking", "mean_exposure", "german_\(attribute) \(attribute)=\(group)")
            #expect(RankingFixtures.agree(try exposure.mean(of: group), expected))
        }
        let ratio = try SharedData.figure("german_credit_ranking", "exposure_min_max_ratio", "german_\(attribute)")
        #expect(RankingFixtures.agree(try exposure.spread().ratio(), ratio))
    }

    @Test func aMeanOverNobodyIsNotZero() throws {
        let exposure = try GroupExposure(ItemRanking(groupsInOrder: [0, 0, 2], named: 3), discount: .trec)
        #expect(throws: Undefined.noObservations) { try exposure.mean(of: 1) }
        #expect(throws: Undefined.outsideRange) { try exposure.mean(of: 3) }
        #expect(throws: Undefined.noObservations) { try exposure.spread() }
        #expect(exposure.totals[1] == 0)
    }

    @Test func theUnknownAreAClass() throws {
        let exposure = try GroupExposure(ItemRanking(groupsInOrder: [nil, 0, 1], named: 2), discount: .reciprocal)
        #expect(exposure.totals == [0.5, 1.0 / 3, 1])
        #expect(try exposure.mean(of: 2) == 1)
    }
}
