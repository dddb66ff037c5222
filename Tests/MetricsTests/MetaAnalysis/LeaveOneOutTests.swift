import Testing
import Metrics

@Suite struct LeaveOneOutTests {
    @Test func asMetaforOnTheOthers() throws {
        for rows in Reference.cases(Reference.studiesLeftOut) {
            let without = try LeaveOneOut(PooledCases.effects[Int(rows[0][0])]).effects
            #expect(without.count == rows.count)
            for (effect, expected) in zip(without, rows) {
                let values = [effect.estimate, effect.standardError] + PooledCases.limits(effect.interval(level: 0.95))
                #expect(PooledCases.errors(values, expected[2...], floor: expected[3]) < 1e-10, "\(expected)")
                #expect(Reference.error(effect.pValue, expected[6], floor: 1e-280) < 1e-9)
                #expect(effect.count == rows.count - 1)
            }
        }
    }
}
