import Testing
import Metrics

@Suite struct StandardisedRateTests {
    /// A rate of 0 in every stratum still has a width; the usual variance says it is certain.
    @Test func noEventsAreNotCertainty() throws {
        let none = RateStratum(groupEvents: 0, groupTotal: 12, referenceEvents: 3, referenceTotal: 30)
        let rate = try DirectStandardisation(strata: [none, none], standard: .everybody).group
        let interval = try rate.interval(level: 0.95)
        #expect(rate.estimate == 0 && interval.low == 0 && rate.count == 24)
        let wilson = try Wilson(events: 0, total: 12).interval(level: 0.95).high
        #expect(abs(interval.high - wilson / 2.0.squareRoot()) < 1e-15)
    }
}
