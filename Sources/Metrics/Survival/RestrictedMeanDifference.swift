/// Difference of two restricted means at a horizon, in the unit of the times, by Student's t at effective counts.
///
/// Each side has the variance of its mean with divisor n - 1, n its effective count, and the degrees of freedom are
/// Satterthwaite's. Without censoring this is Welch's comparison of min(T, horizon) exactly. The plain normal interval (Greenwood's
/// type variance and z) falls short where a side is small: `scripts/simulate/coverage-outcomes.txt`.
public struct RestrictedMeanDifference: GroupDifference {
    public static let method = "restricted_mean_welch_effective_counts"
    public static let citation = "Royston and Parmar (2013), BMC Medical Research Methodology 13:152; Welch (1947), Biometrika 34:28-35"

    public let group: RestrictedMean
    public let reference: RestrictedMean
    public let standardError: Double
    public let degreesOfFreedom: Double

    /// - Throws: as `KaplanMeier` and `RestrictedMean`; `zeroVariance` when no side varies, `tooFewObservations` when a side that
    ///   varies has fewer than two effective people.
    public init(
        group: [FollowUp], reference: [FollowUp], horizon: Double, weights: WeightMeaning = .people
    ) throws(Undefined) {
        try self.init(
            group: KaplanMeier(group, weights: weights).restrictedMean(to: horizon),
            reference: KaplanMeier(reference, weights: weights).restrictedMean(to: horizon))
    }

    /// - Throws: also `outsideRange` when the horizons differ.
    public init(group: RestrictedMean, reference: RestrictedMean) throws(Undefined) {
        guard group.horizon == reference.horizon else { throw .outsideRange }
        guard let first = group.correctedVariance, let second = reference.correctedVariance else {
            throw .tooFewObservations(needed: 2)
        }
        let variance = first + second
        guard variance > 0 else { throw .zeroVariance }
        self.group = group
        self.reference = reference
        standardError = variance.squareRoot()
        let share = first / variance
        let rest = second / variance
        degreesOfFreedom = 1 / (share * share / group.degreesOfFreedom + rest * rest / reference.degreesOfFreedom)
    }

    public var horizon: Double { group.horizon }
    public var groupCount: Int { group.count }
    public var referenceCount: Int { reference.count }
    public var groupValue: Double { group.estimate }
    public var referenceValue: Double { reference.estimate }
    public var estimate: Double { groupValue - referenceValue }
    public var statistic: Double { estimate / standardError }
    public var pValue: Double { StudentT.twoSided(statistic, df: degreesOfFreedom) }

    /// Whether this comparison may carry a verdict: on both sides at least ten people still followed at the horizon and at least ten
    /// with the event before it. With fewer events the interval falls short (`BoundedRestrictedMeanDifference` does not).
    public var isFitForVerdict: Bool {
        min(group.atRiskAtHorizon, reference.atRiskAtHorizon) >= RestrictedMean.minimumAtRisk
            && min(group.eventsBeforeHorizon, reference.eventsBeforeHorizon) >= RestrictedMean.minimumEvents
    }

    public func interval(level: Double) -> Interval {
        let half = StudentT.critical(level: level, df: degreesOfFreedom) * standardError
        return Interval(level: level, low: estimate - half, high: estimate + half)
    }

    /// The most influential record of the smaller side dropped; first-order influence finds a dozen to try in earnest. Of equal
    /// records the first goes.
    public func weakened() -> RestrictedMeanDifference? {
        let before = estimate
        let side = weakensGroup ? group : reference
        let records = side.curve.table.records
        guard before != 0, records.count > 2 else { return nil }
        let influence = side.influence()
        let sign: Double = weakensGroup ? 1 : -1
        let n = side.effectiveCount
        let changes = records.enumerated().map { index, record in
            (change: index, distance: abs(before - sign * influence.of(record) * record.weight * (n / (n - 1))))
        }
        let weaker = Shortlist.best(changes) { index -> RestrictedMeanDifference? in
            var fewer = records
            fewer.remove(at: index)
            guard let curve = try? KaplanMeier(fewer, weights: side.curve.table.meaning),
                let mean = try? curve.restrictedMean(to: horizon) else { return nil }
            return try? RestrictedMeanDifference(group: weakensGroup ? mean : group, reference: weakensGroup ? reference : mean)
        }
        // Rounding must not hide that dropping one of equal records changes nothing.
        guard let weaker, abs(weaker.estimate) <= abs(before) * (1 + 1e-12) else { return nil }
        return weaker
    }
}
