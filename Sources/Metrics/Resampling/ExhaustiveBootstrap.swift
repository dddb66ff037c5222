/// The ordinary bootstrap of a difference of means without drawing: every resample of either side, each equally likely.
///
/// For samples so small that n^n resamples can be listed (up to 7 per side). It shows what resampling can know, and checks drawn ones.
public struct ExhaustiveBootstrap: Statistic {
    public static let method = "exhaustive_bootstrap"
    public static let citation = "Efron (1979), Annals of Statistics 7:1-26"

    public let count: Int
    public let estimate: Double
    /// The difference of means in every resample, from low to high.
    public let resamples: [Double]

    /// - Throws: `noObservations`, `notFinite`, `outsideRange` for a side above 7 or more than 10^7 resamples.
    public init(group: [Double], reference: [Double]) throws(Undefined) {
        let sides = [try Summary(group), try Summary(reference)]
        guard max(group.count, reference.count) <= 7 else { throw .outsideRange }
        let (first, second) = (Self.means(group), Self.means(reference))
        guard first.count * second.count <= 10_000_000 else { throw .outsideRange }
        count = group.count + reference.count
        estimate = sides[0].mean - sides[1].mean
        resamples = first.flatMap { a in second.map { a - $0 } }.sorted()
    }

    /// Percentile interval; quantiles interpolate linearly between order statistics 1 + (R - 1) q.
    public func interval(level: Double) throws(Undefined) -> Interval {
        guard level > 0, level < 1 else { throw .outsideRange }
        return Interval(level: level, low: quantile((1 - level) / 2), high: quantile((1 + level) / 2))
    }

    public func quantile(_ share: Double) -> Double {
        let place = Double(resamples.count - 1) * min(1, max(0, share))
        let below = Int(place.rounded(.down))
        let above = min(below + 1, resamples.count - 1)
        return resamples[below] + (place - Double(below)) * (resamples[above] - resamples[below])
    }

    private static func means(_ side: [Double]) -> [Double] {
        var sums = [0.0]
        for _ in side { sums = sums.flatMap { sum in side.map { sum + $0 } } }
        return sums.map { $0 / Double(side.count) }
    }
}
