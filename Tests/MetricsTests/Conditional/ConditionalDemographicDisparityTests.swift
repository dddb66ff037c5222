import Testing
import Metrics

@Suite struct ConditionalDemographicDisparityTests {
    @Test("V16 crude and conditional demographic disparity of the Berkeley admissions") func berkeley() throws {
        let disparity = try ConditionalDemographicDisparity(strata: Berkeley.strata)
        #expect(abs(disparity.crude - 0.1438264237) < 1e-10)
        #expect(abs(disparity.estimate - -0.0192832671) < 1e-10)
        #expect(disparity.count == 4526 && disparity.peopleLeftOut == 0 && disparity.undefinedStrata.isEmpty)
        #expect(try ConditionalDemographicDisparity(strata: try Berkeley.shared()).estimate == disparity.estimate)
    }

    @Test func agreesWithTheFormulaIn40Digits() throws {
        for (strata, expected) in ConditionalReference.cases() {
            #expect(abs(try ConditionalDemographicDisparity(strata: strata).estimate - expected[28]) < 1e-14)
        }
    }

    /// AIF360 0.6.1 takes no strata and sums over the two groups, which cancel: -4e-17 where 3 of 5 and 1 of 5 are accepted.
    @Test("V16 two groups with different rates are not 0; AIF360 says 0") func theSumOverGroupsIsNoCondition() throws {
        let one = RateStratum(groupEvents: 1, groupTotal: 5, referenceEvents: 3, referenceTotal: 5)
        let other = RateStratum(groupEvents: 3, groupTotal: 5, referenceEvents: 1, referenceTotal: 5)
        let group = try ConditionalDemographicDisparity(strata: [one]).estimate
        let reference = try ConditionalDemographicDisparity(strata: [other]).estimate
        #expect(abs(group - (4.0 / 6 - 1.0 / 4)) < 1e-15)
        #expect(abs((5 * group + 5 * reference) / 10) < 1e-16)
    }

    @Test("V16 a stratum without rejected is named; SageMaker Clarify counts it as 0") func undefinedStrata() throws {
        let open = RateStratum(groupEvents: 50, groupTotal: 50, referenceEvents: 10, referenceTotal: 10)
        let empty = RateStratum(groupEvents: 0, groupTotal: 0, referenceEvents: 0, referenceTotal: 0)
        let shut = RateStratum(groupEvents: 0, groupTotal: 5, referenceEvents: 0, referenceTotal: 7)
        let one = RateStratum(groupEvents: 1, groupTotal: 5, referenceEvents: 3, referenceTotal: 5)
        let disparity = try ConditionalDemographicDisparity(strata: [open, one, empty, shut])
        #expect(disparity.undefinedStrata == [0, 3] && disparity.peopleLeftOut == 72 && disparity.count == 10)
        #expect(disparity.disparities[0] == nil && disparity.disparities[2] == nil)
        let alone = try ConditionalDemographicDisparity(strata: [one]).estimate
        #expect(disparity.estimate == alone)
        #expect(abs(disparity.estimate - alone * 10 / 82) > 0.3)
        #expect(throws: Undefined.zeroDenominator) { try ConditionalDemographicDisparity(strata: [open, shut]) }
        #expect(throws: Undefined.noObservations) { try ConditionalDemographicDisparity(strata: [empty]) }
        #expect(throws: Undefined.noSamplingModel) { try disparity.interval(level: 0.95) }
    }
}
