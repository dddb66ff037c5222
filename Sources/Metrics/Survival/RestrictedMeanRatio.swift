import RealModule

/// Ratio of two restricted means at a horizon: group over reference, with an interval symmetric on the log scale.
///
/// Delta method on the log with the variances and degrees of freedom of `RestrictedMeanDifference`. 1 means no difference.
public struct RestrictedMeanRatio: Statistic {
    public static let method = "restricted_mean_log_ratio"
    public static let citation = "Uno and others (2014), Journal of Clinical Oncology 32:2380-2385"

    public let group: RestrictedMean
    public let reference: RestrictedMean
    /// Standard error of the logarithm of the ratio.
    public let logStandardError: Double
    public let degreesOfFreedom: Double

    /// - Throws: as `RestrictedMeanDifference`; `zeroDenominator` when a mean is zero (everybody had the event at time zero).
    public init(group: RestrictedMean, reference: RestrictedMean) throws(Undefined) {
        guard group.horizon == reference.horizon else { throw .outsideRange }
        guard group.estimate > 0, reference.estimate > 0 else { throw .zeroDenominator }
        guard let first = group.correctedVariance, let second = reference.correctedVariance else {
            throw .tooFewObservations(needed: 2)
        }
        let parts = (first / (group.estimate * group.estimate), second / (reference.estimate * reference.estimate))
        let variance = parts.0 + parts.1
        guard variance > 0 else { throw .zeroVariance }
        self.group = group
        self.reference = reference
        logStandardError = variance.squareRoot()
        let share = parts.0 / variance
        let rest = parts.1 / variance
        degreesOfFreedom = 1 / (share * share / group.degreesOfFreedom + rest * rest / reference.degreesOfFreedom)
    }

    public var count: Int { group.count + reference.count }
    public var estimate: Double { group.estimate / reference.estimate }
    public var pValue: Double { StudentT.twoSided(Double.log(estimate) / logStandardError, df: degreesOfFreedom) }

    public func interval(level: Double) throws(Undefined) -> Interval {
        guard level > 0, level < 1 else { throw .outsideRange }
        let half = StudentT.critical(level: level, df: degreesOfFreedom) * logStandardError
        return Interval(level: level, low: estimate * Double.exp(-half), high: estimate * Double.exp(half))
    }
}
