import Testing
import Metrics

@Suite struct JeffreysTests {
    @Test func agreesWithScipy() throws {
        for row in Reference.jeffreysIntervals {
            let interval = try Jeffreys(events: row[0], total: row[1]).interval(level: row[2])
            #expect(abs(interval.low - row[3]) < 1e-11 && abs(interval.high - row[4]) < 1e-11, "\(row)")
        }
    }

    @Test("V9 three intervals of 3 in 20, and the upper limit of 0 in 10")
    func threeIntervals() throws {
        let wilson = try Wilson(events: 3, total: 20).interval(level: 0.95)
        #expect(Reference.error(wilson.low, 0.0523687459) < 1e-9 && Reference.error(wilson.high, 0.3604188647) < 1e-9)
        let exact = try ClopperPearson(events: 3, total: 20).interval(level: 0.95)
        #expect(Reference.error(exact.low, 0.0320709372) < 2e-9 && Reference.error(exact.high, 0.3789268265) < 1e-9)
        let jeffreys = try Jeffreys(events: 3, total: 20).interval(level: 0.95)
        #expect(Reference.error(jeffreys.low, 0.0441313420) < 2e-9 && Reference.error(jeffreys.high, 0.3485777109) < 1e-9)
        #expect(try Reference.error(Wilson(events: 0, total: 10).interval(level: 0.95).high, 0.2775327999) < 1e-9)
    }

    /// Why it is not used in verdicts: at 50 people and a rate of .05 a 95 % interval covers in 88.5 % of samples.
    @Test func coverageNearTheEndIsTooLow() throws {
        let intervals = try (0...50).map { try Jeffreys(events: Double($0), total: 50).interval(level: 0.95) }
        let row = Binomial.row(n: 50, p: 0.05)
        let coverage = intervals.indices.reduce(0) { $0 + (intervals[$1].excludes(0.05) ? 0 : row[$1]) }
        #expect(coverage > 0.88 && coverage < 0.89)
    }

    @Test func edges() throws {
        let none = try Jeffreys(events: 0, total: 3)
        #expect(none.interval(level: 0.95).low == 0 && none.count == 3 && none.estimate == 0)
        #expect(try Jeffreys(events: 3, total: 3).interval(level: 0.95).high == 1)
        #expect(throws: Undefined.noObservations) { try Jeffreys(events: 0, total: 0) }
        #expect(throws: Undefined.outsideRange) { try Jeffreys(events: 1, total: 0x1p60) }
    }
}
