import Testing
import Metrics

@Suite struct ConditionalOddsRatioTests {
    @Test func agreesWithScipy() throws {
        for row in Reference.oddsRatios {
            let ratio = try ConditionalOddsRatio(
                groupEvents: Int(row[0]), groupTotal: Int(row[1]), referenceEvents: Int(row[2]), referenceTotal: Int(row[3]))
            let interval = ratio.interval(level: row[4])
            #expect(Reference.error(ratio.estimate, row[9]) < 1e-8, "\(row)")
            #expect(Reference.error(interval.low, row[10]) < 1e-8 && Reference.error(interval.high, row[11]) < 1e-8, "\(row)")
        }
    }

    /// R 4.2.2, fisher.test(matrix(c(3, 1, 1, 3), 2)): 6.408308867, 0.2117329153 to 621.9337505454. Its root search stops early: by
    /// solving the tail polynomial the upper limit is 626.2435306.
    @Test func ladyTastingTea() throws {
        let ratio = try ConditionalOddsRatio(groupEvents: 3, groupTotal: 4, referenceEvents: 1, referenceTotal: 4)
        let interval = ratio.interval(level: 0.95)
        #expect(Reference.error(ratio.estimate, 6.408308867) < 1e-5)
        #expect(Reference.error(interval.low, 0.2117329153) < 1e-4 && Reference.error(interval.high, 626.243530588814) < 1e-9)
    }

    /// Exact: at any odds ratio and any rate the interval covers it at least as often as promised.
    @Test func neverBelowNominal() throws {
        let (n1, n0) = (9, 12)
        for (p1, p0) in [(0.1, 0.1), (0.2, 0.5), (0.7, 0.4), (0.9, 0.8)] {
            let odds = p1 / (1 - p1) / (p0 / (1 - p0))
            let (first, second) = (Binomial.row(n: n1, p: p1), Binomial.row(n: n0, p: p0))
            var covered = 0.0
            for a in 0...n1 {
                for c in 0...n0 {
                    let ratio = try? ConditionalOddsRatio(groupEvents: a, groupTotal: n1, referenceEvents: c, referenceTotal: n0)
                    // Undefined excludes nothing.
                    if ratio?.interval(level: 0.95).excludes(odds) != true { covered += first[a] * second[c] }
                }
            }
            #expect(covered >= 0.95, "\(p1) \(p0)")
        }
    }

    @Test func edges() throws {
        let none = try ConditionalOddsRatio(groupEvents: 0, groupTotal: 10, referenceEvents: 4, referenceTotal: 20)
        #expect(none.estimate == 0 && none.interval(level: 0.95).low == 0 && none.interval(level: 0.95).high > 1)
        let all = try ConditionalOddsRatio(groupEvents: 10, groupTotal: 10, referenceEvents: 4, referenceTotal: 20)
        #expect(all.estimate == .infinity && all.interval(level: 0.95).high == .infinity && all.interval(level: 0.95).low > 1)
        #expect(throws: Undefined.zeroDenominator) {
            try ConditionalOddsRatio(groupEvents: 0, groupTotal: 10, referenceEvents: 0, referenceTotal: 20)
        }
        #expect(throws: Undefined.zeroDenominator) {
            try ConditionalOddsRatio(groupEvents: 10, groupTotal: 10, referenceEvents: 20, referenceTotal: 20)
        }
        #expect(throws: Undefined.noObservations) {
            try ConditionalOddsRatio(groupEvents: 0, groupTotal: 0, referenceEvents: 2, referenceTotal: 20)
        }
    }
}
