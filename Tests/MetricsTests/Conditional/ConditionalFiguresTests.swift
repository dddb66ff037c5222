import Testing
import Metrics

@Suite struct ConditionalFiguresTests {
    @Test func everyLineIsThereInTheSameOrder() throws {
        let alone = RateStratum(groupEvents: 2, groupTotal: 4, referenceEvents: 0, referenceTotal: 0)
        let other = RateStratum(groupEvents: 0, groupTotal: 0, referenceEvents: 2, referenceTotal: 4)
        for strata in [Berkeley.strata, [alone, other]] {
            let figures = try ConditionalDisparity(strata: strata).figures(level: 0.95)
            #expect(figures.map(\.line) == ConditionalDisparity.Line.allCases)
            #expect(figures.allSatisfy { !$0.method.isEmpty })
        }
    }

    @Test func intervalsAreTheParts() throws {
        let whole = try ConditionalDisparity(strata: Berkeley.strata)
        let figures = whole.figures(level: 0.9)
        let adjusted = try whole.adjustedDifference.get().interval(level: 0.9)
        let p = try whole.test.get().pValue
        #expect(try figures[3].interval?.get() == adjusted)
        #expect(figures[11].interval == nil && figures[11].pValue == p)
        #expect(throws: Undefined.noSamplingModel) { try figures[10].interval?.get() }
    }
}
