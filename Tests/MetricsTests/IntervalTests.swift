import Testing
import Metrics

@Suite struct IntervalTests {
    @Test func excludesOnlyWhatLiesStrictlyOutside() {
        let interval = Interval(level: 0.95, low: -0.1, high: 0.2)
        #expect(interval.excludes(-0.1000001))
        #expect(interval.excludes(0.2000001))
        #expect(!interval.excludes(-0.1))
        #expect(!interval.excludes(0.2))
        #expect(!interval.excludes(.nan))
    }

    @Test func isInsideNeedsBothLimitsStrictlyWithin() {
        let interval = Interval(level: 0.9, low: -0.05, high: 0.05)
        #expect(interval.isInside(-0.06, 0.06))
        #expect(!interval.isInside(-0.05, 0.06))
        #expect(!interval.isInside(-0.06, 0.05))
    }

    @Test func infiniteLimitsExcludeNothingOnTheirSide() {
        let interval = Interval(level: 0.95, low: -.infinity, high: 3)
        #expect(!interval.excludes(-1e300))
        #expect(interval.excludes(4))
        #expect(!interval.isInside(-1e300, 4))
    }
}
