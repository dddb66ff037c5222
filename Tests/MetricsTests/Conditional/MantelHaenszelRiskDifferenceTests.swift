import Testing
import Metrics

@Suite struct MantelHaenszelRiskDifferenceTests {
    @Test func agreesWithARootSearchOnSatosScore() throws {
        for rows in Reference.cases(Reference.mantelHaenszelStrata) {
            let difference = try MantelHaenszelRiskDifference(strata: rows.map {
                RateStratum(groupEvents: $0[1], groupTotal: $0[2], referenceEvents: $0[3], referenceTotal: $0[4])
            })
            let expected = Array(rows[0][5...])
            let interval = difference.interval(level: 0.95)
            #expect(abs(difference.estimate - expected[0]) < 1e-14)
            #expect(Reference.error(difference.standardError, expected[1]) < 1e-12)
            #expect(abs(interval.low - expected[2]) < 1e-12 && abs(interval.high - expected[3]) < 1e-12)
            #expect(Reference.error(difference.pValue, expected[4]) < 1e-11)
        }
    }

    /// Berkeley admissions, women against men within departments: RD_MH = +.0184251962, although crude women are 14 points lower.
    @Test("V15 Mantel-Haenszel difference of the Berkeley admissions") func realDataAdmissions() throws {
        let difference = try MantelHaenszelRiskDifference(strata: try Berkeley.shared())
        #expect(abs(difference.estimate - 0.0184251962) < 1e-10)
        #expect(abs(difference.groupValue - difference.referenceValue - -0.1416454282) < 1e-10)
        #expect(try Berkeley.shared() == Berkeley.strata)
        #expect(difference.informativeStrata == 6 && difference.groupCount == 1835 && difference.referenceCount == 2691)
        #expect(!difference.interval(level: 0.95).excludes(0))
    }

    @Test func strataWithOneSideCarryNoInformation() throws {
        let informative = RateStratum(groupEvents: 3, groupTotal: 10, referenceEvents: 5, referenceTotal: 40)
        let lonely = RateStratum(groupEvents: 7, groupTotal: 7, referenceEvents: 0, referenceTotal: 0)
        let both = try MantelHaenszelRiskDifference(strata: [informative, lonely])
        let one = try MantelHaenszelRiskDifference(strata: [informative])
        #expect(both.estimate == one.estimate && both.standardError == one.standardError && both.groupValue == one.groupValue)
        #expect(both.informativeStrata == 1 && both.peopleInInformativeStrata == 50 && both.groupCount == 10)
        #expect(throws: Undefined.noInformativeStratum) { try MantelHaenszelRiskDifference(strata: [lonely]) }
        #expect(throws: Undefined.noInformativeStratum) { try MantelHaenszelRiskDifference(strata: []) }
    }

    @Test func noVariationIsUndefined() {
        let same = RateStratum(groupEvents: 0, groupTotal: 4, referenceEvents: 0, referenceTotal: 9)
        let all = RateStratum(groupEvents: 4, groupTotal: 4, referenceEvents: 9, referenceTotal: 9)
        #expect(throws: Undefined.zeroVariance) { try MantelHaenszelRiskDifference(strata: [same, all]) }
    }

    @Test func weakeningTakesTheHeaviestStratum() throws {
        let light = RateStratum(groupEvents: 3, groupTotal: 5, referenceEvents: 1, referenceTotal: 5)
        let heavy = RateStratum(groupEvents: 3, groupTotal: 5, referenceEvents: 10, referenceTotal: 95)
        let weaker = try MantelHaenszelRiskDifference(strata: [light, heavy]).weakened()!
        #expect(weaker.strata[0] == light)
        #expect(weaker.strata[1].groupEvents == 2)
        // No event left to take in the heavy stratum: the light one has to give.
        let emptied = RateStratum(groupEvents: 0, groupTotal: 5, referenceEvents: 0, referenceTotal: 95)
        #expect(try MantelHaenszelRiskDifference(strata: [light, emptied]).weakened()!.strata[0].groupEvents == 2)
    }

    /// Nine counsellors with very different habits (logit SD 1), the group served for 80 % by two of them, no difference within:
    /// the stratified test keeps its 5 %, the unstratified one does not.
    @Test func typeOneErrorWhenCounsellorsDiffer() throws {
        var random = SeededRandom(seed: 25)
        let runs = 2_000 * Simulated.factor
        var stratified = 0
        var crude = 0
        for _ in 0..<runs {
            let habits = (0..<9).map { _ in 1 / (1 + Double.exponential(-(-0.6 + random.normal()))) }
            var strata = [RateStratum](
                repeating: RateStratum(groupEvents: 0, groupTotal: 0, referenceEvents: 0, referenceTotal: 0), count: 9)
            for person in 0..<300 {
                let inGroup = person < 60
                let counsellor = inGroup && random.uniform() < 0.8 ? random.index(below: 2) : random.index(below: 9)
                let event: Double = random.uniform() < habits[counsellor] ? 1 : 0
                if inGroup {
                    strata[counsellor].groupEvents += event
                    strata[counsellor].groupTotal += 1
                } else {
                    strata[counsellor].referenceEvents += event
                    strata[counsellor].referenceTotal += 1
                }
            }
            if try MantelHaenszelRiskDifference(strata: strata).pValue < 0.05 { stratified += 1 }
            let plain = try MiettinenNurminen(
                groupEvents: strata.reduce(0) { $0 + $1.groupEvents }, groupTotal: 60,
                referenceEvents: strata.reduce(0) { $0 + $1.referenceEvents }, referenceTotal: 240)
            if plain.pValue < 0.05 { crude += 1 }
        }
        #expect(try Simulated.isWithin(stratified, of: runs, 0.04, 0.06, "Mantel-Haenszel, nine counsellors, type I at 5 %"))
        #expect(crude > runs / 8)
    }
}
