import Testing
import Metrics

@Suite struct BreslowDayTests {
    @Test func agreesWithARootSearchAndStatsmodels() throws {
        for (strata, expected) in ConditionalReference.cases() where expected[14] >= 0 {
            let plain = try BreslowDay(strata: strata, correction: .none)
            let tarone = try BreslowDay(strata: strata, correction: .tarone)
            #expect(Reference.error(plain.statistic, expected[14]) < 1e-12)
            #expect(Reference.error(tarone.statistic, expected[15]) < 1e-12)
            #expect(plain.pValue <= tarone.pValue)
        }
    }

    @Test("V15 Breslow-Day of the Berkeley admissions") func berkeley() throws {
        let test = try BreslowDay(strata: Berkeley.strata, correction: .none)
        #expect(abs(test.statistic - 18.8255137052) < 1e-10 && test.degreesOfFreedom == 5 && test.count == 4526)
        #expect(Reference.error(test.pValue, try SharedData.figure("ucb_admissions", "admit_by_gender_breslow_day_p", "all strata (6)")) < 1e-11)
        #expect(Reference.error(try BreslowDay(strata: try Berkeley.shared(), correction: .none).statistic,
            try SharedData.figure("ucb_admissions", "admit_by_gender_breslow_day_chi2", "all strata (6)")) < 1e-11)
    }

    /// A common odds ratio of exactly 1 makes the quadratic a line.
    @Test func oddsRatioOfOne() throws {
        let one = RateStratum(groupEvents: 4, groupTotal: 8, referenceEvents: 10, referenceTotal: 20)
        let two = RateStratum(groupEvents: 3, groupTotal: 12, referenceEvents: 4, referenceTotal: 16)
        let test = try BreslowDay(strata: [one, two], correction: .tarone)
        #expect(test.commonOddsRatio == 1 && test.statistic == 0 && test.pValue == 1)
    }

    @Test func aStratumWithoutVariationSaysNothing() throws {
        let silent = RateStratum(groupEvents: 0, groupTotal: 8, referenceEvents: 0, referenceTotal: 20)
        let alone = RateStratum(groupEvents: 1, groupTotal: 8, referenceEvents: 0, referenceTotal: 0)
        let with = try BreslowDay(strata: Berkeley.strata + [silent, alone], correction: .tarone)
        let without = try BreslowDay(strata: Berkeley.strata, correction: .tarone)
        #expect(with.statistic == without.statistic && with.degreesOfFreedom == without.degreesOfFreedom && with.strataUsed == 6)
        #expect(with.strata.oneSided == 1)
        #expect(throws: Undefined.tooFewStrata(needed: 2)) { try BreslowDay(strata: [Berkeley.strata[0], silent], correction: .none) }
    }

    @Test func noCommonOddsRatioNoTest() {
        let none = RateStratum(groupEvents: 0, groupTotal: 8, referenceEvents: 5, referenceTotal: 20)
        let all = RateStratum(groupEvents: 8, groupTotal: 8, referenceEvents: 5, referenceTotal: 20)
        #expect(throws: Undefined.zeroDenominator) { try BreslowDay(strata: [none, none], correction: .none) }
        #expect(throws: Undefined.zeroDenominator) { try BreslowDay(strata: [all, all], correction: .none) }
    }

    @Test func typeOneError() throws {
        var random = SeededRandom(seed: 154)
        let runs = 1_000 * Simulated.factor
        var rejected = 0
        for _ in 0..<runs {
            let strata = (0..<5).map { _ in
                let odds = Double.exponential(0.5 * random.normal())
                return SimulatedStrata.stratum(
                    groupTotal: 40, groupRate: 2 * odds / (1 + 2 * odds), referenceTotal: 60, referenceRate: odds / (1 + odds), &random)
            }
            if try BreslowDay(strata: strata, correction: .tarone).pValue < 0.05 { rejected += 1 }
        }
        #expect(try Simulated.isWithin(rejected, of: runs, 0.035, 0.065, "Breslow-Day-Tarone, 5 strata of 100, type I at 5 %"))
    }
}
