import Testing
import Metrics

@Suite struct ObservedOverExpectedTests {
    @Test func ratioAndInterval() throws {
        let ratio = try ObservedOverExpected(predicted: [0.2, 0.4, 0.5, 0.9], outcomes: [false, true, false, false])
        #expect(abs(ratio.estimate - 0.5) < 1e-15)
        #expect(ratio.observed == 1 && abs(ratio.expected - 2) < 1e-15)
        let wilson = try Wilson(events: 1, total: 4).interval(level: 0.9)
        #expect(abs(ratio.interval(level: 0.9).low - wilson.low / 0.5) < 1e-15)
        #expect(abs(ratio.interval(level: 0.9).high - wilson.high / 0.5) < 1e-15)
    }

    @Test func nobodyAndNoExpectation() throws {
        let none = try ObservedOverExpected(predicted: [0.2, 0.4], outcomes: [false, false])
        #expect(none.estimate == 0 && none.interval(level: 0.95).low == 0 && none.interval(level: 0.95).high > 1)
        #expect(throws: Undefined.zeroDenominator) { try ObservedOverExpected(predicted: [0, 0], outcomes: [true, false]) }
    }
}
