/// Pooled z test of equal rates: (p1 - p0) / sqrt(p(1 - p)(1/n1 + 1/n0)) with p the rate of both sides together.
///
/// Its square is Pearson's chi-squared without correction. The score test of `MiettinenNurminen` divides it by sqrt(N/(N - 1)).
public struct TwoProportionZ: SignificanceTest, TwoRates {
    public static let method = "two_proportion_z"
    public static let citation = "Fleiss, Levin and Paik (2003), Statistical Methods for Rates and Proportions, 3rd ed., section 3.1"

    public let groupEvents: Double
    public let groupTotal: Double
    public let referenceEvents: Double
    public let referenceTotal: Double

    /// - Throws: `noObservations` when a total is zero, `outsideRange` when events are not in 0...total, `notFinite`,
    ///   `zeroVariance` when nobody or everybody has the outcome.
    public init(groupEvents: Double, groupTotal: Double, referenceEvents: Double, referenceTotal: Double) throws(Undefined) {
        (self.groupEvents, self.groupTotal) = try RateCheck.checked(groupEvents, of: groupTotal)
        (self.referenceEvents, self.referenceTotal) = try RateCheck.checked(referenceEvents, of: referenceTotal)
        let events = groupEvents + referenceEvents
        guard events > 0, events < groupTotal + referenceTotal else { throw .zeroVariance }
    }

    public var count: Int { groupCount + referenceCount }

    /// z; positive when the group has the higher rate.
    public var statistic: Double {
        let pooled = (groupEvents + referenceEvents) / (groupTotal + referenceTotal)
        return (groupValue - referenceValue) / (pooled * (1 - pooled) * (1 / groupTotal + 1 / referenceTotal)).squareRoot()
    }

    public var pValue: Double { Normal.twoSided(statistic) }
}
