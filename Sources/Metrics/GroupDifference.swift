/// Comparison of a group with its reference: estimate = group - reference, in the unit of the values.
///
/// The p value is dual to the interval: `interval(level: 1 - a).excludes(0)` exactly when `pValue < a`, up to the
/// tolerance of the solver (about 1e-12 in the effect).
public protocol GroupDifference: Statistic {
    /// People behind the estimate on either side (stratified: those in strata that have both sides).
    var groupCount: Int { get }
    var referenceCount: Int { get }

    /// Mean or rate on either side; for stratified comparisons the crude one of the people used.
    var groupValue: Double { get }
    var referenceValue: Double { get }

    /// Standard error of the estimate at the estimate itself, not under a hypothesis. It can be zero where a rate is 0 or 1
    /// on both sides; the score interval has a width there all the same.
    var standardError: Double { get }

    /// Two-sided interval for the difference, `level` in (0, 1).
    func interval(level: Double) -> Interval

    /// Two-sided p value for "no difference".
    var pValue: Double { get }

    /// The same comparison after the one person of the smaller side (fewer people; the group on a tie) whose change brings
    /// the estimate closest to no difference. Rates: one outcome recoded. Means: the most influential person dropped.
    ///
    /// `nil` when the estimate is already zero, when every change would carry it past zero to a greater distance, or when too
    /// few people would be left to compare. In each case the finding does not survive one person, so nil counts as fragile.
    func weakened() -> Self?

    /// The same comparison, made ready to be weakened many times; without that every step may look at everybody.
    func readiedForWeakening() -> Self
}

extension GroupDifference {
    public func readiedForWeakening() -> Self { self }

    public var count: Int { groupCount + referenceCount }

    /// The side of which one person is moved: the smaller, and the group on a tie.
    var weakensGroup: Bool { groupCount <= referenceCount }
}
