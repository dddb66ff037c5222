import Testing
import Metrics

@Suite struct RetentionDifferenceTests {
    private let histories: [PlacementHistory] = [
        .ended(since: 10, at: 40), .inPlace(since: 20, until: 130), .ended(since: 5, at: 105), .waiting(until: 200), .left(at: 30),
        .inPlace(since: 100, until: 150), .inPlace(since: 0, until: 200),
    ]

    @Test func difference() throws {
        let longer: [PlacementHistory] = (0..<12).map { $0 < 3 ? .ended(since: 1, at: Double(20 + $0)) : .inPlace(since: 2, until: 300) }
        let difference = try RetentionDifference(group: histories, reference: longer, after: 100)
        #expect(abs(difference.estimate - (4.0 / 5 * 2 / 3 - 0.75)) < 1e-14)
        #expect(difference.groupCount == 5 && difference.referenceCount == 12 && abs(difference.referenceValue - 0.75) < 1e-14)
        let interval = difference.interval(level: 0.95)
        #expect(interval.low < difference.estimate && interval.high > difference.estimate)
        #expect(interval.excludes(0) == (difference.pValue < 0.05))
        #expect(abs(difference.weakened()!.estimate) < abs(difference.estimate))
    }
}
