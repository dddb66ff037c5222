import Testing
import Metrics

@Suite struct WoolfOddsRatioTests {
    @Test func agreesWithStatsmodels() throws {
        for row in Reference.oddsRatios {
            let ratio = try WoolfOddsRatio(groupEvents: row[0], groupTotal: row[1], referenceEvents: row[2], referenceTotal: row[3])
            let interval = ratio.interval(level: row[4])
            #expect(Reference.error(ratio.estimate, row[5]) < 1e-13)
            #expect(Reference.error(interval.low, row[6]) < 1e-12 && Reference.error(interval.high, row[7]) < 1e-12, "\(row)")
            #expect(Reference.error(ratio.pValue, row[8]) < 1e-10, "\(row)")
        }
    }

    @Test func undefinedWithAnEmptyCell() {
        for (a, b) in [(0.0, 3.0), (5, 3), (2, 0), (2, 9)] {
            #expect(throws: Undefined.zeroDenominator) { try WoolfOddsRatio(groupEvents: a, groupTotal: 5, referenceEvents: b, referenceTotal: 9) }
        }
        #expect(throws: Undefined.noObservations) { try WoolfOddsRatio(groupEvents: 0, groupTotal: 0, referenceEvents: 1, referenceTotal: 9) }
    }
}
