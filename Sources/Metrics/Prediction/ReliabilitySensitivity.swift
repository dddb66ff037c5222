/// The intercept difference of Cleary's parallel lines as it would be without the predictor's measurement error, for assumed
/// reliabilities.
///
/// With reliability r (share of the spread within a group that is not error, the same in both) the slope is b / r and the
/// intercept difference c - b (1 - r)/r (mean predictor of group - of reference): errors in variables with known reliability
/// (Fuller 1987), for linear outcomes consistent. A predictor that measures with error takes away only part of a true difference
/// between the groups, and what is left looks like a difference in prediction; this says how much of c is that.
///
/// Standard error: covariance of c and b, and the sampling of the two predictor means; the reliability itself is assumed.
public struct ReliabilitySensitivity: Sendable {
    public static let method = "errors_in_variables"
    public static let citation = "Fuller (1987), Measurement Error Models, 1.2 and 3.1; Linn and Werts (1971), Journal of Educational Measurement 8:1-4"

    /// What is assumed where no reliability is known.
    public static let assumed = [0.7, 0.8, 0.9]

    /// As computed from the scores, as if they had no error.
    public let observed: CorrectedIntercept
    /// One per assumed reliability, in the order given.
    public let corrected: [CorrectedIntercept]
    /// The reliability in (0, 1) at which the intercept difference is zero and below which it has the other sign; nil when no
    /// reliability turns it.
    public let signTurnsAt: Double?

    /// True when the difference points the same way at every assumed reliability as it does in the scores. Where it is false the
    /// finding may be measurement error alone and supports no more than a signal.
    ///
    /// Where it is true that is no proof: in simulations without any difference (true gap .8, reliability .7, 100 against 400) the F
    /// test was significant in a fifth of the runs, and in practically all of those the sign held. `isSettled(level:)` was true in 3 %.
    public var signHolds: Bool {
        let sign = observed.estimate
        return sign != 0 && corrected.allSatisfy { $0.estimate * sign > 0 }
    }

    /// True when moreover each interval at this level leaves out zero.
    public func isSettled(level: Double) -> Bool {
        signHolds && (corrected + [observed]).allSatisfy { $0.interval(level: level).excludes(0) }
    }

    /// `covariance` is that of (constant, slope, intercept difference).
    init(
        intercept: Double, slope: Double, covariance: [[Double]], degreesOfFreedom: Double, group: [Double], reference: [Double],
        reliabilities: [Double]
    ) throws(Undefined) {
        guard !reliabilities.isEmpty else { throw .noObservations }
        guard reliabilities.allSatisfy({ $0 > 0 && $0 <= 1 }) else { throw .outsideRange }
        let first = try Summary(group)
        let second = try Summary(reference)
        guard let groupVariance = first.sampleVariance, let referenceVariance = second.sampleVariance else {
            throw .tooFewObservations(needed: 2)
        }
        let gap = first.mean - second.mean
        let gapVariance = groupVariance / Double(first.count) + referenceVariance / Double(second.count)
        func point(_ reliability: Double) -> CorrectedIntercept {
            let error = (1 - reliability) / reliability
            let weight = -error * gap
            let variance = covariance[2][2] + 2 * weight * covariance[1][2] + weight * weight * covariance[1][1]
                + slope * slope * error * error * gapVariance
            return CorrectedIntercept(
                reliability: reliability, count: first.count + second.count, estimate: intercept + weight * slope,
                standardError: max(0, variance).squareRoot(), degreesOfFreedom: degreesOfFreedom)
        }
        observed = point(1)
        corrected = reliabilities.map(point)
        guard (corrected + [observed]).allSatisfy({ $0.standardError > 0 }) else { throw .zeroVariance }
        let odds = intercept / (slope * gap)
        signTurnsAt = odds > 0 && odds.isFinite ? 1 / (1 + odds) : nil
    }
}

/// The intercept difference under one assumed reliability, in units of the outcome (logistic: log odds).
public struct CorrectedIntercept: Statistic {
    public static let method = ReliabilitySensitivity.method
    public static let citation = ReliabilitySensitivity.citation

    /// In (0, 1]; 1 is the scores as they are.
    public let reliability: Double
    public let count: Int
    public let estimate: Double
    public let standardError: Double
    public let degreesOfFreedom: Double

    public func interval(level: Double) -> Interval {
        let half = StudentT.critical(level: level, df: degreesOfFreedom) * standardError
        return Interval(level: level, low: estimate - half, high: estimate + half)
    }
}
