/// The exact (Clopper and Pearson 1934) interval for one rate: its coverage is never below the level, mostly above it.
///
/// Used for judging simulated rates, where a promise must hold at every true value.
public enum ClopperPearson {
    /// Same parameters and errors as `Wilson.interval(events:total:level:)`.
    public static func interval(events: Double, total: Double, level: Double) throws(Undefined) -> Interval {
        let (x, n) = try RateCheck.checked(events, of: total)
        let tail = (1 - level) / 2
        // The upper limit through the mirrored distribution: 1 - tail would lose digits.
        return Interval(
            level: level,
            low: x == 0 ? 0 : Beta.quantile(tail, a: x, b: n - x + 1),
            high: x == n ? 1 : 1 - Beta.quantile(tail, a: n - x, b: x + 1))
    }
}
