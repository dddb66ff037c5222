import RealModule

/// The middle of a list of which only the k-th smallest can be asked, and the interval about it.
enum RankMiddle {
    /// Median of `count` values.
    static func value(of count: Int, select: (Int) -> Double) -> Double {
        if count % 2 == 1 { return select(count / 2 + 1) }
        let low = select(count / 2)
        // Halves first: the sum of two large values may overflow.
        return low / 2 + select(count / 2 + 1) / 2
    }

    /// The largest count c that the normal approximation with continuity correction rejects: (mean - c) - 1/2 > z deviation.
    static func rejected(mean: Double, deviation: Double, level: Double) -> Int {
        max(0, Int((mean - 0.5 - Normal.critical(level: level) * deviation).rounded(.up))) - 1
    }

    /// From the (rejected + 1)-th smallest to the (rejected + 1)-th largest; infinite when nothing can be rejected.
    static func interval(
        level: Double, rejected: Int, of count: Int, attained: Double?, select: (Int) -> Double
    ) -> RankInterval {
        guard rejected >= 0 else {
            return RankInterval(interval: Interval(level: level, low: -.infinity, high: .infinity), attainedLevel: attained)
        }
        let limits = Interval(level: level, low: select(rejected + 1), high: select(count - rejected))
        return RankInterval(interval: limits, attainedLevel: attained)
    }
}
