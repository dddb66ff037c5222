/// A two-sided interval for a difference or a value, in the unit of the estimate.
///
/// The limits may be infinite (nothing excluded on that side). The interval is closed: a value equal to a limit is inside it.
public struct Interval: Sendable, Equatable {
    /// Coverage the interval was made for, as a share (0.95 for a 95 % interval).
    public let level: Double
    public let low: Double
    public let high: Double

    public init(level: Double, low: Double, high: Double) {
        self.level = level
        self.low = low
        self.high = high
    }

    /// True when `value` lies strictly outside; a value on a limit is not excluded, and NaN is never excluded.
    public func excludes(_ value: Double) -> Bool {
        value < low || value > high
    }

    /// True when the whole interval lies strictly inside the open range (`low`, `high`), as an equivalence margin needs.
    public func isInside(_ low: Double, _ high: Double) -> Bool {
        self.low > low && self.high < high
    }
}
