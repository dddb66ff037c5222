import Testing
import Metrics

@Suite struct CochranMantelHaenszelTests {
    @Test func agreesWithStatsmodelsInBothConventions() throws {
        for (strata, expected) in ConditionalReference.cases() {
            let plain = try CochranMantelHaenszel(strata: strata, continuity: .none)
            #expect(Reference.error(plain.statistic, expected[10], floor: 1e-3) < 1e-11)
            #expect(abs(plain.pValue - expected[11]) < 1e-13 + 1e-11 * expected[11])
            guard abs(plain.excess) >= 0.5 else { continue }
            let corrected = try CochranMantelHaenszel(strata: strata, continuity: .half)
            #expect(Reference.error(corrected.statistic, expected[12], floor: 1e-3) < 1e-11)
            #expect(abs(corrected.pValue - expected[13]) < 1e-13 + 1e-11 * expected[13])
        }
    }

    @Test("V15 CMH of the Berkeley admissions without correction") func berkeley() throws {
        let test = try CochranMantelHaenszel(strata: Berkeley.strata, continuity: .none)
        #expect(abs(test.statistic - 1.5246066604) < 1e-10 && abs(test.pValue - 0.2169236971) < 1e-10)
    }

    @Test func realDataAdmissionsInBothConventions() throws {
        func figure(_ metric: String) throws -> Double { try SharedData.figure("ucb_admissions", metric, "all strata (6)") }
        let strata = try Berkeley.shared()
        let plain = try CochranMantelHaenszel(strata: strata, continuity: .none)
        let half = try CochranMantelHaenszel(strata: strata, continuity: .half)
        #expect(Reference.error(plain.statistic, try figure("admit_by_gender_cmh_chi2")) < 1e-11)
        #expect(Reference.error(plain.pValue, try figure("admit_by_gender_cmh_p")) < 1e-11)
        #expect(Reference.error(half.statistic, try figure("admit_by_gender_cmh_chi2_cc")) < 1e-11)
        #expect(Reference.error(half.pValue, try figure("admit_by_gender_cmh_p_cc")) < 1e-11)
    }

    /// statsmodels takes the half off before it squares, so that a perfect balance counts as half a person of imbalance.
    @Test("V15 equal rates are no evidence; statsmodels' correction makes 0.19 of them") func balanceWithCorrection() throws {
        let balanced = RateStratum(groupEvents: 5, groupTotal: 10, referenceEvents: 5, referenceTotal: 10)
        let test = try CochranMantelHaenszel(strata: [balanced], continuity: .half)
        #expect(test.statistic == 0 && test.pValue == 1)
        #expect(abs(test.statistic - 0.19) > 0.1)
    }

    @Test func edgesHaveReasons() {
        let same = RateStratum(groupEvents: 0, groupTotal: 4, referenceEvents: 0, referenceTotal: 9)
        let halves = RateStratum(groupEvents: 0.2, groupTotal: 0.5, referenceEvents: 0.1, referenceTotal: 0.5)
        #expect(throws: Undefined.zeroVariance) { try CochranMantelHaenszel(strata: [same], continuity: .none) }
        #expect(throws: Undefined.outsideRange) { try CochranMantelHaenszel(strata: [halves], continuity: .none) }
        #expect(throws: Undefined.noInformativeStratum) { try CochranMantelHaenszel(strata: [], continuity: .half) }
    }

    @Test func typeOneErrorOfEitherConvention() throws {
        var random = SeededRandom(seed: 153)
        let runs = 1_000 * Simulated.factor
        var rejected = [0, 0]
        for _ in 0..<runs {
            let strata = (0..<12).map { _ in
                let p = random.uniform()
                return SimulatedStrata.stratum(groupTotal: 6, groupRate: p, referenceTotal: 9, referenceRate: p, &random)
            }
            for (index, continuity) in CochranMantelHaenszel.Continuity.allCases.enumerated() {
                if try CochranMantelHaenszel(strata: strata, continuity: continuity).pValue < 0.05 { rejected[index] += 1 }
            }
        }
        #expect(try Simulated.isWithin(rejected[0], of: runs, 0.04, 0.06, "Cochran-Mantel-Haenszel, no correction, type I at 5 %"))
        #expect(try Simulated.isWithin(rejected[1], of: runs, 0.01, 0.05, "Cochran-Mantel-Haenszel, half a person, type I at 5 %"))
    }
}
