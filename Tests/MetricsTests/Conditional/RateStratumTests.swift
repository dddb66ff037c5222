import Testing
import Metrics

@Suite struct RateStratumTests {
    @Test func addsCellByCell() {
        let sum = RateStratum(groupEvents: 1, groupTotal: 2, referenceEvents: 3, referenceTotal: 4)
            + RateStratum(groupEvents: 10, groupTotal: 20, referenceEvents: 30, referenceTotal: 40)
        #expect(sum == RateStratum(groupEvents: 11, groupTotal: 22, referenceEvents: 33, referenceTotal: 44))
    }

    /// Every stratified statistic looks at all strata, the uninformative ones too.
    @Test(arguments: [
        (RateStratum(groupEvents: 3, groupTotal: 2, referenceEvents: 0, referenceTotal: 0), Undefined.outsideRange),
        (RateStratum(groupEvents: 0, groupTotal: -1, referenceEvents: 0, referenceTotal: 0), .outsideRange),
        (RateStratum(groupEvents: 0, groupTotal: 0, referenceEvents: .nan, referenceTotal: 0), .notFinite),
        (RateStratum(groupEvents: 0, groupTotal: .infinity, referenceEvents: 0, referenceTotal: 0), .notFinite),
    ])
    func impossibleCountsAreRefused(_ bad: RateStratum, _ reason: Undefined) {
        let strata = Berkeley.strata + [bad]
        #expect(throws: reason) { try MantelHaenszelRiskDifference(strata: strata) }
        #expect(throws: reason) { try MantelHaenszelRiskRatio(strata: strata) }
        #expect(throws: reason) { try MantelHaenszelOddsRatio(strata: strata) }
        #expect(throws: reason) { try CochranMantelHaenszel(strata: strata, continuity: .none) }
        #expect(throws: reason) { try BreslowDay(strata: strata, correction: .none) }
        #expect(throws: reason) { try ConditionalDemographicDisparity(strata: strata) }
        #expect(throws: reason) { try DirectStandardisation(strata: strata, standard: .everybody) }
        #expect(throws: reason) { try KitagawaDecomposition(strata: strata) }
        #expect(throws: reason) { try ConditionalDisparity(strata: strata) }
    }
}
