import Testing
import Metrics

@Suite struct HeterogeneityTests {
    @Test func asMetafor() throws {
        for expected in Reference.commonEffects {
            let heterogeneity = try Heterogeneity(PooledCases.effects[Int(expected[0])])
            #expect(Reference.error(heterogeneity.statistic, expected[6], floor: 1e-20) < 1e-9, "\(expected)")
            #expect(heterogeneity.degreesOfFreedom == Int(expected[7]) && heterogeneity.count == Int(expected[7]) + 1)
            #expect(Reference.error(heterogeneity.pValue, expected[8]) < 1e-9)
            #expect(abs(try heterogeneity.inconsistency() - expected[9]) < 1e-10)
        }
    }

    @Test func bothSpreadsAsMetafor() throws {
        for expected in Reference.randomEffects {
            let heterogeneity = try Heterogeneity(PooledCases.effects[Int(expected[0])])
            let between = expected[1] == 0 ? BetweenVariance.derSimonianLaird : .restrictedLikelihood
            #expect(Reference.error(try heterogeneity.betweenVariance(between), expected[2]) < 1e-8, "\(expected)")
            #expect(abs(try heterogeneity.inconsistency(between) - expected[3]) < 1e-8)
        }
    }

    /// Moments give the usual (Q - df)/Q, never below zero.
    @Test func theShareIsWhatQHasTooMuch() throws {
        for effects in PooledCases.effects {
            let heterogeneity = try Heterogeneity(effects)
            let surplus = heterogeneity.statistic - Double(heterogeneity.degreesOfFreedom)
            let usual = heterogeneity.statistic > 0 ? max(0, surplus / heterogeneity.statistic) : 0
            #expect(abs(try heterogeneity.inconsistency() - usual) < 1e-11)
        }
    }

    /// One study that is known a thousand million times as well as the rest leaves the share a number.
    @Test func oneWeightAboveAll() throws {
        let effects = try StudyEffects(estimates: [1, 1.5, 7], standardErrors: [1e-9, 1, 1])
        let heterogeneity = try Heterogeneity(effects)
        #expect(abs(heterogeneity.statistic - 36.25) < 1e-6)
        #expect(abs(try heterogeneity.inconsistency() - (36.25 - 2) / 36.25) < 1e-6)
    }
}
