import Testing
import Metrics

@Suite struct MantelHaenszelHeterogeneityTests {
    private static func measure(_ row: [Double]) -> MantelHaenszelHeterogeneity.Measure {
        [.riskDifference, .riskRatio, .oddsRatio][Int(row[1])]
    }

    @Test func asMetafor() throws {
        for expected in Reference.pooledTables {
            let test = try MantelHaenszelHeterogeneity(strata: PooledCases.strata[Int(expected[0])], measure: Self.measure(expected))
            #expect(Reference.error(test.commonEffect, expected[2]) < 1e-11 && Reference.error(test.statistic, expected[6]) < 1e-11, "\(expected)")
            #expect(test.degreesOfFreedom == Int(expected[7]) && test.strataUsed == Int(expected[7]) + 1)
            #expect(Reference.error(test.pValue, expected[8]) < 1e-9)
        }
    }

    /// The common effects themselves: Sato's, Greenland and Robins', and Robins, Breslow and Greenland's variance are metafor's too.
    @Test func theCommonEffectsAsMetafor() throws {
        for expected in Reference.pooledTables {
            let strata = PooledCases.strata[Int(expected[0])]
            let (estimate, error): (Double, Double)
            switch Self.measure(expected) {
            case .riskDifference:
                let common = try MantelHaenszelRiskDifference(strata: strata)
                (estimate, error) = (common.estimate, common.standardError)
            case .riskRatio:
                let common = try MantelHaenszelRiskRatio(strata: strata)
                (estimate, error) = (Double.logarithm(common.estimate), try common.logStandardError())
                let limits = PooledCases.limits(try common.interval(level: 0.95)).map(Double.logarithm)
                #expect(PooledCases.errors(limits, expected[4...], floor: error) < 1e-11)
            case .oddsRatio:
                let common = try MantelHaenszelOddsRatio(strata: strata)
                (estimate, error) = (Double.logarithm(common.estimate), try common.logStandardError())
                let limits = PooledCases.limits(try common.interval(level: 0.95)).map(Double.logarithm)
                #expect(PooledCases.errors(limits, expected[4...], floor: error) < 1e-11)
            }
            #expect(Reference.error(estimate, expected[2]) < 1e-11 && Reference.error(error, expected[3]) < 1e-11, "\(expected)")
        }
    }

    @Test func undefinedHasItsReason() throws {
        let both = RateStratum(groupEvents: 3, groupTotal: 10, referenceEvents: 5, referenceTotal: 40)
        let everybody = RateStratum(groupEvents: 4, groupTotal: 4, referenceEvents: 9, referenceTotal: 9)
        let noneOfTheGroup = RateStratum(groupEvents: 0, groupTotal: 7, referenceEvents: 2, referenceTotal: 9)
        for measure in MantelHaenszelHeterogeneity.Measure.allCases {
            #expect(throws: Undefined.tooFewStrata(needed: 2)) { try MantelHaenszelHeterogeneity(strata: [both, everybody], measure: measure) }
            #expect(throws: Undefined.noInformativeStratum) { try MantelHaenszelHeterogeneity(strata: [], measure: measure) }
        }
        #expect(throws: Undefined.zeroDenominator) {
            try MantelHaenszelHeterogeneity(strata: [noneOfTheGroup, noneOfTheGroup], measure: .riskRatio)
        }
        #expect(try MantelHaenszelHeterogeneity(strata: [noneOfTheGroup, both, everybody], measure: .oddsRatio).count == 66)
    }
}
