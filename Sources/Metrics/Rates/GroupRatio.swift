/// Comparison of a group with its reference as a ratio: estimate = group over reference, 1 when there is no difference.
///
/// The p value is dual to the interval: `interval(level: 1 - a).excludes(1)` exactly when `pValue < a`, up to the tolerance of
/// the solver. An upper limit may be infinite. Swapping the sides inverts the estimate and both limits.
public protocol GroupRatio: Statistic {
    var groupCount: Int { get }
    var referenceCount: Int { get }

    /// Rate on either side.
    var groupValue: Double { get }
    var referenceValue: Double { get }

    /// Two-sided interval for the ratio, `level` in (0, 1).
    func interval(level: Double) -> Interval

    /// Two-sided p value for "ratio 1".
    var pValue: Double { get }
}

extension GroupRatio {
    public var count: Int { groupCount + referenceCount }
}
