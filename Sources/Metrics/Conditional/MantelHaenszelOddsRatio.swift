/// Common odds ratio over strata (group over reference) after Mantel and Haenszel.
///
/// | one stratum | with outcome | without | total |
/// |-------------|--------------|---------|-------|
/// | group       | a            | b       | n1    |
/// | reference   | c            | d       | n0    |
///
/// Estimate: R / S with R = sum(a d / N), S = sum(b c / N). Variance of its logarithm (Robins, Breslow and Greenland 1986), with
/// P = (a + d)/N, Q = (b + c)/N: sum(P ad/N)/(2 R^2) + sum(P bc/N + Q ad/N)/(2 R S) + sum(Q bc/N)/(2 S^2).
public struct MantelHaenszelOddsRatio: Statistic {
    public static let method = "mantel_haenszel_odds_ratio"
    public static let citation =
        "Mantel and Haenszel (1959), JNCI 22:719-748; Robins, Breslow and Greenland (1986), Biometrics 42:311-323"

    /// Which strata took part. One-sided and empty ones are counted here and have no weight.
    public let strata: StrataCounts
    /// People in strata that have both sides.
    public let count: Int
    /// Odds ratio, 0 when no stratum pairs a person of the group with the outcome and one of the reference without.
    public let estimate: Double
    private let logVariance: Double

    /// - Throws: `noInformativeStratum`; `zeroDenominator` when no stratum pairs a person of the group without the outcome and one
    ///   of the reference with it; `outsideRange` for events outside 0...total; `notFinite`.
    public init(strata: [RateStratum]) throws(Undefined) {
        let checked = try CheckedStrata(strata)
        func concordant(_ s: RateStratum) -> Double { s.groupEvents * s.referenceOthers / s.people }
        func discordant(_ s: RateStratum) -> Double { s.groupOthers * s.referenceEvents / s.people }
        func share(_ s: RateStratum) -> Double { (s.groupEvents + s.referenceOthers) / s.people }
        func rest(_ s: RateStratum) -> Double { (s.groupOthers + s.referenceEvents) / s.people }
        let r = checked.sum(concordant)
        let s = checked.sum(discordant)
        guard s > 0 else { throw .zeroDenominator }
        let first = checked.sum { share($0) * concordant($0) } / r / r
        let middle = checked.sum { share($0) * discordant($0) + rest($0) * concordant($0) } / r / s
        let last = checked.sum { rest($0) * discordant($0) } / s / s
        logVariance = (first + middle + last) / 2
        self.strata = checked.counts
        count = checked.people
        estimate = r / s
    }

    /// Standard error of the logarithm of the odds ratio.
    ///
    /// - Throws: `zeroDenominator` when the estimate is 0 and has no logarithm.
    public func logStandardError() throws(Undefined) -> Double {
        guard estimate > 0 else { throw .zeroDenominator }
        return logVariance.squareRoot()
    }

    /// - Throws: as `logStandardError()`.
    public func interval(level: Double) throws(Undefined) -> Interval {
        LogInterval.about(estimate, standardError: try logStandardError(), level: level)
    }
}
