import Metrics
import Testing

@Suite struct DisparateTreatmentRatioTests {
    @Test("V19 ratio of exposure per unit of relevance in the running example")
    func runningExample() throws {
        let items = try ItemExposure(RankingFixtures.running(), discount: .logarithmic)
        let merits = try MeritExposure(items, merits: [0.9, 0.8, 0.7, 0.6, 0.5, 0.4])
        #expect(abs(try DisparateTreatmentRatio(merits, group: 1, reference: 0).estimate - 0.8667507136) < 5e-11)
    }

    @Test("V22 job seekers of Singh and Joachims: m m m f f f")
    func jobSeekers() throws {
        let items = try ItemExposure(RankingFixtures.ranking("MMMFFF"), discount: .logarithmic)
        let exposure = GroupExposure(items)
        #expect(abs(try exposure.mean(of: 0) - 0.7103099179) < 5e-11)
        #expect(abs(try exposure.mean(of: 1) - 0.3912455175) < 5e-11)
        #expect(abs(try ExposureRatio(exposure, group: 1, reference: 0).estimate - 0.5508095940) < 5e-11)
        let merits = try MeritExposure(items, merits: [0.82, 0.81, 0.80, 0.79, 0.78, 0.77])
        #expect(abs(try merits.exposedUtility(of: 0) - 0.8769258245) < 5e-11)
        #expect(abs(try merits.exposedUtility(of: 1) - 0.5015968173) < 5e-11)
        let ratio = try DisparateTreatmentRatio(merits, group: 1, reference: 0)
        #expect(abs(ratio.estimate - 0.5719945784) < 5e-11)
        #expect(ratio.count == 6)
    }

    @Test func meritZeroGivesNoRatio() throws {
        let items = try ItemExposure(RankingFixtures.ranking("XXYY"), discount: .logarithmic)
        let merits = try MeritExposure(items, merits: [1, 1, 0, 0])
        #expect(throws: Undefined.zeroDenominator) { try DisparateTreatmentRatio(merits, group: 1, reference: 0) }
        #expect(throws: Undefined.zeroDenominator) { try DisparateTreatmentRatio(merits, group: 0, reference: 1) }
    }

    @Test func anUnseenReferenceGivesNoRatio() throws {
        let groups = try ItemGroups([0, 1], named: 2)
        let items = try ItemExposure(ItemRanking(order: [0], groups: groups), discount: .logarithmic)
        let merits = try MeritExposure(items, merits: [1, 1])
        #expect(try DisparateTreatmentRatio(merits, group: 1, reference: 0).estimate == 0)
        #expect(throws: Undefined.zeroDenominator) { try DisparateTreatmentRatio(merits, group: 0, reference: 1) }
    }
}
