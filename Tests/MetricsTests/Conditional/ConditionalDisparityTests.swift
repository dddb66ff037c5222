import Testing
import Metrics

@Suite struct ConditionalDisparityTests {
    @Test("V15 V16 crude, adjusted and decomposed of the Berkeley admissions are one value") func berkeley() throws {
        let whole = try ConditionalDisparity(strata: Berkeley.strata)
        #expect(abs(whole.crudeDifference.groupValue - 0.3035422343) < 1e-10)
        #expect(abs(whole.crudeDifference.referenceValue - 0.4451876626) < 1e-10)
        #expect(abs(try whole.crudeRiskRatio.get().estimate - 0.6818298436) < 1e-10)
        // Crude women are 14 points lower and fail four fifths, within departments they are not, and departments differ.
        #expect(try whole.crudeRiskRatio.get().estimate < 0.8 && whole.crudeDifference.pValue < 1e-10)
        #expect(abs(try whole.adjustedDifference.get().estimate - 0.0184251962) < 1e-10)
        #expect(abs(try whole.adjustedRiskRatio.get().estimate - 1.0583074236) < 1e-10)
        #expect(abs(try whole.adjustedOddsRatio.get().estimate - 1.1053426615) < 1e-10)
        #expect(abs(try whole.test.get().pValue - 0.2169236971) < 1e-10)
        #expect(abs(try whole.standardised.get().ratio() - 1.1100819834) < 1e-10)
        #expect(abs(try whole.decomposition.get().composition.estimate - -0.1776739112) < 1e-10)
        #expect(abs(try whole.demographicDisparity.get().estimate - -0.0192832671) < 1e-10)
        #expect(try whole.homogeneity.get().pValue < 0.01)
        #expect(whole.reverses == true)
    }

    @Test func whatTheStrataCannotGiveHasItsReason() throws {
        let alone = RateStratum(groupEvents: 2, groupTotal: 4, referenceEvents: 0, referenceTotal: 0)
        let other = RateStratum(groupEvents: 0, groupTotal: 0, referenceEvents: 2, referenceTotal: 4)
        let whole = try ConditionalDisparity(strata: [alone, other])
        #expect(whole.crudeDifference.estimate == 0 && whole.reverses == nil)
        for figure in whole.figures(level: 0.95) {
            switch figure.line {
            case .crudeDifference, .crudeRiskRatio, .crudeOddsRatio:
                #expect((try? figure.value.get()) != nil)
            case .demographicDisparity:
                // Either stratum has accepted and rejected, but of one side only: no share differs.
                #expect(try figure.value.get() == 0)
            default:
                #expect(throws: Undefined.noInformativeStratum) { try figure.value.get() }
                #expect(figure.pValue == nil)
            }
        }
    }

    @Test func noCrudeComparisonNoValue() {
        #expect(throws: Undefined.noObservations) { try ConditionalDisparity(strata: []) }
        #expect(throws: Undefined.unequalLengths) { try ConditionalDisparity(strata: Berkeley.strata, standard: .weights([1])) }
    }
}
