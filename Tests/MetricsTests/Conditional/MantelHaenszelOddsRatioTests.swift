import Testing
import Metrics

@Suite struct MantelHaenszelOddsRatioTests {
    @Test func agreesWithStatsmodels() throws {
        for (strata, expected) in ConditionalReference.cases() {
            let ratio = try MantelHaenszelOddsRatio(strata: strata)
            let interval = try ratio.interval(level: 0.95)
            #expect(Reference.error(ratio.estimate, expected[7]) < 1e-12)
            #expect(Reference.error(interval.low, expected[8]) < 1e-12)
            #expect(Reference.error(interval.high, expected[9]) < 1e-12)
        }
    }

    @Test("V14 odds ratios of two pass and fail tables, apart and pooled") func twoTables() throws {
        let first = RateStratum(groupEvents: 90, groupTotal: 100, referenceEvents: 20, referenceTotal: 100)
        let second = RateStratum(groupEvents: 70, groupTotal: 100, referenceEvents: 70, referenceTotal: 100)
        #expect(abs(try MantelHaenszelOddsRatio(strata: [first]).estimate - 36) < 1e-12)
        #expect(try MantelHaenszelOddsRatio(strata: [second]).estimate == 1)
        #expect(abs(try MantelHaenszelOddsRatio(strata: [first, second]).estimate - 4.0434782609) < 1e-10)
    }

    @Test("V15 OR_MH of the Berkeley admissions with its interval") func berkeley() throws {
        let ratio = try MantelHaenszelOddsRatio(strata: Berkeley.strata)
        let interval = try ratio.interval(level: 0.95)
        #expect(abs(ratio.estimate - 1.1053426615) < 1e-10)
        #expect(abs(interval.low - 0.9431028285) < 1e-10 && abs(interval.high - 1.2954922437) < 1e-10)
    }

    /// The published figures are for men over women.
    @Test func realDataAdmissionsMenOverWomen() throws {
        let strata = try Berkeley.shared().map {
            RateStratum(
                groupEvents: $0.referenceEvents, groupTotal: $0.referenceTotal, referenceEvents: $0.groupEvents, referenceTotal: $0.groupTotal)
        }
        let ratio = try MantelHaenszelOddsRatio(strata: strata)
        let interval = try ratio.interval(level: 0.95)
        func figure(_ metric: String) throws -> Double { try SharedData.figure("ucb_admissions", metric, "all strata (6)") }
        #expect(Reference.error(ratio.estimate, try figure("admit_by_gender_common_odds_ratio")) < 1e-11)
        #expect(Reference.error(interval.low, try figure("admit_by_gender_common_odds_ratio_ci_low")) < 1e-11)
        #expect(Reference.error(interval.high, try figure("admit_by_gender_common_odds_ratio_ci_high")) < 1e-11)
    }

    @Test func edgesHaveReasons() throws {
        let complete = RateStratum(groupEvents: 5, groupTotal: 5, referenceEvents: 3, referenceTotal: 7)
        let reverse = RateStratum(groupEvents: 0, groupTotal: 5, referenceEvents: 3, referenceTotal: 7)
        #expect(throws: Undefined.zeroDenominator) { try MantelHaenszelOddsRatio(strata: [complete]) }
        let none = try MantelHaenszelOddsRatio(strata: [reverse])
        #expect(none.estimate == 0)
        #expect(throws: Undefined.zeroDenominator) { try none.interval(level: 0.95) }
        #expect(throws: Undefined.noInformativeStratum) { try MantelHaenszelOddsRatio(strata: []) }
    }

    /// 40 strata of 8 people, a true common odds ratio of 2.
    @Test func coverageInSparseStrata() throws {
        var random = SeededRandom(seed: 152)
        let runs = 800 * Simulated.factor
        var covered = 0
        for _ in 0..<runs {
            let strata = (0..<40).map { _ in
                let odds = Double.exponential(random.normal())
                return SimulatedStrata.stratum(
                    groupTotal: 3, groupRate: 2 * odds / (1 + 2 * odds), referenceTotal: 5, referenceRate: odds / (1 + odds), &random)
            }
            if try !MantelHaenszelOddsRatio(strata: strata).interval(level: 0.95).excludes(2) { covered += 1 }
        }
        #expect(try Simulated.isWithin(covered, of: runs, 0.935, 0.97, "Mantel-Haenszel odds ratio, 40 strata of 8, coverage at 95 %"))
    }
}
