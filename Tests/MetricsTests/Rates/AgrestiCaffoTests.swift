import Testing
import Metrics

@Suite struct AgrestiCaffoTests {
    @Test func agreesWithStatsmodels() throws {
        for row in Reference.rateDifferences {
            let difference = try AgrestiCaffo(groupEvents: row[0], groupTotal: row[1], referenceEvents: row[2], referenceTotal: row[3])
            let interval = difference.interval(level: row[4])
            #expect(abs(interval.low - row[8]) < 1e-12 && abs(interval.high - row[9]) < 1e-12, "\(row)")
            #expect(Reference.error(difference.pValue, row[10]) < 1e-10, "\(row)")
        }
    }

    @Test("V6 Agresti and Caffo's interval of 30/100 against 45/100")
    func hundredEach() throws {
        let interval = try AgrestiCaffo(groupEvents: 30, groupTotal: 100, referenceEvents: 45, referenceTotal: 100).interval(level: 0.95)
        #expect(Reference.error(interval.low, -0.2785587331) < 1e-9 && Reference.error(interval.high, -0.0155589140) < 5e-9)
    }

    @Test("V63 the two one-sided tests at a margin of .05 follow from the adjusted estimate and its error")
    func equivalence() throws {
        func larger(_ x1: Double, _ n1: Double, _ x0: Double, _ n0: Double) throws -> Double {
            let difference = try AgrestiCaffo(groupEvents: x1, groupTotal: n1, referenceEvents: x0, referenceTotal: n0)
            let (centre, error) = (difference.adjustedEstimate, difference.standardError)
            return max(Normal.survival((centre + 0.05) / error), Normal.survival((0.05 - centre) / error))
        }
        #expect(try Reference.error(larger(300, 1000, 310, 1000), 0.0258864683) < 2e-9)
        #expect(try Reference.error(larger(30, 100, 31, 100), 0.2671812679) < 1e-9)
    }

    @Test func edges() throws {
        let tiny = try AgrestiCaffo(groupEvents: 1, groupTotal: 1, referenceEvents: 0, referenceTotal: 1)
        #expect(tiny.estimate == 1 && tiny.interval(level: 0.95).high == 1 && tiny.pValue > 0.3)
        #expect(try AgrestiCaffo(groupEvents: 5, groupTotal: 5, referenceEvents: 5, referenceTotal: 5).standardError > 0)
        #expect(throws: Undefined.noObservations) { try AgrestiCaffo(groupEvents: 0, groupTotal: 0, referenceEvents: 0, referenceTotal: 2) }
        #expect(try AgrestiCaffo(groupEvents: 12, groupTotal: 30, referenceEvents: 20, referenceTotal: 120).weakened()?.groupEvents == 11)
        #expect(try AgrestiCaffo(groupEvents: 3, groupTotal: 30, referenceEvents: 12, referenceTotal: 120).weakened() == nil)
    }
}
