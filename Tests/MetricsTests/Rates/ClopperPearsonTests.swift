import Testing
import Metrics

@Suite struct ClopperPearsonTests {
    @Test func agreesWithScipy() throws {
        for row in Reference.oneRate {
            let interval = try ClopperPearson(events: row[0], total: row[1]).interval(level: row[2])
            #expect(abs(interval.low - row[5]) < 1e-10 && abs(interval.high - row[6]) < 1e-10, "\(row)")
        }
    }

    /// Exact enumeration: an exact interval is never below its level, at any p (n = 20).
    @Test func neverBelowNominal() throws {
        let n = 20
        let intervals = try (0...n).map { try ClopperPearson(events: Double($0), total: Double(n)).interval(level: 0.95) }
        for percent in 1...99 {
            let p = Double(percent) / 100
            let coverage = (0...n).reduce(0) { $0 + (intervals[$1].excludes(p) ? 0 : Binomial.pmf($1, n: n, p: p)) }
            #expect(coverage >= 0.95, "p \(p)")
        }
    }

    @Test func edges() throws {
        #expect(try ClopperPearson(events: 0, total: 3).interval(level: 0.95).low == 0)
        #expect(try ClopperPearson(events: 3, total: 3).interval(level: 0.95).high == 1)
        #expect(throws: Undefined.noObservations) { try ClopperPearson(events: 0, total: 0).interval(level: 0.95) }
    }
}
