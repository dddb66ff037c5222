/// Wilson's (1927) score interval for one rate: all rates p with |x/n - p| <= z sqrt(p(1 - p)/n).
///
/// Its coverage is near the level on average and, at n >= 20, at least 89 % at any true rate for a 95 % interval.
public struct Wilson: Statistic, Equatable {
    public static let method = "wilson"
    public static let citation = "Wilson (1927), Journal of the American Statistical Association 22:209-212"

    public let events: Double
    public let total: Double

    /// - Parameters:
    ///   - events: people with the outcome, 0...total; need not be whole.
    ///   - total: people, > 0.
    /// - Throws: `noObservations` when the total is zero, `outsideRange` when events are not in 0...total, `notFinite`.
    public init(events: Double, total: Double) throws(Undefined) {
        (self.events, self.total) = try RateCheck.checked(events, of: total)
    }

    public var count: Int { Int(total.rounded()) }
    public var estimate: Double { events / total }

    public func interval(level: Double) -> Interval {
        let limits = limits(critical: Normal.critical(level: level))
        return Interval(level: level, low: limits.low, high: limits.high)
    }

    /// Limits for a given critical value z.
    func limits(critical z: Double) -> (low: Double, high: Double) {
        let square = z * z
        let rate = estimate
        let centre = (rate + square / (2 * total)) / (1 + square / total)
        let half = z / (1 + square / total) * (rate * (1 - rate) / total + square / (4 * total * total)).squareRoot()
        // At no events the lower limit is exactly 0, and rounding must not say otherwise; likewise above.
        return (events == 0 ? 0 : max(0, centre - half), events == total ? 1 : min(1, centre + half))
    }
}
