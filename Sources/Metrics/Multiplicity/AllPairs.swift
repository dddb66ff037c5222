/// All pairs of group means at once, with intervals that hold together.
public enum AllPairs: Sendable {
    /// One spread for all groups (Tukey 1953, Kramer 1956).
    case tukeyKramer
    /// Each pair with its own spreads and Welch's degrees of freedom (Games and Howell 1976): the choice when spreads differ.
    case gamesHowell

    /// - Returns: pairs (first, second) with first < second, in order; the estimate is first minus second.
    /// - Throws: `tooFewObservations(needed: 2)` with fewer than two groups or a group of one; `noObservations` for an empty one;
    ///   `zeroVariance` when the spread that is divided by is zero; `notFinite`.
    public func pairs(of groups: [[Double]]) throws(Undefined) -> [SimultaneousPair] {
        guard groups.count > 1 else { throw .tooFewObservations(needed: 2) }
        var summaries: [Summary] = []
        for group in groups { summaries.append(try Summary(group)) }
        guard summaries.allSatisfy({ $0.count > 1 }) else { throw .tooFewObservations(needed: 2) }
        let freedom = summaries.reduce(0) { $0 + $1.count } - summaries.count
        let pooled = summaries.reduce(0) { $0 + $1.squaredDeviations } / Double(freedom)
        var pairs: [SimultaneousPair] = []
        for first in groups.indices {
            for second in (first + 1)..<max(first + 1, groups.count) {
                let (a, b) = (summaries[first], summaries[second])
                let parts = switch self {
                case .tukeyKramer: (pooled / Double(a.count), pooled / Double(b.count))
                case .gamesHowell: ((a.sampleVariance ?? 0) / Double(a.count), (b.sampleVariance ?? 0) / Double(b.count))
                }
                let variance = parts.0 + parts.1
                guard variance > 0 else { throw .zeroVariance }
                let (share, rest) = (parts.0 / variance, parts.1 / variance)
                let own = 1 / (share * share / Double(a.count - 1) + rest * rest / Double(b.count - 1))
                pairs.append(
                    SimultaneousPair(
                        kind: self, first: first, second: second, groups: groups.count, count: a.count + b.count,
                        estimate: a.mean - b.mean, standardError: variance.squareRoot(),
                        degreesOfFreedom: self == .tukeyKramer ? Double(freedom) : own))
            }
        }
        return pairs
    }
}

/// The difference of two of k group means, as one of all pairs.
public struct SimultaneousPair: Statistic, SignificanceTest {
    public static let method = "studentized_range"
    public static let citation = """
        Tukey (1953), The Problem of Multiple Comparisons; Kramer (1956), Biometrics 12:307-310; Games and Howell (1976), Journal of \
        Educational Statistics 1:113-125
        """

    public let kind: AllPairs
    /// Positions of the two groups.
    public let first: Int
    public let second: Int
    /// How many groups are compared.
    public let groups: Int
    /// People in the two.
    public let count: Int
    public let estimate: Double
    public let standardError: Double
    public let degreesOfFreedom: Double

    /// |difference| in units of the standard error of a mean: sqrt(2) |t|.
    public var statistic: Double { abs(estimate) / standardError * 2.0.squareRoot() }

    /// Adjusted: the chance, if all means are equal, that any pair looks as far apart as this one.
    public var pValue: Double { StudentizedRange.survival(statistic, groups: groups, df: degreesOfFreedom) }

    /// All pairs together cover with at least (Games-Howell: about) the level.
    public func interval(level: Double) -> Interval {
        let half = StudentizedRange.quantile(level, groups: groups, df: degreesOfFreedom) / 2.0.squareRoot() * standardError
        return Interval(level: level, low: estimate - half, high: estimate + half)
    }
}
