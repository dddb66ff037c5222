import Testing
import Metrics

@Suite struct InverseVarianceEffectTests {
    @Test func asMetafor() throws {
        for expected in Reference.commonEffects {
            let effect = try InverseVarianceEffect(PooledCases.effects[Int(expected[0])])
            let values = [effect.estimate, effect.standardError] + PooledCases.limits(effect.interval(level: 0.95))
            #expect(PooledCases.errors(values, expected[1...]) < 1e-11, "\(expected)")
            #expect(Reference.error(effect.pValue, expected[5], floor: 1e-280) < 1e-9)
        }
    }

    @Test func oneStudyIsItself() throws {
        let effect = try InverseVarianceEffect(StudyEffects(estimates: [0.3], standardErrors: [0.1]))
        #expect(effect.count == 1 && abs(effect.estimate - 0.3) < 1e-15 && abs(effect.standardError - 0.1) < 1e-15)
    }
}
