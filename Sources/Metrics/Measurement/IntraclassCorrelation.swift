/// Share of the variation of a yes-or-no outcome that lies between clusters (counsellors, places, towns): the intraclass correlation
/// of a one-way layout, by analysis of variance.
///
/// With k clusters of n_j people, N in all, shares p_j and p: MSB = sum n_j (p_j - p)^2 / (k - 1), MSW = sum n_j p_j (1 - p_j) / (N - k),
/// n0 = (N - sum n_j^2 / N) / (k - 1), and the estimate is (MSB - MSW) / (MSB + (n0 - 1) MSW). It is 0 when clusters differ as much as
/// chance alone lets them, 1 when the cluster decides everything, and can lie a little below 0.
///
/// The interval is Searle's: exact for clusters of equal size and normal values, and by n0 close to it otherwise (Donner and Wells
/// 1986). Its p is that of the F test, two-sided, so that the two are dual. The standard error is Smith's for large samples.
/// As a `GroupDifference` it has one side: everybody is the group, and the reference is "clusters do not matter", 0.
public struct IntraclassCorrelation: GroupDifference {
    public static let method = "intraclass_correlation_anova"
    public static let citation =
        "Searle (1971), Linear Models, 9.9; Smith (1957), Annals of Human Genetics 21:363-373; Donner and Wells (1986), Biometrics 42:401-412"

    /// One cluster: how many have the outcome, out of how many.
    public struct Cluster: Sendable, Equatable {
        public var events: Int
        public var total: Int

        public init(events: Int, total: Int) {
            self.events = events
            self.total = total
        }
    }

    public let clusters: [Cluster]
    public let groupCount: Int
    public let estimate: Double
    public let standardError: Double
    /// MSB / MSW.
    public let fStatistic: Double
    /// n0: the size of cluster that counts.
    public let averageSize: Double

    /// - Parameter clusters: without people they are left out.
    /// - Throws: `outsideRange` for events outside 0...total; `tooFewStrata(needed: 2)`; `tooFewObservations(needed: 2)` when every cluster
    ///   has one person; `zeroVariance` when nobody or everybody has the outcome; `perfectSeparation` when the cluster decides everything.
    public init(clusters: [Cluster]) throws(Undefined) {
        guard clusters.allSatisfy({ $0.events >= 0 && $0.events <= $0.total }) else { throw .outsideRange }
        let clusters = clusters.filter { $0.total > 0 }
        guard clusters.count >= 2 else { throw .tooFewStrata(needed: 2) }
        let people = clusters.reduce(0) { $0 + $1.total }, events = clusters.reduce(0) { $0 + $1.events }
        guard people > clusters.count else { throw .tooFewObservations(needed: 2) }
        guard events > 0, events < people else { throw .zeroVariance }
        let n = Double(people), k = Double(clusters.count), mean = Double(events) / n
        func sum(_ term: (Double, Double) -> Double) -> Double {
            CompensatedSum(clusters.map { term(Double($0.total), Double($0.events) / Double($0.total)) }).value
        }
        let between = sum { $0 * ($1 - mean) * ($1 - mean) } / (k - 1)
        let within = sum { $0 * $1 * (1 - $1) } / (n - k)
        guard within > 0 else { throw .perfectSeparation }
        let squares = sum { size, _ in size * size }, cubes = sum { size, _ in size * size * size }
        let size = (n - squares / n) / (k - 1)
        let correlation = (between - within) / (between + (size - 1) * within)
        let rest = 1 - correlation
        let first = (1 + correlation * (size - 1)) * (1 + correlation * (size - 1)) / (n - k)
        let second =
            ((k - 1) * rest * (1 + correlation * (2 * size - 1))
                + correlation * correlation * (squares - 2 * cubes / n + squares * squares / n / n)) / (k - 1) / (k - 1)
        self.clusters = clusters
        groupCount = people
        estimate = correlation
        standardError = rest / size * (2 * max(0, first + second)).squareRoot()
        fStatistic = between / within
        averageSize = size
    }

    public var referenceCount: Int { 0 }
    public var groupValue: Double { estimate }
    public var referenceValue: Double { 0 }

    private var freedom: (between: Double, within: Double) { (Double(clusters.count - 1), Double(groupCount - clusters.count)) }

    public var pValue: Double {
        let above = FDistribution.survival(fStatistic, numerator: freedom.between, denominator: freedom.within)
        let below = FDistribution.cdf(fStatistic, numerator: freedom.between, denominator: freedom.within)
        return min(1, 2 * min(above, below))
    }

    public func interval(level: Double) -> Interval {
        func correlation(_ quantile: Double) -> Double {
            let ratio = fStatistic / quantile
            return (ratio - 1) / (ratio + averageSize - 1)
        }
        let tail = (1 - level) / 2
        let upper = FDistribution.quantile(1 - tail, numerator: freedom.between, denominator: freedom.within)
        let lower = FDistribution.quantile(tail, numerator: freedom.between, denominator: freedom.within)
        return Interval(level: level, low: correlation(upper), high: lower > 0 ? correlation(lower) : 1)
    }

    /// The same with the one outcome recoded that brings the estimate closest to 0. The first of equals is taken.
    public func weakened() -> IntraclassCorrelation? {
        if estimate == 0 { return nil }
        var best: IntraclassCorrelation?
        for index in clusters.indices {
            for step in [-1, 1] {
                var changed = clusters
                changed[index].events += step
                guard let next = try? IntraclassCorrelation(clusters: changed) else { continue }
                if abs(next.estimate) < abs(best?.estimate ?? .infinity) { best = next }
            }
        }
        guard let best, abs(best.estimate) <= abs(estimate) else { return nil }
        return best
    }
}
