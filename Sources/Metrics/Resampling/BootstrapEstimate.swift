/// A function of group means with its bootstrap interval over participants.
///
/// Every kind of interval comes down to a sorted list of B candidates for a limit and a shift in z: the limits at level 1 - a are
/// the candidates of rank (B + 1) Phi(z + shift), z at a/2 from either end, rounded outward (Davison and Hinkley 1997, 2.4 and 5.3).
///
/// - `percentile`: the replicates T*, shift 0.
/// - `basic`: their mirror images 2T - T*, shift 0.
/// - `bca`: the replicates, shift 2 z0 - a with z0 = Phi^-1(share of replicates below T) and a = sum L^3 / (6 (sum L^2)^1.5) over
///   the influence values L. Exp(1) weights have a third cumulant of 2 where counts of draws with replacement have 1, so z0 holds
///   2a where Efron's holds a; with it his z + 2 z0 + a z^2 would overshoot. Carrying the second cumulant through both expansions
///   gives z + 2 z0 - a, which agrees with Efron's limits on the ordinary bootstrap up to order 1/n.
/// - `studentised`: T - t* se with t* = (T* - T)/se*, the spread of the groups taken anew in each replicate; for the same reason
///   a(z^2 - 1) is taken off each t* of rank z.
///
/// The level must leave enough replicates outside: B >= 20 / (1 - level) (in a family of m: level 1 - alpha/m).
/// Bootstrap intervals of 0/1 data are shown, never judged by: with rare events many samples have no event and no resampling can know it.
public struct BootstrapEstimate: Statistic {
    public static let method = "participant_bootstrap"
    public static let citation = """
        Davison and Hinkley (1997), Bootstrap Methods and Their Application; Efron (1987), JASA 82:171-185; \
        Rubin (1981), Annals of Statistics 9:130-134 (exponential weights)
        """

    public enum Kind: Sendable, CaseIterable {
        case percentile, basic, bca, studentised
    }

    public let kind: Kind
    /// People of the groups that the statistic looks at.
    public let count: Int
    public let estimate: Double
    public let replicates: Int
    /// Efron's acceleration: a sixth of the skewness of the sum of influence values. 0 when nobody's value varies.
    public let acceleration: Double
    /// Square root of the sum of squared influence values, with n - 1: the ordinary standard error of a mean or difference of means.
    /// Nil when a group has one person.
    public let standardError: Double?
    /// Candidates for a limit, from low to high.
    private let candidates: [Double]
    private let shift: Double

    /// - Throws: `noObservations` when a group of the statistic is empty; `zeroDenominator` when it is undefined for the people
    ///   themselves or in a replicate: none is left out in silence; `tooFewReplicates` below 20; for `bca` and `studentised`
    ///   `zeroVariance` when no value varies (studentised: in some replicate), for `studentised` `tooFewObservations(needed: 2)`.
    public init(_ sums: ReplicateSums, _ function: MeansFunction, kind: Kind) throws(Undefined) {
        guard function.groups.allSatisfy(sums.people.indices.contains) else { throw .outsideRange }
        guard function.groups.allSatisfy({ sums.people[$0] > 0 }) else { throw .noObservations }
        guard sums.replicates >= 20 else { throw .tooFewReplicates(needed: 20) }
        let means = sums.means
        guard let estimate = function.value(means), estimate.isFinite else { throw .zeroDenominator }
        var values: [Double] = []
        values.reserveCapacity(sums.replicates)
        for replicate in 0..<sums.replicates {
            guard let value = function.value(sums.means(replicate: replicate)), value.isFinite else { throw .zeroDenominator }
            values.append(value)
        }
        let influence = MeansInfluence(sums, function, means)
        self.kind = kind
        self.estimate = estimate
        count = Set(function.groups).reduce(0) { $0 + sums.people[$1] }
        replicates = sums.replicates
        acceleration = influence.acceleration
        standardError = influence.standardError
        switch kind {
        case .percentile:
            candidates = values.sorted()
            shift = 0
        case .basic:
            candidates = values.map { 2 * estimate - $0 }.sorted()
            shift = 0
        case .bca:
            guard influence.second > 0 else { throw .zeroVariance }
            candidates = values.sorted()
            // A replicate equal to the estimate counts half; the ends are kept off infinity by one half replicate.
            let below = values.reduce(0.0) { $0 + ($1 < estimate ? 1 : $1 == estimate ? 0.5 : 0) }
            let share = min(Double(replicates) - 0.5, max(0.5, below)) / Double(replicates)
            shift = 2 * Normal.quantile(share) - influence.acceleration
        case .studentised:
            guard let error = influence.standardError else { throw .tooFewObservations(needed: 2) }
            guard error > 0 else { throw .zeroVariance }
            var t: [Double] = []
            t.reserveCapacity(values.count)
            for (replicate, value) in values.enumerated() {
                let spread = MeansInfluence.replicateError(sums, function, replicate)
                guard spread > 0 else { throw .zeroVariance }
                t.append((value - estimate) / spread)
            }
            t.sort()
            let count = Double(t.count + 1)
            candidates = t.enumerated().map { rank, t in
                let z = Normal.quantile(Double(rank + 1) / count)
                return estimate - error * (t - influence.acceleration * (z * z - 1))
            }.sorted()
            shift = 0
        }
    }

    /// - Throws: `outsideRange` unless 0 < level < 1; `tooFewReplicates(needed:)` when B < 20 / (1 - level), or when the shifted
    ///   limit falls beyond the last replicate.
    public func interval(level: Double) throws(Undefined) -> Interval {
        guard level > 0, level < 1 else { throw .outsideRange }
        let needed = Self.neededReplicates(level: level)
        guard replicates >= needed else { throw .tooFewReplicates(needed: needed) }
        let z = Normal.critical(level: level)
        let low = rank(Normal.cdf(shift - z))
        let high = rank(Normal.survival(shift + z))
        guard low >= 1, high >= 1 else { throw .tooFewReplicates(needed: 2 * replicates) }
        return Interval(level: level, low: candidates[low - 1], high: candidates[candidates.count - high])
    }

    /// Smallest B for a level: 20 / (1 - level), so that twenty replicates lie outside.
    public static func neededReplicates(level: Double) -> Int {
        // The level may be 1 - .1, a hair above .9.
        Int((20 / (1 - level) * (1 - 1e-9)).rounded(.up))
    }

    /// Two-sided p value of "the statistic is `null`", dual to the interval: `interval(level: 1 - a)` excludes `null` exactly when
    /// `pValue <= a` (for every a that the replicates suffice for). At least 2/(B + 1) for percentile, basic and studentised;
    /// 1 for NaN, which no interval excludes.
    public func pValue(null: Double) -> Double {
        if null.isNaN { return 1 }
        let below = candidates.reduce(0) { $0 + ($1 <= null ? 1 : 0) }
        let above = candidates.reduce(0) { $0 + ($1 >= null ? 1 : 0) }
        let total = Double(replicates + 1)
        let lower = below < replicates ? Normal.cdf(Normal.quantile(Double(below + 1) / total) - shift) : 1
        let upper = above < replicates ? Normal.cdf(Normal.quantile(Double(above + 1) / total) + shift) : 1
        return min(1, 2 * min(lower, upper))
    }

    private func rank(_ tail: Double) -> Int {
        // Phi(Phi^-1(x)) may come back a hair below x.
        Int((Double(replicates + 1) * tail * (1 + 1e-12)).rounded(.down))
    }
}

/// Sums over people of powers of the influence of each on a function of group means: L = slope (value - mean) / n.
private struct MeansInfluence {
    let second: Double
    let third: Double
    let standardError: Double?

    init(_ sums: ReplicateSums, _ function: MeansFunction, _ means: [Double]) {
        var (second, third, variance) = (0.0, 0.0, 0.0)
        var single = false
        for (group, slope) in zip(function.groups, function.slopes(means)) {
            let central = sums.centralSums(group: group)
            let factor = slope / Double(sums.people[group])
            second += factor * factor * central.second
            third += factor * factor * factor * central.third
            if sums.people[group] > 1 {
                variance += slope * factor * central.second / Double(sums.people[group] - 1)
            } else {
                single = true
            }
        }
        self.second = second
        self.third = third
        standardError = single ? nil : variance.squareRoot()
    }

    var acceleration: Double { second > 0 ? third / (6 * second * second.squareRoot()) : 0 }

    /// Standard error in a replicate: the weighted variance over n, whose mean over replicates is the variance of the replicates.
    static func replicateError(_ sums: ReplicateSums, _ function: MeansFunction, _ replicate: Int) -> Double {
        let means = sums.means(replicate: replicate)
        let variances = sums.variances(replicate: replicate)
        let slopes = function.slopes(means)
        return zip(function.groups, slopes).reduce(0) { $0 + $1.1 * $1.1 * variances[$1.0] / Double(sums.people[$1.0]) }.squareRoot()
    }
}
