/// Wilson's (1927) score interval for one rate.
public enum Wilson {
    /// - Parameters:
    ///   - events: people with the outcome, 0...total; need not be whole.
    ///   - total: people, > 0.
    ///   - level: coverage in (0, 1).
    /// - Throws: `noObservations` when the total is zero, `outsideRange` when events are not in 0...total, `notFinite`.
    public static func interval(events: Double, total: Double, level: Double) throws(Undefined) -> Interval {
        let (x, n) = try RateCheck.checked(events, of: total)
        let z = Normal.critical(level: level)
        let square = z * z
        let rate = x / n
        let centre = (rate + square / (2 * n)) / (1 + square / n)
        let half = z / (1 + square / n) * (rate * (1 - rate) / n + square / (4 * n * n)).squareRoot()
        // At no events the lower limit is exactly 0, and rounding must not say otherwise; likewise above.
        return Interval(level: level, low: x == 0 ? 0 : max(0, centre - half), high: x == n ? 1 : min(1, centre + half))
    }
}
