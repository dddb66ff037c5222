import Metrics
import Testing

@Suite struct PairedChangeTests {
    /// A two-sided interval is made of both one-sided limits, each at half of what is left.
    @Test(arguments: [0.8, 0.9, 0.95, 0.99])
    func theIntervalIsBothLimits(_ level: Double) throws {
        let change = try PairedMeanChange(ChangeSums([0.1, -0.3, 0.5, 0.2, 0.4, -0.1, 0.3]))
        let interval = change.interval(level: level)
        #expect(interval.level == level && interval.low == change.lower(level: (1 + level) / 2) && interval.high == change.upper(level: (1 + level) / 2))
        #expect(interval.low < change.estimate && change.estimate < interval.high)
    }
}
