import Metrics
import RealModule
import Testing

@Suite struct NormalisedDiscountedKLTests {
    private func divergence(_ letters: String, _ target: [Double]) throws -> Double {
        try NormalisedDiscountedKL(RankingFixtures.ranking(letters), target: GroupDistribution(shares: target)).estimate
    }

    @Test("V27 exact normalised discounted KL; FairRankTune's 1e-7 changes the sixth digit")
    func exactValues() throws {
        for (letters, exact, theirs) in [
            ("XXYXYY", 0.3700579455, 0.3700571631), ("XXXYYY", 0.4663633073, 0.4663622887), ("XYXYXY", 0.2206737683, 0.2206732900),
        ] {
            #expect(abs(try divergence(letters, [0.5, 0.5]) - exact) < 5e-11)
            #expect(abs(try divergence(letters, [0.5, 0.5]) - theirs) > 1e-7)
        }
    }

    @Test("V28 in bits, and with a target that is not the list's own")
    func bitsAndExternalTarget() throws {
        #expect(abs(try divergence("XXYXYY", [0.5, 0.5]) / Double.log(2) - 0.5338807629) < 5e-11)
        #expect(abs(try divergence("XXYXYYYYYY", [0.3, 0.7]) - 0.5312345208) < 5e-11)
    }

    @Test("V29 a list that leaves a group out is not perfect; FairRankTune says 0")
    func absentGroupIsNotPerfect() throws {
        let groups = try ItemGroups([0, 0, 0, 1, 1, 1], named: 2)
        let list = try ItemRanking(order: [0, 1, 2], groups: groups)
        for target in [try GroupDistribution(shares: [0.5, 0.5]), GroupDistribution(poolOf: groups)] {
            let value = try NormalisedDiscountedKL(list, target: target).estimate
            #expect(abs(value - 0.6931471806) < 5e-11)
            #expect(value != 0)
        }
        // Even when nobody of it is in the pool the group does not vanish.
        let only = try ItemRanking(groupsInOrder: [0, 0, 0], named: 2)
        #expect(abs(try NormalisedDiscountedKL(only, target: GroupDistribution(shares: [0.5, 0.5])).estimate - Double.log(2)) < 1e-15)
    }

    @Test func agreesWithTheFormulasInNumpy() throws {
        let target = try GroupDistribution(shares: [0.5, 0.3, 0.2])
        for row in Reference.prefixDivergences {
            let ranking = try ItemRanking(groupsInOrder: RankingFixtures.labels(row[0..<20]), named: 3)
            #expect(RankingFixtures.agree(try NormalisedDiscountedKL(ranking, target: target).estimate, row[20], within: 1e-12))
            let short = try NormalisedDiscountedKL(ranking, target: target, depth: 7)
            #expect(RankingFixtures.agree(short.estimate, row[21], within: 1e-12))
            #expect(short.count == 7)
        }
    }

    @Test func showingAGroupThatShouldNotBeThereIsInfinitelyFar() throws {
        #expect(try divergence("XY", [1, 0]) == .infinity)
        let ranking = try RankingFixtures.ranking("XY")
        let target = try GroupDistribution(shares: [0.5, 0.5])
        for depth in [0, 3] {
            #expect(throws: Undefined.outsideRange) { try NormalisedDiscountedKL(ranking, target: target, depth: depth) }
        }
        #expect(throws: Undefined.unequalLengths) { try NormalisedDiscountedKL(ranking, target: GroupDistribution(shares: [1])) }
    }
}
