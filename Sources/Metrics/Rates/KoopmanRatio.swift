/// Ratio of two independent rates with the score interval of Koopman (1984).
///
/// All ratios whose score (p1 - r p0) over its error at the most likely rates with that ratio is within the critical value; the
/// same as Koopman's chi-squared. p: the score at ratio 1, which is the pooled two-proportion z. At no events in the group the
/// lower limit is 0; at none in the reference the estimate and the upper limit are infinite, and the lower limit says what is
/// known. Events need not be whole.
public struct KoopmanRatio: GroupRatio, TwoRates {
    public static let method = "koopman"
    public static let citation = "Koopman (1984), Biometrics 40:513-517"

    public let groupEvents: Double
    public let groupTotal: Double
    public let referenceEvents: Double
    public let referenceTotal: Double

    /// - Throws: `noObservations` when a total is zero, `outsideRange` when events are not in 0...total, `notFinite`,
    ///   `zeroDenominator` when nobody on either side has the outcome (0/0).
    public init(groupEvents: Double, groupTotal: Double, referenceEvents: Double, referenceTotal: Double) throws(Undefined) {
        (self.groupEvents, self.groupTotal) = try RateCheck.checked(groupEvents, of: groupTotal)
        (self.referenceEvents, self.referenceTotal) = try RateCheck.checked(referenceEvents, of: referenceTotal)
        try RatioScore.checked(self)
    }

    private var score: RatioScore<Self> { RatioScore(rates: self, inflation: 1) }

    public var estimate: Double { score.estimate }
    public var pValue: Double { score.pValue }
    public func interval(level: Double) -> Interval { score.interval(level: level) }
}
