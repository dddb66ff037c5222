/// Difference of two restricted mean times without the event at one horizon, in days, by Student's t at effective counts.
///
/// Each side has the variance of its mean with divisor n - 1, n its effective count, and the degrees of freedom are Satterthwaite's.
/// Without competing exits it is `RestrictedMeanDifference`, without censoring Welch's comparison.
public struct RestrictedTimeWithoutDifference: GroupDifference {
    public static let method = "restricted_time_welch_effective_counts"
    public static let citation = "Andersen (2013), Statistics in Medicine 32:5278-5285; Welch (1947), Biometrika 34:28-35"

    public let group: RestrictedTimeWithout
    public let reference: RestrictedTimeWithout
    public let standardError: Double
    public let degreesOfFreedom: Double

    /// - Throws: `outsideRange` when the horizons differ, `zeroVariance` when no side varies, `tooFewObservations` when a side has
    ///   fewer than two effective people.
    public init(group: RestrictedTimeWithout, reference: RestrictedTimeWithout) throws(Undefined) {
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

    /// The method that fits the data: this one with at least ten people at risk at the horizon and ten with the event before it on both
    /// sides, else the score method on shares of the horizon, which does not trust a spread that has hardly been seen.
    ///
    /// - Throws: as `RestrictedTimeWithout` and either method.
    public static func fitting(
        group: [ObservedExit], reference: [ObservedExit], horizon: Int
    ) throws(Undefined) -> any GroupDifference {
        let (first, second) = (
            try RestrictedTimeWithout(group, horizon: horizon), try RestrictedTimeWithout(reference, horizon: horizon)
        )
        let isSeen = min(first.atRiskAtHorizon, second.atRiskAtHorizon) >= RestrictedMean.minimumAtRisk
            && min(first.eventsBeforeHorizon, second.eventsBeforeHorizon) >= RestrictedMean.minimumEvents
        if isSeen { return try RestrictedTimeWithoutDifference(group: first, reference: second) }
        return try BoundedRestrictedTimeWithoutDifference(group: first, reference: second)
    }

    public var horizon: Int { group.horizon }
    public var groupCount: Int { group.count }
    public var referenceCount: Int { reference.count }
    public var groupValue: Double { group.estimate }
    public var referenceValue: Double { reference.estimate }
    public var estimate: Double { groupValue - referenceValue }
    public var statistic: Double { estimate / standardError }
    public var pValue: Double { StudentT.twoSided(statistic, df: degreesOfFreedom) }

    public func interval(level: Double) -> Interval {
        let half = StudentT.critical(level: level, df: degreesOfFreedom) * standardError
        return Interval(level: level, low: estimate - half, high: estimate + half)
    }

    /// The most influential person of the smaller side dropped; first-order influence finds a dozen kinds of person to try in earnest.
    public func weakened() -> RestrictedTimeWithoutDifference? {
        let before = estimate
        let side = weakensGroup ? group : reference
        guard before != 0, side.count > 2 else { return nil }
        let sign: Double = weakensGroup ? 1 : -1
        let n = side.effectiveCount
        let changes = side.influences.enumerated().map { cell, influence in
            (change: cell, distance: abs(before - sign * influence * (n / (n - 1))))
        }
        let weaker = Shortlist.best(changes) { cell -> RestrictedTimeWithoutDifference? in
            guard let mean = try? RestrictedTimeWithout(side.counts.without(cell: cell)) else { return nil }
            return try? RestrictedTimeWithoutDifference(group: weakensGroup ? mean : group, reference: weakensGroup ? reference : mean)
        }
        // Rounding must not hide that dropping one of equal people changes nothing.
        guard let weaker, abs(weaker.estimate) <= abs(before) * (1 + 1e-12) else { return nil }
        return weaker
    }
}
