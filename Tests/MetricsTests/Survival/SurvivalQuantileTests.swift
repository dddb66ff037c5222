import Testing
import Metrics

@Suite struct SurvivalQuantileTests {
    @Test(arguments: 0...6)
    func survfit(_ number: Int) throws {
        let curve = try KaplanMeier(SurvivalExample.records(number))
        for row in Reference.survivalQuantiles where row[0] == Double(number) {
            let quantile = try curve.quantile(row[1])
            let interval = try quantile.interval(level: 0.95)
            #expect(quantile.estimate == row[2] && interval.low == row[3], "case \(number), \(row[1]): \(quantile.estimate), \(interval)")
            #expect(interval.high == (row[4].isNaN ? .infinity : row[4]))
        }
    }

    @Test func theBeginningOfAFlatPieceAndRoundedProducts() throws {
        // The curve is exactly 1/2 from the fifth to the sixth time.
        let curve = try KaplanMeier((1...10).map { .event(at: Double($0)) })
        #expect(try curve.median().estimate == 5)
        // The product 9/10 x 8/9 x ... would be a hair above 7/10 in floating point.
        #expect(try curve.quantile(0.3).estimate == 3)
    }

    @Test func notReached() throws {
        let curve = try KaplanMeier([.event(at: 1), .censored(at: 2), .censored(at: 3)])
        #expect(throws: Undefined.nobodyAtRisk) { try curve.median() }
        #expect(throws: Undefined.outsideRange) { try curve.quantile(0) }
        #expect(throws: Undefined.outsideRange) { try curve.median(scale: .score) }
        #expect(throws: Undefined.nobodyAtRisk) { try KaplanMeier([.censored(at: 1)]).median() }
    }
}
