/// The equal-tailed Bayesian interval for one rate under Jeffreys' prior beta(1/2, 1/2): quantiles of beta(x + 1/2, n - x + 1/2).
///
/// With Brown, Cai and DasGupta's end rule: the lower limit is 0 at no events and the upper 1 when all have one. Shown beside the
/// other intervals, not used in verdicts: near the ends its coverage falls well below the level.
public struct Jeffreys: Statistic, Equatable {
    public static let method = "jeffreys"
    public static let citation = "Brown, Cai and DasGupta (2001), Statistical Science 16:101-133"

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
        return Interval(
            level: level,
            low: events == 0 ? 0 : Beta.quantile(tail, a: events + 0.5, b: rest + 0.5),
            high: rest == 0 ? 1 : 1 - Beta.quantile(tail, a: rest + 0.5, b: events + 0.5))
    }
}
