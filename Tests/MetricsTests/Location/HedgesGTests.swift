import Testing
import Metrics

@Suite struct HedgesGTests {
    @Test func agreesWithReferences() throws {
        for (group, reference, expected) in Reference.samples(Reference.hedgesEffects) {
            let effect = try HedgesG(group: group, reference: reference)
            let interval = try effect.interval(level: 0.95)
            #expect(abs(effect.cohensD - expected[0]) < 1e-13 && abs(effect.estimate - expected[1]) < 1e-13)
            #expect(try abs(HedgesG(group: group, reference: reference, correction: .approximate).estimate - expected[2]) < 1e-13)
            #expect(abs(interval.low - expected[3]) < 1e-9 && abs(interval.high - expected[4]) < 1e-9)
        }
    }

    /// J from gamma functions; 1 - 3/(4 df - 1) is close, not equal.
    @Test func factor() {
        #expect(abs(HedgesG.factor(df: 2) - 1 / Double.pi.squareRoot()) < 1e-15)
        #expect(abs(HedgesG.factor(df: 3) - (Double.pi / 6).squareRoot()) < 1e-15)
        #expect(HedgesG.factor(df: 1) == 0 && HedgesG.factor(df: 0.5).isNaN)
        #expect(abs(HedgesG.factor(df: 1e6) - HedgesG.factor(df: 1e6, .approximate)) < 1e-12)
        #expect(abs(HedgesG.factor(df: 10) - HedgesG.factor(df: 10, .approximate)) < 4e-4)
    }

    /// Interval against t: it excludes 0 exactly when the pooled t test is below 1 - level.
    @Test(arguments: 0..<40)
    func intervalIsDualToThePooledT(_ seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        let group = (0..<(2 + random.index(below: 9))).map { _ in random.normal() + 0.8 }
        let reference = (0..<(2 + random.index(below: 20))).map { _ in random.normal() }
        let effect = try HedgesG(group: group, reference: reference)
        let t = effect.cohensD / (1 / Double(group.count) + 1 / Double(reference.count)).squareRoot()
        let p = StudentT.twoSided(t, df: effect.degreesOfFreedom)
        for alpha in [p * 0.999, p * 1.001, 0.05, 0.00625] where alpha > 1e-8 && alpha < 0.999 {
            #expect(try effect.interval(level: 1 - alpha).excludes(0) == (p < alpha))
        }
    }

    @Test func realDataEarningsAndTraits() throws {
        let rows = try SharedData.rows("data/jobcorps_english/jobcorps.csv")
        func side(_ value: String) -> [Double] { rows.filter { $0["english"] == value }.map { Double($0["earny4"]!)! } }
        let effect = try HedgesG(group: side("1"), reference: side("0"))
        #expect(try Reference.error(effect.cohensD, SharedData.figure("jobcorps_english", "earny4_cohens_d", "english 1 minus 0")) < 1e-10)
        for trait in BigFive.traits {
            let (men, women) = try BigFive.scores(trait)
            let d = try HedgesG(group: men, reference: women).cohensD
            #expect(try Reference.error(d, SharedData.figure("bfi", "cohens_d_male_minus_female", trait)) < 1e-10)
            let welch = try WelchDifference(group: men, reference: women)
            #expect(try Reference.error(welch.statistic, SharedData.figure("bfi", "welch_t_male_minus_female", trait)) < 1e-10)
            #expect(try Reference.error(welch.pValue, SharedData.figure("bfi", "welch_p", trait)) < 1e-9)
        }
    }

    @Test func undefinedInput() throws {
        #expect(throws: Undefined.tooFewObservations(needed: 2)) { try HedgesG(group: [1], reference: [1, 2]) }
        #expect(throws: Undefined.zeroVariance) { try HedgesG(group: [1, 1], reference: [2, 2, 2]) }
        #expect(throws: Undefined.noObservations) { try HedgesG(group: [], reference: [2, 3, 4, 5]) }
        #expect(throws: Undefined.notFinite) { try HedgesG(group: [1, .nan], reference: [2, 3, 4, 5]) }
        #expect(throws: Undefined.outsideRange) { try HedgesG(group: [1, 2], reference: [2, 3, 4, 5]).interval(level: 0) }
    }
}
