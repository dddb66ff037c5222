import Testing
import Metrics

@Suite struct RandomEffectsTests {
    @Test func asMetafor() throws {
        for expected in Reference.randomEffects {
            let between = expected[1] == 0 ? BetweenVariance.derSimonianLaird : .restrictedLikelihood
            let effect = try RandomEffects(PooledCases.effects[Int(expected[0])], between: between)
            // Some estimates are near zero, by cancellation: their errors are in units of the standard error.
            let (plain, held) = (expected[5], expected[10])
            #expect(abs(effect.estimate - expected[4]) < 1e-8 * plain && Reference.error(effect.betweenVariance, expected[2]) < 1e-8, "\(expected)")
            let plainValues = [effect.plainError] + PooledCases.limits(effect.plainInterval(level: 0.95))
            #expect(PooledCases.errors(plainValues, expected[5...], floor: plain) < 1e-8)
            #expect(Reference.error(effect.plainPValue, expected[8], floor: 1e-280) < 1e-7)
            #expect(Reference.error(effect.varianceFactor, expected[9], floor: 1e-12) < 1e-8)
            let values = [effect.standardError] + PooledCases.limits(effect.interval(level: 0.95))
            #expect(PooledCases.errors(values, expected[10...], floor: held) < 1e-8)
            #expect(Reference.error(effect.pValue, expected[13]) < 1e-7)
            if effect.count >= RandomEffects.fewestStudiesForPrediction {
                let prediction = try effect.predictionInterval(level: 0.95)
                #expect(PooledCases.errors(PooledCases.limits(prediction), expected[14...], floor: held) < 1e-8)
            } else {
                #expect(throws: Undefined.tooFewStudies(needed: 5)) { try effect.predictionInterval(level: 0.95) }
            }
        }
    }

    /// The pooled trials of BCG as Viechtbauer (2010) prints them: -0.7145, standard error 0.1798, tau^2 0.3132, I^2 92.22 %.
    @Test func theTrialsOfThePaper() throws {
        let effect = try RandomEffects(PooledCases.effects.last!)
        #expect(effect.count == 13 && abs(effect.estimate - -0.7145) < 5e-5 && abs(effect.plainError - 0.1798) < 5e-5)
        #expect(abs(effect.betweenVariance - 0.3132) < 5e-5)
        #expect(abs(try Heterogeneity(PooledCases.effects.last!).inconsistency(.restrictedLikelihood) - 0.9222) < 5e-5)
    }

    /// Studies that agree better than their errors let them: nothing is gained by it.
    @Test func agreementByChanceNarrowsNothing() throws {
        let effect = try RandomEffects(StudyEffects(estimates: [0.5, 0.5, 0.5], standardErrors: [0.1, 0.2, 0.3]))
        #expect(effect.varianceFactor < 1e-12 && effect.standardError == effect.plainError && effect.betweenVariance == 0)
    }
}
