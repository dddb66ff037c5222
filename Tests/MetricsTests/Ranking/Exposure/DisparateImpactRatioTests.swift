import Metrics
import Testing

@Suite struct DisparateImpactRatioTests {
    /// By hand, discount 1/rank: (1 * .5 + .5 * 1)/2 over mean .75 against (1/3 * 1 + 1/4 * 0)/2 over mean .5.
    @Test func countsOnlyAttentionThatFindsMerit() throws {
        let items = try ItemExposure(RankingFixtures.ranking("XXYY"), discount: .reciprocal)
        let merits = try MeritExposure(items, merits: [0.5, 1, 1, 0])
        #expect(abs(try merits.realisedUtility(of: 0) - 2.0 / 3) < 1e-15)
        #expect(abs(try merits.realisedUtility(of: 1) - 1.0 / 3) < 1e-15)
        let ratio = try DisparateImpactRatio(merits, group: 1, reference: 0)
        #expect(abs(ratio.estimate - 0.5) < 1e-15)
        #expect(ratio.count == 4)
    }

    @Test func meritWithoutAttentionGivesNoReference() throws {
        let groups = try ItemGroups([0, 1, 1], named: 2)
        let items = try ItemExposure(ItemRanking(order: [0, 1], groups: groups), discount: .reciprocal)
        let merits = try MeritExposure(items, merits: [1, 0, 1])
        #expect(try DisparateImpactRatio(merits, group: 1, reference: 0).estimate == 0)
        #expect(throws: Undefined.zeroDenominator) { try DisparateImpactRatio(merits, group: 0, reference: 1) }
    }
}
