import RealModule

/// Ratio of two independent rates with the logarithmic interval of Katz, Baptista, Azen and Pike (1978).
///
/// Limits: ratio * exp(-+ z s), s = sqrt((1 - p1)/x1 + (1 - p0)/x0). It is undefined where a side has no events, although such data
/// do say something: `KoopmanRatio` has an interval there.
public struct KatzRatio: GroupRatio, TwoRates {
    public static let method = "katz_log"
    public static let citation = "Katz, Baptista, Azen and Pike (1978), Biometrics 34:469-474"

    public let groupEvents: Double
    public let groupTotal: Double
    public let referenceEvents: Double
    public let referenceTotal: Double

    /// - Throws: `noObservations` when a total is zero, `outsideRange` when events are not in 0...total, `notFinite`,
    ///   `zeroDenominator` when a side has no events, `zeroVariance` when everybody on both sides has one (the interval would be a
    ///   point).
    public init(groupEvents: Double, groupTotal: Double, referenceEvents: Double, referenceTotal: Double) throws(Undefined) {
        (self.groupEvents, self.groupTotal) = try RateCheck.checked(groupEvents, of: groupTotal)
        (self.referenceEvents, self.referenceTotal) = try RateCheck.checked(referenceEvents, of: referenceTotal)
        guard groupEvents > 0, referenceEvents > 0 else { throw .zeroDenominator }
        guard groupEvents < groupTotal || referenceEvents < referenceTotal else { throw .zeroVariance }
    }

    public var estimate: Double { groupValue / referenceValue }

    /// Standard error of the logarithm of the ratio.
    public var logStandardError: Double {
        ((1 - groupValue) / groupEvents + (1 - referenceValue) / referenceEvents).squareRoot()
    }

    public var pValue: Double { Normal.twoSided(Double.log(estimate) / logStandardError) }

    public func interval(level: Double) -> Interval {
        LogInterval.about(estimate, standardError: logStandardError, level: level)
    }
}
