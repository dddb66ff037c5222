/// Ratio of two independent rates with the score interval of Miettinen and Nurminen (1985): Koopman's with the variance times
/// N/(N - 1), and so never narrower.
///
/// p: the score at ratio 1, the same as that of the difference (`MiettinenNurminen`), so the two never contradict each other.
public struct MiettinenNurminenRatio: GroupRatio, TwoRates {
    public static let method = "miettinen_nurminen_ratio"
    public static let citation = "Miettinen and Nurminen (1985), Statistics in Medicine 4:213-226"

    public let groupEvents: Double
    public let groupTotal: Double
    public let referenceEvents: Double
    public let referenceTotal: Double

    /// - Throws: `noObservations` when a total is zero, `outsideRange` when events are not in 0...total or both totals together
    ///   are at most 1, `notFinite`, `zeroDenominator` when nobody on either side has the outcome (0/0).
    public init(groupEvents: Double, groupTotal: Double, referenceEvents: Double, referenceTotal: Double) throws(Undefined) {
        (self.groupEvents, self.groupTotal) = try RateCheck.checked(groupEvents, of: groupTotal)
        (self.referenceEvents, self.referenceTotal) = try RateCheck.checked(referenceEvents, of: referenceTotal)
        guard groupTotal + referenceTotal > 1 else { throw .outsideRange }
        try RatioScore.checked(self)
    }

    private var score: RatioScore<Self> {
        let people = groupTotal + referenceTotal
        return RatioScore(rates: self, inflation: people / (people - 1))
    }

    public var estimate: Double { score.estimate }
    public var pValue: Double { score.pValue }
    public func interval(level: Double) -> Interval { score.interval(level: level) }
}
