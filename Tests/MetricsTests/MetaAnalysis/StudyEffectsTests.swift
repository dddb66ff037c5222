import Testing
import Metrics

@Suite struct StudyEffectsTests {
    @Test func undefinedHasItsReason() {
        #expect(throws: Undefined.unequalLengths) { try StudyEffects(estimates: [1], standardErrors: [1, 2]) }
        #expect(throws: Undefined.notFinite) { try StudyEffects(estimates: [1, .nan], standardErrors: [1, 2]) }
        #expect(throws: Undefined.notFinite) { try StudyEffects(estimates: [1, 2], standardErrors: [1, 1e200]) }
        #expect(throws: Undefined.zeroVariance) { try StudyEffects(estimates: [1, 2], standardErrors: [1, 0]) }
        #expect(throws: Undefined.zeroVariance) { try StudyEffects(estimates: [1, 2], standardErrors: [1, -1]) }
        #expect(throws: Undefined.zeroVariance) { try StudyEffects(estimates: [1, 2], standardErrors: [1, 1e-200]) }
    }

    @Test func noStudiesGiveNothing() throws {
        let none = try StudyEffects(estimates: [], standardErrors: [])
        let one = try StudyEffects(estimates: [1], standardErrors: [2])
        #expect(throws: Undefined.tooFewStudies(needed: 1)) { try InverseVarianceEffect(none) }
        for effects in [none, one] {
            #expect(throws: Undefined.tooFewStudies(needed: 2)) { try Heterogeneity(effects) }
            #expect(throws: Undefined.tooFewStudies(needed: 2)) { try RandomEffects(effects) }
            #expect(throws: Undefined.tooFewStudies(needed: 2)) { try LeaveOneOut(effects) }
            #expect(throws: Undefined.tooFewStudies(needed: 2)) { try FunnelPlot(effects) }
        }
    }
}
