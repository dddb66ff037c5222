import RealModule

/// Odds ratio of two independent rates with the logarithmic interval of Woolf (1955).
///
/// Estimate x1 (n0 - x0) / (x0 (n1 - x1)); limits: estimate * exp(-+ z s) with s the root of the sum of the four counts' inverses.
/// No half is ever added: with an empty cell it is undefined, and `ConditionalOddsRatio` has an interval there.
public struct WoolfOddsRatio: GroupRatio, TwoRates {
    public static let method = "woolf_log"
    public static let citation = "Woolf (1955), Annals of Human Genetics 19:251-253"

    public let groupEvents: Double
    public let groupTotal: Double
    public let referenceEvents: Double
    public let referenceTotal: Double

    /// - Throws: `noObservations` when a total is zero, `outsideRange` when events are not in 0...total, `notFinite`,
    ///   `zeroDenominator` when a side has nobody with, or nobody without, the outcome.
    public init(groupEvents: Double, groupTotal: Double, referenceEvents: Double, referenceTotal: Double) throws(Undefined) {
        (self.groupEvents, self.groupTotal) = try RateCheck.checked(groupEvents, of: groupTotal)
        (self.referenceEvents, self.referenceTotal) = try RateCheck.checked(referenceEvents, of: referenceTotal)
        guard groupEvents > 0, referenceEvents > 0, groupEvents < groupTotal, referenceEvents < referenceTotal else {
            throw .zeroDenominator
        }
    }

    public var estimate: Double {
        groupEvents / (groupTotal - groupEvents) * ((referenceTotal - referenceEvents) / referenceEvents)
    }

    /// Standard error of the logarithm of the odds ratio.
    public var logStandardError: Double {
        let group = 1 / groupEvents + 1 / (groupTotal - groupEvents)
        return (group + 1 / referenceEvents + 1 / (referenceTotal - referenceEvents)).squareRoot()
    }

    public var pValue: Double { Normal.twoSided(Double.log(estimate) / logStandardError) }

    public func interval(level: Double) -> Interval {
        LogInterval.about(estimate, standardError: logStandardError, level: level)
    }
}
