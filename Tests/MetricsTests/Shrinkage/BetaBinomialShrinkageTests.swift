import Testing
import Metrics

@Suite struct BetaBinomialShrinkageTests {
    @Test func asElsewhere() throws {
        let rows = Reference.shrunkenRates
        let model = try BetaBinomialShrinkage(events: rows.map { $0[0] }, totals: rows.map { $0[1] })
        #expect(Reference.error(model.commonRate, rows[0][2]) < 1e-12 && Reference.error(model.intraclass, rows[0][3]) < 1e-11)
        for (rate, row) in zip(model.rates, rows) {
            let interval = rate.interval(level: 0.95)
            #expect(Reference.error(rate.estimate, row[4]) < 1e-10)
            #expect(Reference.error(interval.low, row[5]) < 1e-9 && Reference.error(interval.high, row[6]) < 1e-9)
        }
    }

    /// Smaller groups move further, and never past the common rate.
    @Test func smallerGroupsMoveFurther() throws {
        let model = try BetaBinomialShrinkage(events: [3, 30, 80, 10], totals: [5, 50, 400, 100])
        let own = [0.6, 0.6, 0.2, 0.1]
        for (rate, own) in zip(model.rates, own) {
            #expect((rate.estimate - model.commonRate) * (own - model.commonRate) > 0)
            #expect(abs(rate.estimate - model.commonRate) < abs(own - model.commonRate))
        }
        #expect(model.rate(0).estimate < model.rate(1).estimate)
    }

    @Test func undefinedHasItsReason() {
        #expect(throws: Undefined.zeroVariance) { try BetaBinomialShrinkage(events: [30, 30], totals: [100, 100]) }
        #expect(throws: Undefined.zeroVariance) { try BetaBinomialShrinkage(events: [0, 0], totals: [10, 20]) }
        #expect(throws: Undefined.tooFewObservations(needed: 2)) { try BetaBinomialShrinkage(events: [3], totals: [10]) }
        #expect(throws: Undefined.unequalLengths) { try BetaBinomialShrinkage(events: [3], totals: [10, 20]) }
        #expect(throws: Undefined.noObservations) { try BetaBinomialShrinkage(events: [3, 0], totals: [10, 0]) }
        #expect(throws: Undefined.outsideRange) { try BetaBinomialShrinkage(events: [1, 0], totals: [1, 1]) }
        #expect(throws: Undefined.outsideRange) { try BetaBinomialShrinkage(events: [10, 0], totals: [10, 10]) }
    }
}
