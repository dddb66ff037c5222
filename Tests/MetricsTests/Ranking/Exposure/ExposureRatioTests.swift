import Metrics
import Testing

@Suite struct ExposureRatioTests {
    @Test func namesItsDirection() throws {
        let exposure = try GroupExposure(RankingFixtures.running(), discount: .logarithmic)
        let ratio = try ExposureRatio(exposure, group: 1, reference: 0)
        #expect(abs(ratio.estimate - 0.6029570182) < 5e-11)
        #expect(abs(try ExposureRatio(exposure, group: 0, reference: 1).estimate - 1 / 0.6029570182) < 1e-9)
        #expect(ratio.count == 6)
        #expect(throws: Undefined.noSamplingModel) { try ratio.interval(level: 0.9) }
    }

    @Test func anAbsentGroupHasNoneAndAnUnseenReferenceGivesNoRatio() throws {
        let groups = try ItemGroups([0, 0, 1], named: 3)
        let exposure = try GroupExposure(ItemRanking(order: [0, 1], groups: groups), discount: .logarithmic)
        #expect(try ExposureRatio(exposure, group: 1, reference: 0).estimate == 0)
        #expect(throws: Undefined.zeroDenominator) { try ExposureRatio(exposure, group: 0, reference: 1) }
        #expect(throws: Undefined.noObservations) { try ExposureRatio(exposure, group: 2, reference: 0) }
        #expect(throws: Undefined.outsideRange) { try ExposureRatio(exposure, group: 0, reference: 3) }
    }
}
