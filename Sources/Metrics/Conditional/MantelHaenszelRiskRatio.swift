import RealModule

/// Common ratio of two rates over strata (group over reference) with Mantel-Haenszel weights.
///
/// Estimate: R / S with R = sum(a n0 / N) and S = sum(c n1 / N); a of n1 people of the group and c of n0 of the reference have
/// the outcome, N = n1 + n0. Variance of its logarithm (Greenland and Robins 1985; consistent for many small strata and for few
/// large ones): sum[(n1 n0 (a + c) - a c N) / N^2] / (R S). The interval is symmetric in the logarithm, as in `metafor`'s `rma.mh`.
public struct MantelHaenszelRiskRatio: Statistic {
    public static let method = "mantel_haenszel_risk_ratio"
    public static let citation =
        "Mantel and Haenszel (1959), JNCI 22:719-748; Greenland and Robins (1985), Biometrics 41:55-68"

    /// Which strata took part. One-sided and empty ones are counted here and have no weight.
    public let strata: StrataCounts
    /// People in strata that have both sides.
    public let count: Int
    /// Rate ratio, 0 when nobody of the group has the outcome.
    public let estimate: Double
    private let logVariance: Double

    /// - Throws: `noInformativeStratum`; `zeroDenominator` when nobody of the reference has the outcome in a stratum with both
    ///   sides; `outsideRange` for events outside 0...total; `notFinite`.
    public init(strata: [RateStratum]) throws(Undefined) {
        let checked = try CheckedStrata(strata)
        let group = checked.sum { $0.groupEvents * $0.referenceTotal / $0.people }
        let reference = checked.sum { $0.referenceEvents * $0.groupTotal / $0.people }
        guard reference > 0 else { throw .zeroDenominator }
        // (n1 n0 (a + c) - a c N) / N^2 as a sum without subtraction: with b = n1 - a and d = n0 - c it is (a n1 d + c n0 b) / N^2.
        let spread = checked.sum {
            ($0.groupEvents * $0.groupTotal * $0.referenceOthers + $0.referenceEvents * $0.referenceTotal * $0.groupOthers)
                / ($0.people * $0.people)
        }
        self.strata = checked.counts
        count = checked.people
        estimate = group / reference
        logVariance = spread / (group * reference)
    }

    /// Standard error of the logarithm of the ratio.
    ///
    /// - Throws: `zeroDenominator` when the estimate is 0 and has no logarithm, `zeroVariance` when everybody has the outcome.
    public func logStandardError() throws(Undefined) -> Double {
        guard estimate > 0 else { throw .zeroDenominator }
        guard logVariance > 0 else { throw .zeroVariance }
        return logVariance.squareRoot()
    }

    /// - Throws: as `logStandardError()`.
    public func interval(level: Double) throws(Undefined) -> Interval {
        LogInterval.about(estimate, standardError: try logStandardError(), level: level)
    }
}
