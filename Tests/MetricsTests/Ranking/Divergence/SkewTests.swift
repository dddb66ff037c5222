import Metrics
import RealModule
import Testing

@Suite struct SkewTests {
    private func skew(_ k: Int, _ group: Int) throws -> Double {
        try Skew(RankingFixtures.running(), k: k, group: group, target: GroupDistribution(shares: [0.5, 0.5])).estimate
    }

    @Test("V30 skew of the running example at every k")
    func runningExample() throws {
        #expect(abs(try skew(1, 0) - 0.6931471806) < 5e-11)
        #expect(try skew(1, 1) == -.infinity)
        #expect(abs(try skew(3, 0) - 0.2876820725) < 5e-11)
        #expect(abs(try skew(3, 1) + 0.4054651081) < 5e-11)
        #expect(abs(try skew(4, 0) - 0.4054651081) < 5e-11)
        #expect(abs(try skew(4, 1) + 0.6931471806) < 5e-11)
        #expect(try skew(6, 0) == 0)
        #expect(try skew(6, 1) == 0)
    }

    @Test("V30b a list without women has minus infinity; Credo Lens says difference 0 and ratio 1, perfect")
    func absentGroupIsNotPerfect() throws {
        let groups = try ItemGroups([1, 1, 1, 1, 1, 0, 0, 0, 0, 0], named: 2)
        let ranking = try ItemRanking(order: [0, 1, 2, 3, 4], groups: groups)
        let target = try GroupDistribution(shares: [0.5, 0.5])
        #expect(try Skew(ranking, k: 5, group: 0, target: target).estimate == -.infinity)
        #expect(try SkewRange(ranking, k: 5, target: target).minimum == -.infinity)
        // Its other example, f m m f m m against f .6, m .4: it gives (4/6)/.4 - (2/6)/.6 = 1.1111111111, a difference of ratios.
        let mixed = try ItemRanking(groupsInOrder: [0, 1, 1, 0, 1, 1], named: 2)
        let expected = try GroupDistribution(shares: [0.6, 0.4])
        let women = try Skew(mixed, k: 6, group: 0, target: expected).estimate
        let men = try Skew(mixed, k: 6, group: 1, target: expected).estimate
        #expect(abs(women - Double.log(2.0 / 6 / 0.6)) < 1e-15)
        #expect(abs(men - Double.log(4.0 / 6 / 0.4)) < 1e-15)
        #expect(abs(Double.exp(men) - Double.exp(women) - 1.1111111111) < 5e-11)
    }

    @Test("V31 at k = 3 the exact skew is .2876820725; a pseudo-count of 1 shrinks it to .1823215568")
    func noHiddenPseudoCount() throws {
        #expect(abs(try skew(3, 0) - 0.2876820725) < 5e-11)
        let seen = try GroupDistribution(counts: [2, 1], pseudoCount: 1).shares[0]
        let expected = try GroupDistribution(counts: [3, 3], pseudoCount: 1).shares[0]
        #expect(abs(Double.log(seen / expected) - 0.1823215568) < 5e-11)
    }

    @Test func isNotDefinedForAGroupNobodyExpects() throws {
        let ranking = try ItemRanking(groupsInOrder: [0, 1], named: 3)
        let target = try GroupDistribution(shares: [1, 0, 0])
        #expect(throws: Undefined.zeroDenominator) { try Skew(ranking, k: 2, group: 2, target: target) }
        #expect(try Skew(ranking, k: 2, group: 1, target: target).estimate == .infinity)
        #expect(throws: Undefined.outsideRange) { try Skew(ranking, k: 0, group: 0, target: target) }
        #expect(throws: Undefined.outsideRange) { try Skew(ranking, k: 3, group: 0, target: target) }
        #expect(throws: Undefined.outsideRange) { try Skew(ranking, k: 1, group: 3, target: target) }
        #expect(throws: Undefined.unequalLengths) { try Skew(ranking, k: 1, group: 0, target: GroupDistribution(shares: [1, 0])) }
    }
}
