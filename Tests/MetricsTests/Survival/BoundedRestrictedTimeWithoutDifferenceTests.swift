import Metrics
import Testing

@Suite struct BoundedRestrictedTimeWithoutDifferenceTests {
    private func side(_ days: [Int], waiting: Int) throws -> RestrictedTimeWithout {
        try RestrictedTimeWithout(
            days.map { ObservedExit(days: $0, kind: .event) } + (0..<waiting).map { _ in ObservedExit(days: 200, kind: .censored) }, horizon: 180)
    }

    /// The same estimate as with its own variance, and never more certain: a share of the horizon varies less than 0/1 data with its mean.
    @Test func itIsTheSameEstimateWithMoreCaution() throws {
        let (group, reference) = try (side([5, 30, 60, 100, 120], waiting: 30), side([10, 20, 20, 40, 50, 90, 110, 140, 150, 170], waiting: 20))
        let bounded = try BoundedRestrictedTimeWithoutDifference(group: group, reference: reference)
        let plain = try RestrictedTimeWithoutDifference(group: group, reference: reference)
        #expect(bounded.estimate == plain.estimate && bounded.groupCount == 35 && bounded.referenceCount == 30)
        #expect(bounded.standardError > plain.standardError && bounded.pValue > plain.pValue)
        #expect(bounded.weakened()?.estimate == plain.weakened()?.estimate)
        let p = bounded.pValue
        #expect(bounded.interval(level: 1 - p * 1.001).excludes(0) && !bounded.interval(level: 1 - p * 0.999).excludes(0))
    }

    @Test func nobodyYetHasAWidth() throws {
        let still = try side([], waiting: 20)
        let difference = try BoundedRestrictedTimeWithoutDifference(group: still, reference: still)
        let interval = difference.interval(level: 0.95)
        #expect(difference.estimate == 0 && interval.high > 0 && interval.high <= 180 && abs(interval.low + interval.high) < 1e-9)
    }
}
