/// Reliable change index of one person: (after - before) / (s sqrt(2 (1 - r))) (Jacobson and Truax 1991).
///
/// Beyond 1.96 either way, a change of that size comes from measurement error alone in fewer than 5 of 100 unchanged people. The
/// index knows nothing of practice or of regression to the mean.
public struct ReliableChange: Statistic {
    public static let method = "reliable_change_jacobson_truax"
    public static let citation = "Jacobson and Truax (1991), Journal of Consulting and Clinical Psychology 59:12-19"

    public let before: Double
    public let after: Double
    public let error: StandardErrorOfMeasurement

    /// - Throws: `notFinite`; `zeroVariance` when the reliability is 1, where every change is reliable and the index infinite.
    public init(before: Double, after: Double, error: StandardErrorOfMeasurement) throws(Undefined) {
        guard before.isFinite, after.isFinite else { throw .notFinite }
        guard error.ofDifference > 0 else { throw .zeroVariance }
        self.before = before
        self.after = after
        self.error = error
    }

    /// One person.
    public var count: Int { 1 }
    /// The change in score points.
    public var estimate: Double { after - before }
    public var index: Double { estimate / error.ofDifference }

    /// Of the person's change in true score, measurement error only.
    public func interval(level: Double) -> Interval {
        let half = Normal.critical(level: level) * error.ofDifference
        return Interval(level: level, low: estimate - half, high: estimate + half)
    }

    /// True when the interval excludes "no change".
    public func isReliable(level: Double) -> Bool { interval(level: level).excludes(0) }
}
