import RealModule

/// Hedges' g: Cohen's d, (mean of the group - mean of the reference)/pooled standard deviation, made smaller for small samples.
///
/// g = J(df) d, df = n + m - 2, J exact = Gamma(df/2) / (sqrt(df/2) Gamma((df - 1)/2)); `.approximate` is the usual 1 - 3/(4 df - 1).
/// Interval: exact for normal values with equal spreads, for the effect (mu_1 - mu_0)/sigma of the people themselves: the noncentralities
/// for which the observed t = d/sqrt(1/n + 1/m) lies on either tail, times sqrt(1/n + 1/m). It is not shrunk by J, since it belongs to the
/// effect and not to an estimator; it always contains d (at 2 P(t) >= 1 - level) and in tiny samples g lies left of its middle.
public struct HedgesG: Statistic {
    public static let method = "hedges_g"
    public static let citation = "Hedges (1981), Journal of Educational Statistics 6:107-128; interval: Steiger and Fouladi (1997)"

    /// Which small-sample factor.
    public enum Correction: Sendable, Equatable {
        case exact
        case approximate
    }

    public let groupCount: Int
    public let referenceCount: Int
    /// Cohen's d, not corrected.
    public let cohensD: Double
    public let correction: Correction

    /// - Throws: `noObservations`, `notFinite`, `tooFewObservations(needed: 2)` when both sides together have fewer than four values
    ///   (with one degree of freedom J is zero), `zeroVariance`.
    public init(group: [Double], reference: [Double], correction: Correction = .exact) throws(Undefined) {
        let first = try Summary(group)
        let second = try Summary(reference)
        guard first.count + second.count >= 4 else { throw .tooFewObservations(needed: 2) }
        cohensD = try first.standardisedDifference(from: second)
        groupCount = first.count
        referenceCount = second.count
        self.correction = correction
    }

    public var count: Int { groupCount + referenceCount }
    public var degreesOfFreedom: Double { Double(count - 2) }
    public var estimate: Double { cohensD * Self.factor(df: degreesOfFreedom, correction) }

    /// - Throws: `outsideRange` unless `level` is in (0, 1).
    public func interval(level: Double) throws(Undefined) -> Interval {
        guard level > 0, level < 1 else { throw .outsideRange }
        let scale = (1 / Double(groupCount) + 1 / Double(referenceCount)).squareRoot()
        let t = cohensD / scale
        let tail = (1 - level) / 2
        let low = NoncentralT.noncentrality(t, df: degreesOfFreedom, probability: 1 - tail)
        let high = NoncentralT.noncentrality(t, df: degreesOfFreedom, probability: tail)
        return Interval(level: level, low: low * scale, high: high * scale)
    }

    /// J for df > 1; 0 at df = 1. Relative error below 1e-14.
    public static func factor(df: Double, _ correction: Correction = .exact) -> Double {
        switch correction {
        case .approximate: return 1 - 3 / (4 * df - 1)
        case .exact:
            guard df > 1 else { return df == 1 ? 0 : .nan }
            // Stirling's formula for both gammas; what it leaves over separately, so nothing large cancels.
            let a = df / 2
            let exponent = -(a - 1) * Double.log(onePlus: -0.5 / a) - 0.5
                + SaddlePoint.stirlingError(a) - SaddlePoint.stirlingError(a - 0.5)
            return Double.exp(exponent)
        }
    }
}
