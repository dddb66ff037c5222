import RealModule

/// z test of equal rates on the logarithm of their ratio: ln(p1/p0) / sqrt((1 - p)/p (1/n1 + 1/n0)) with p the rate of both sides.
///
/// Holistic AI's `z_test_ratio`. Kept for comparison with its figures; the score tests hold their level better at small counts.
public struct PooledLogRatioZ: SignificanceTest, TwoRates {
    public static let method = "pooled_log_ratio_z"
    public static let citation = "Morris and Lobsenz (2000), Personnel Psychology 53:89-111"

    public let groupEvents: Double
    public let groupTotal: Double
    public let referenceEvents: Double
    public let referenceTotal: Double

    /// - Throws: as `TwoProportionZ`, and `zeroDenominator` when a side has no events (the logarithm is infinite).
    public init(groupEvents: Double, groupTotal: Double, referenceEvents: Double, referenceTotal: Double) throws(Undefined) {
        let pooled = try TwoProportionZ(
            groupEvents: groupEvents, groupTotal: groupTotal, referenceEvents: referenceEvents, referenceTotal: referenceTotal)
        guard groupEvents > 0, referenceEvents > 0 else { throw .zeroDenominator }
        self.groupEvents = pooled.groupEvents
        self.groupTotal = pooled.groupTotal
        self.referenceEvents = pooled.referenceEvents
        self.referenceTotal = pooled.referenceTotal
    }

    public var count: Int { groupCount + referenceCount }

    /// z; positive when the group has the higher rate.
    public var statistic: Double {
        let pooled = (groupEvents + referenceEvents) / (groupTotal + referenceTotal)
        return Double.log(groupValue / referenceValue) / ((1 - pooled) / pooled * (1 / groupTotal + 1 / referenceTotal)).squareRoot()
    }

    public var pValue: Double { Normal.twoSided(statistic) }
}
