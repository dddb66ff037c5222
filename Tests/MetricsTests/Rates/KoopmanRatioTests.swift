import Testing
import Metrics

@Suite struct KoopmanRatioTests {
    @Test func agreesWithARootSearchOnTheLikelihood() throws {
        for row in Reference.rateRatios {
            let ratio = try KoopmanRatio(groupEvents: row[0], groupTotal: row[1], referenceEvents: row[2], referenceTotal: row[3])
            let interval = ratio.interval(level: row[4])
            #expect(Reference.error(interval.low, row[7]) < 1e-9 && Reference.error(interval.high, row[8]) < 1e-9, "\(row)")
            #expect(Reference.error(ratio.pValue, row[9]) < 1e-11, "\(row)")
        }
    }

    /// Koopman (1984), table 1: 36/40 over 16/80 gives 2.94 to 7.15, and 22/100 ... as reprinted by Gart and Nam (1988).
    @Test func publishedExample() throws {
        let interval = try KoopmanRatio(groupEvents: 36, groupTotal: 40, referenceEvents: 16, referenceTotal: 80).interval(level: 0.95)
        #expect(abs(interval.low - 2.94) < 0.006 && abs(interval.high - 7.15) < 0.006)
    }

    @Test func theTestAtOneIsThePooledZ() throws {
        let z = try TwoProportionZ(groupEvents: 30, groupTotal: 100, referenceEvents: 45, referenceTotal: 100)
        let ratio = try KoopmanRatio(groupEvents: 30, groupTotal: 100, referenceEvents: 45, referenceTotal: 100)
        #expect(Reference.error(ratio.pValue, z.pValue) < 1e-13)
    }

    @Test func edges() throws {
        let none = try KoopmanRatio(groupEvents: 0, groupTotal: 10, referenceEvents: 4, referenceTotal: 20)
        #expect(none.estimate == 0 && none.interval(level: 0.95).low == 0 && none.interval(level: 0.95).high < 3)
        let infinite = try KoopmanRatio(groupEvents: 4, groupTotal: 10, referenceEvents: 0, referenceTotal: 20)
        #expect(infinite.estimate == .infinity && infinite.interval(level: 0.95).high == .infinity)
        #expect(infinite.interval(level: 0.95).low > 1.5 && infinite.pValue < 0.01)
        let everybody = try KoopmanRatio(groupEvents: 10, groupTotal: 10, referenceEvents: 20, referenceTotal: 20)
        #expect(everybody.estimate == 1 && everybody.pValue == 1)
        #expect(everybody.interval(level: 0.95).low < 0.75 && everybody.interval(level: 0.95).high > 1.15)
        #expect(throws: Undefined.zeroDenominator) { try KoopmanRatio(groupEvents: 0, groupTotal: 5, referenceEvents: 0, referenceTotal: 5) }
        #expect(throws: Undefined.noObservations) { try KoopmanRatio(groupEvents: 0, groupTotal: 0, referenceEvents: 3, referenceTotal: 5) }
    }
}
