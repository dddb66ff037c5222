import Testing
import Metrics

@Suite struct CauseIncidenceTests {
    @Test func withoutCensoringItIsWilsons() throws {
        let records = (0..<20).map { FollowUp(end: Double($0 + 1), cause: $0 % 3 == 0 ? 2 : 1) }
        let share = try AalenJohansen(records, causes: 2).probability(of: 2, at: 20)
        let wilson = try Wilson(events: 7, total: 20).interval(level: 0.95)
        let interval = try share.interval(level: 0.95)
        #expect(abs(share.estimate - 0.35) < 1e-14 && abs(share.effectiveCount - 20) < 1e-9)
        #expect(abs(interval.low - wilson.low) < 1e-12 && abs(interval.high - wilson.high) < 1e-12)
    }

    @Test func nobodyYetHasAnIntervalWithAWidth() throws {
        let share = try AalenJohansen([.censored(at: 9), .censored(at: 8), .event(at: 10)], causes: 1).probability(of: 1, at: 7)
        #expect(share.estimate == 0 && share.standardError == 0)
        #expect(try share.interval(level: 0.95) == Wilson(events: 0, total: 3).interval(level: 0.95))
        #expect(throws: Undefined.outsideRange) { try share.interval(level: 0) }
    }
}
