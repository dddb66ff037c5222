/// The exact interval of Clopper and Pearson (1934) for one rate: its coverage is never below the level, mostly above it.
///
/// Limits are the rates at which the tail beyond the observed count has half of 1 - level: quantiles of beta(x, n - x + 1) and
/// beta(x + 1, n - x). Used for judging simulated rates, where a promise must hold at every true value.
public struct ClopperPearson: Statistic, Equatable {
    public static let method = "clopper_pearson"
    public static let citation = "Clopper and Pearson (1934), Biometrika 26:404-413"

    public let events: Double
    public let total: Double

    /// Same parameters and errors as `Wilson.init(events:total:)`.
    public init(events: Double, total: Double) throws(Undefined) {
        (self.events, self.total) = try RateCheck.checked(events, of: total)
    }

    public var count: Int { Int(total.rounded()) }
    public var estimate: Double { events / total }

    public func interval(level: Double) -> Interval {
        let tail = (1 - level) / 2
        let rest = total - events
        // The upper limit through the mirrored distribution: 1 - tail would lose digits.
        return Interval(
            level: level,
            low: events == 0 ? 0 : Beta.quantile(tail, a: events, b: rest + 1),
            high: rest == 0 ? 1 : 1 - Beta.quantile(tail, a: rest, b: events + 1))
    }
}
