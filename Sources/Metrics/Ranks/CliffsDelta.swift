import RealModule

/// Cliff's delta: chance that a value of the group is larger than one of the reference, minus the chance that it is smaller.
///
/// From -1 (all smaller) over 0 to 1 (all larger). Uses order only: any increasing transformation of the values leaves it alone.
/// Variance: Cliff's consistent one, [(m - 1) s_i^2 + (n - 1) s_j^2 + s_ij^2]/(nm), s_i^2 and s_j^2 the variances of the members' mean
/// dominances, s_ij^2 = sum (d_ij - d)^2 /(nm - 1). Interval: the asymmetric one, which never leaves [-1, 1]:
/// (d - d^3 +- z s sqrt((1 - d^2)^2 + z^2 s^2)) / (1 - d^2 + z^2 s^2).
public struct CliffsDelta: Statistic {
    public static let method = "cliffs_delta"
    public static let citation = "Cliff (1993), Psychological Bulletin 114:494-509; Feng and Cliff (2004), Journal of Modern Applied Statistical Methods 3:322-332"

    public let estimate: Double
    private let dominance: Dominance

    /// - Throws: `noObservations`, `notFinite`.
    public init(group: [Double], reference: [Double]) throws(Undefined) {
        dominance = try Dominance(group: group, reference: reference)
        estimate = Double(dominance.wins - dominance.losses) / Double(dominance.pairs)
    }

    public var groupCount: Int { dominance.groupCount }
    public var referenceCount: Int { dominance.referenceCount }
    public var count: Int { groupCount + referenceCount }

    /// Pairs won by the group, ties half, over all pairs.
    var shareWon: Double { dominance.u / Double(dominance.pairs) }

    /// - Throws: `tooFewObservations(needed: 2)` when a side has one value, `noOverlap` at delta = -1 or 1, `zeroVariance` when all
    ///   values are equal, `outsideRange` unless `level` is in (0, 1).
    public func interval(level: Double) throws(Undefined) -> Interval {
        guard level > 0, level < 1 else { throw .outsideRange }
        let variance = try variance()
        let z = Normal.critical(level: level)
        let spread = z * variance.squareRoot()
        let square = estimate * estimate
        let centre = estimate * (1 - square)
        let half = spread * ((1 - square) * (1 - square) + spread * spread).squareRoot()
        let scale = 1 - square + spread * spread
        return Interval(level: level, low: max(-1, (centre - half) / scale), high: min(1, (centre + half) / scale))
    }

    /// Cliff's consistent variance of the estimate.
    ///
    /// - Throws: as `interval(level:)`.
    public func variance() throws(Undefined) -> Double {
        guard let group = dominance.groupVariance, let reference = dominance.referenceVariance else { throw .tooFewObservations(needed: 2) }
        guard !dominance.isSeparated else { throw .noOverlap }
        let pairs = Double(dominance.pairs)
        let untied = Double(dominance.pairs - dominance.ties)
        guard untied > 0 else { throw .zeroVariance }
        let single = (untied - estimate * estimate * pairs) / (pairs - 1)
        return (Double(referenceCount - 1) * group + Double(groupCount - 1) * reference + single) / pairs
    }
}
