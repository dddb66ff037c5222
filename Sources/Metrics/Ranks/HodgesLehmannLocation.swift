import RealModule

/// Hodges and Lehmann's centre of one list (of paired differences, say): the median of all means of two values, each with itself included
/// (Walsh averages). Also called the pseudo-median.
///
/// Interval: between two Walsh averages A(k) and A(M + 1 - k), M = n(n + 1)/2, k from the null distribution of Wilcoxon's signed rank sum
/// (Tukey). Up to 100 values k is exact; above that it is ceil(M/2 - 1/2 - z sqrt(n(n + 1)(2n + 1)/24)). It is right for values symmetric
/// about their centre; ties make the closed interval cover at least as often as the level says.
public struct HodgesLehmannLocation: Statistic {
    public static let method = "hodges_lehmann_one_sample"
    public static let citation = "Hodges and Lehmann (1963), Annals of Mathematical Statistics 34:598-611; Hollander and Wolfe (1999), sections 3.2 and 3.3"

    public let estimate: Double
    public var count: Int { values.count }

    private let values: [Double]

    /// - Throws: `noObservations`, `notFinite`.
    public init(_ values: [Double]) throws(Undefined) {
        guard !values.isEmpty else { throw .noObservations }
        guard values.allSatisfy(\.isFinite) else { throw .notFinite }
        let sorted = values.sorted()
        self.values = sorted
        estimate = RankMiddle.value(of: sorted.count * (sorted.count + 1) / 2) { PairSelection.walshAverage($0, of: sorted) }
    }

    public func interval(level: Double) throws(Undefined) -> Interval {
        try rankInterval(level: level).interval
    }

    /// The interval with the level it attains.
    ///
    /// - Throws: `outsideRange` unless `level` is in (0, 1).
    public func rankInterval(level: Double) throws(Undefined) -> RankInterval {
        guard level > 0, level < 1 else { throw .outsideRange }
        let n = Double(count)
        let averages = count * (count + 1) / 2
        let rejected: Int
        var attained: Double?
        if count <= SignedRankDistribution.maximumCount {
            let null = try SignedRankDistribution(count: count)
            rejected = null.rejected(level: level)
            attained = 1 - 2 * null.cdf(rejected)
        } else {
            rejected = RankMiddle.rejected(
                mean: n * (n + 1) / 4, deviation: (n * (n + 1) * (2 * n + 1) / 24).squareRoot(), level: level)
        }
        return RankMiddle.interval(level: level, rejected: rejected, of: averages, attained: attained) {
            PairSelection.walshAverage($0, of: values)
        }
    }
}
