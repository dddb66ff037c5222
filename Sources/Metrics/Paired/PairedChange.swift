/// The mean of one change per person, such as a candidate's figure minus the baseline's, with one-sided limits.
///
/// One-sided, because a gate asks two questions with two levels: is the change shown to be above zero (lower limit), and is it shown to
/// be below a margin (upper limit)?
public protocol PairedChange: Statistic {
    /// The true mean change lies above this with probability `level`.
    func lower(level: Double) -> Double

    /// The true mean change lies below this with probability `level`.
    func upper(level: Double) -> Double

    /// One-sided p for "no change, or one below zero": `lower(level: 1 - a) > 0` exactly when `pAboveZero < a`.
    var pAboveZero: Double { get }

    /// One-sided p for "no change, or one above zero".
    var pBelowZero: Double { get }

    /// Standard error of the mean change.
    var standardError: Double { get }
}

extension PairedChange {
    public func interval(level: Double) -> Interval {
        let side = (1 + level) / 2
        return Interval(level: level, low: lower(level: side), high: upper(level: side))
    }
}
