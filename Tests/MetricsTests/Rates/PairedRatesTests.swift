import Testing
import Metrics

@Suite struct PairedRatesTests {
    @Test func agreesWithARootSearchOnTheLikelihood() throws {
        for row in Reference.pairedTables {
            let pairs = try PairedCounts(both: Int(row[0]), firstOnly: Int(row[1]), secondOnly: Int(row[2]), neither: Int(row[3]))
            let interval = PairedRates(pairs).interval(level: row[4])
            #expect(abs(interval.low - row[5]) < 1e-11 && abs(interval.high - row[6]) < 1e-11, "\(row)")
            #expect(Reference.error(PairedRates(pairs).pValue, row[7]) < 1e-12, "\(row)")
        }
    }

    @Test func nobodyAndEverybodyChanged() throws {
        let none = PairedRates(try PairedCounts(both: 0, firstOnly: 0, secondOnly: 0, neither: 20))
        let interval = none.interval(level: 0.95)
        let square = Normal.critical(level: 0.95) * Normal.critical(level: 0.95)
        // Without any change the limits are -+ z^2/(n + z^2).
        #expect(abs(interval.high - square / (20 + square)) < 1e-12 && abs(interval.low + interval.high) < 1e-12)
        #expect(none.pValue == 1 && none.standardError == 0 && none.weakened() == nil && none.count == 20)
        let all = PairedRates(try PairedCounts(both: 0, firstOnly: 12, secondOnly: 0, neither: 0))
        #expect(all.estimate == 1 && all.interval(level: 0.95).high == 1 && all.interval(level: 0.95).low > 0.5)
    }

    @Test func weakeningMovesOnePerson() throws {
        let rates = PairedRates(try PairedCounts(both: 4, firstOnly: 9, secondOnly: 3, neither: 4))
        #expect(rates.firstValue == 0.65 && rates.secondValue == 0.35)
        #expect(rates.weakened()?.pairs == (try PairedCounts(both: 5, firstOnly: 8, secondOnly: 3, neither: 4)))
        #expect(abs(rates.standardError - (12 - 36.0 / 20).squareRoot() / 20) < 1e-15)
    }
}
