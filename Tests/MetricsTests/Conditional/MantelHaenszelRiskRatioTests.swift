import Testing
import Metrics

@Suite struct MantelHaenszelRiskRatioTests {
    @Test func agreesWithTheFormulaIn40Digits() throws {
        for (strata, expected) in ConditionalReference.cases() {
            let ratio = try MantelHaenszelRiskRatio(strata: strata)
            #expect(Reference.error(ratio.estimate, expected[5]) < 1e-14)
            #expect(Reference.error(try ratio.logStandardError(), expected[6]) < 1e-13)
        }
    }

    @Test("V15 RR_MH of the Berkeley admissions") func berkeley() throws {
        let ratio = try MantelHaenszelRiskRatio(strata: Berkeley.strata)
        #expect(abs(ratio.estimate - 1.0583074236) < 1e-10)
        #expect(ratio.count == 4526 && ratio.strata.informative == 6)
        #expect(try !ratio.interval(level: 0.95).excludes(1))
    }

    @Test("V5 one stratum gives Katz's log interval") func oneStratum() throws {
        let one = RateStratum(groupEvents: 30, groupTotal: 100, referenceEvents: 45, referenceTotal: 100)
        let interval = try MantelHaenszelRiskRatio(strata: [one]).interval(level: 0.95)
        #expect(abs(interval.low - 0.4606856014) < 1e-10 && abs(interval.high - 0.9647456814) < 1e-10)
    }

    @Test func edgesHaveReasons() throws {
        let nobodyOfTheReference = RateStratum(groupEvents: 2, groupTotal: 5, referenceEvents: 0, referenceTotal: 5)
        let nobodyOfTheGroup = RateStratum(groupEvents: 0, groupTotal: 5, referenceEvents: 2, referenceTotal: 5)
        let everybody = RateStratum(groupEvents: 5, groupTotal: 5, referenceEvents: 7, referenceTotal: 7)
        let alone = RateStratum(groupEvents: 2, groupTotal: 5, referenceEvents: 0, referenceTotal: 0)
        #expect(throws: Undefined.zeroDenominator) { try MantelHaenszelRiskRatio(strata: [nobodyOfTheReference]) }
        let none = try MantelHaenszelRiskRatio(strata: [nobodyOfTheGroup])
        #expect(none.estimate == 0)
        #expect(throws: Undefined.zeroDenominator) { try none.interval(level: 0.95) }
        let all = try MantelHaenszelRiskRatio(strata: [everybody])
        #expect(all.estimate == 1)
        #expect(throws: Undefined.zeroVariance) { try all.interval(level: 0.95) }
        #expect(throws: Undefined.noInformativeStratum) { try MantelHaenszelRiskRatio(strata: [alone, alone]) }
    }

    /// 30 strata of about 6 people, a true common ratio of 0.7: the interval is about the ratio and covers it.
    @Test func coverageInSparseStrata() throws {
        var random = SeededRandom(seed: 151)
        let runs = 1_000 * Simulated.factor
        var covered = 0
        for _ in 0..<runs {
            let strata = (0..<30).map { _ in
                let p = 0.2 + 0.6 * random.uniform()
                return SimulatedStrata.stratum(groupTotal: 3, groupRate: 0.7 * p, referenceTotal: 4, referenceRate: p, &random)
            }
            if try !MantelHaenszelRiskRatio(strata: strata).interval(level: 0.95).excludes(0.7) { covered += 1 }
        }
        #expect(try Simulated.isWithin(covered, of: runs, 0.935, 0.965, "Mantel-Haenszel risk ratio, 30 strata of 7, coverage at 95 %"))
    }
}

enum SimulatedStrata {
    static func stratum(
        groupTotal: Int, groupRate: Double, referenceTotal: Int, referenceRate: Double, _ random: inout SeededRandom
    ) -> RateStratum {
        func events(_ n: Int, _ p: Double) -> Double {
            var count = 0.0
            for _ in 0..<n where random.uniform() < p { count += 1 }
            return count
        }
        return RateStratum(
            groupEvents: events(groupTotal, groupRate), groupTotal: Double(groupTotal),
            referenceEvents: events(referenceTotal, referenceRate), referenceTotal: Double(referenceTotal))
    }
}
