/// Cohen's d of two rates: (p1 - p0) / sqrt((p1(1 - p1) + p0(1 - p0)) / 2), the plain mean of the two variances as divisor.
///
/// A description in units of spread; intervals belong to the difference itself (`MiettinenNurminen`).
public struct StandardisedRateDifference: DescriptiveStatistic, TwoRates {
    public static let method = "cohen_d_of_rates"
    public static let citation = "Cohen (1988), Statistical Power Analysis for the Behavioral Sciences, 2nd ed., section 2.2"

    public let groupEvents: Double
    public let groupTotal: Double
    public let referenceEvents: Double
    public let referenceTotal: Double

    /// - Throws: `noObservations` when a total is zero, `outsideRange` when events are not in 0...total, `notFinite`,
    ///   `zeroVariance` when both rates are 0 or 1.
    public init(groupEvents: Double, groupTotal: Double, referenceEvents: Double, referenceTotal: Double) throws(Undefined) {
        (self.groupEvents, self.groupTotal) = try RateCheck.checked(groupEvents, of: groupTotal)
        (self.referenceEvents, self.referenceTotal) = try RateCheck.checked(referenceEvents, of: referenceTotal)
        guard variance > 0 else { throw .zeroVariance }
    }

    public var count: Int { groupCount + referenceCount }
    public var estimate: Double { (groupValue - referenceValue) / variance.squareRoot() }

    private var variance: Double {
        (groupValue * (1 - groupValue) + referenceValue * (1 - referenceValue)) / 2
    }
}
