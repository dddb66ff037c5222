import Testing
import Metrics

@Suite struct NewcombeDifferenceTests {
    @Test func agreesWithStatsmodels() throws {
        for row in Reference.rateDifferences {
            let difference = try NewcombeDifference(
                groupEvents: row[0], groupTotal: row[1], referenceEvents: row[2], referenceTotal: row[3])
            let interval = difference.interval(level: row[4])
            #expect(abs(interval.low - row[5]) < 1e-12 && abs(interval.high - row[6]) < 1e-12, "\(row)")
            #expect(Reference.error(difference.pValue, row[7]) < 1e-8, "\(row)")
        }
    }

    /// Newcombe (1998), table II, method 10: 56/70 against 48/80.
    @Test func publishedExample() throws {
        let interval = try NewcombeDifference(groupEvents: 56, groupTotal: 70, referenceEvents: 48, referenceTotal: 80).interval(level: 0.95)
        #expect(abs(interval.low - 0.0524) < 5e-5 && abs(interval.high - 0.3339) < 5e-5)
    }

    @Test("V6 Newcombe's interval of 30/100 against 45/100")
    func hundredEach() throws {
        let interval = try NewcombeDifference(groupEvents: 30, groupTotal: 100, referenceEvents: 45, referenceTotal: 100).interval(level: 0.95)
        #expect(Reference.error(interval.low, -0.2768308539) < 1e-9 && Reference.error(interval.high, -0.0158521951) < 5e-9)
    }

    @Test("V6 Wald's interval is not offered: with 5 % in 20 against 20 it covers in 63 % of samples")
    func waldIsNotOffered() throws {
        func wald(_ x1: Double, _ n1: Double, _ x0: Double, _ n0: Double) -> Interval {
            let (p1, p0) = (x1 / n1, x0 / n0)
            let half = Normal.critical(level: 0.95) * (p1 * (1 - p1) / n1 + p0 * (1 - p0) / n0).squareRoot()
            return Interval(level: 0.95, low: p1 - p0 - half, high: p1 - p0 + half)
        }
        // It is Wald's: the figures of the survey.
        let known = wald(30, 100, 45, 100)
        #expect(abs(known.low - -0.2825695067) < 1e-10 && abs(known.high - -0.0174304933) < 1e-10)
        // Rates .01 and .05 of 20 and 20: nobody with an event on either side gives an interval of no width.
        let (first, second) = (Binomial.row(n: 20, p: 0.01), Binomial.row(n: 20, p: 0.05))
        var (covered, ours) = (0.0, 0.0)
        for a in 0...20 {
            for b in 0...20 {
                let chance = first[a] * second[b]
                if !wald(Double(a), 20, Double(b), 20).excludes(-0.04) { covered += chance }
                let newcombe = try NewcombeDifference(groupEvents: Double(a), groupTotal: 20, referenceEvents: Double(b), referenceTotal: 20)
                if !newcombe.interval(level: 0.95).excludes(-0.04) { ours += chance }
            }
        }
        #expect(covered < 0.72 && ours > 0.95, "Wald \(covered), Newcombe \(ours)")
    }

    @Test func edges() throws {
        let none = try NewcombeDifference(groupEvents: 0, groupTotal: 10, referenceEvents: 0, referenceTotal: 20)
        #expect(none.pValue == 1 && none.estimate == 0 && none.standardError == 0 && none.weakened() == nil)
        #expect(none.interval(level: 0.95).low < -0.1 && none.interval(level: 0.95).high > 0.2)
        #expect(throws: Undefined.noObservations) {
            try NewcombeDifference(groupEvents: 0, groupTotal: 0, referenceEvents: 0, referenceTotal: 20)
        }
        let weaker = try NewcombeDifference(groupEvents: 12, groupTotal: 30, referenceEvents: 20, referenceTotal: 120).weakened()
        #expect(weaker?.groupEvents == 11)
    }
}
