import Testing
import Metrics

@Suite struct WilsonTests {
    @Test func agreesWithStatsmodels() throws {
        for row in Reference.oneRate {
            let interval = try Wilson(events: row[0], total: row[1]).interval(level: row[2])
            #expect(abs(interval.low - row[3]) < 1e-12 && abs(interval.high - row[4]) < 1e-12, "\(row)")
        }
    }

    /// Real decisions: admissions to Berkeley in 1973 by gender.
    @Test func realDataAdmissions() throws {
        let men = try Wilson(events: 1198, total: 2691).interval(level: 0.95)
        #expect(try abs(men.low - SharedData.figure("ucb_admissions", "admit_rate_wilson95_low", "Gender=Male")) < 1e-11)
        #expect(try abs(men.high - SharedData.figure("ucb_admissions", "admit_rate_wilson95_high", "Gender=Male")) < 1e-11)
    }

    /// Exact enumeration: coverage averaged over p in [.02, .98] and its minimum (n = 50).
    @Test func coverageByEnumeration() throws {
        let n = 50
        let intervals = try (0...n).map { try Wilson(events: Double($0), total: Double(n)).interval(level: 0.95) }
        let coverage = (2...98).map { percent -> Double in
            let p = Double(percent) / 100
            return (0...n).reduce(0) { $0 + (intervals[$1].excludes(p) ? 0 : Binomial.pmf($1, n: n, p: p)) }
        }
        let mean = coverage.reduce(0, +) / Double(coverage.count)
        #expect(mean > 0.945 && mean < 0.96)
        #expect(coverage.min()! >= 0.92)
    }

    @Test func edges() throws {
        #expect(try Wilson(events: 0, total: 10).interval(level: 0.95).low == 0)
        #expect(try Wilson(events: 10, total: 10).interval(level: 0.95).high == 1)
        #expect(throws: Undefined.noObservations) { try Wilson(events: 0, total: 0).interval(level: 0.95) }
        #expect(throws: Undefined.outsideRange) { try Wilson(events: 11, total: 10).interval(level: 0.95) }
        #expect(throws: Undefined.notFinite) { try Wilson(events: .nan, total: 10).interval(level: 0.95) }
    }
}
