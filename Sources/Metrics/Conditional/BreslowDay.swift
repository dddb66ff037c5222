/// Test of "the odds ratio is the same in every stratum" (Breslow and Day 1980), with or without Tarone's correction (1985).
///
/// Statistic: sum (a - e)^2 / v over strata that have both sides and both outcomes, where e is the count that the stratum's margins
/// and the common Mantel-Haenszel odds ratio give (a root of a quadratic) and
/// 1/v = 1/e + 1/(m - e) + 1/(n1 - e) + 1/(n0 - m + e). Tarone: minus (sum a - sum e)^2 / sum v, because that odds ratio is not the
/// most likely one. Chi-squared with (strata used - 1) degrees of freedom.
///
/// A small p says that one adjusted figure does not describe all strata; a large p does not show that it does. Needs fair numbers
/// in every stratum: with many strata of a few people the statistic is not chi-squared.
public struct BreslowDay: SignificanceTest {
    public static let method = "breslow_day"
    public static let citation = "Breslow and Day (1980), IARC Scientific Publications 32, 4.4; Tarone (1985), Biometrika 72:91-95"

    public enum Correction: String, Sendable, CaseIterable {
        case none
        case tarone
    }

    public let correction: Correction
    /// Which strata have both sides.
    public let strata: StrataCounts
    /// Strata that have both sides and both outcomes: only these have an odds ratio to compare.
    public let strataUsed: Int
    /// People in them.
    public let count: Int
    public let commonOddsRatio: Double
    public let statistic: Double
    public let degreesOfFreedom: Int
    public let pValue: Double

    /// - Throws: what `MantelHaenszelOddsRatio` throws; `zeroDenominator` when the common odds ratio is 0;
    ///   `tooFewStrata(needed: 2)` when fewer than two strata have both sides and both outcomes.
    public init(strata: [RateStratum], correction: Correction) throws(Undefined) {
        let common = try MantelHaenszelOddsRatio(strata: strata)
        guard common.estimate > 0 else { throw .zeroDenominator }
        let used = strata.filter { $0.isInformative && $0.events > 0 && $0.events < $0.people }
        guard used.count > 1 else { throw .tooFewStrata(needed: 2) }
        var distances = CompensatedSum()
        var excess = CompensatedSum()
        var variances = CompensatedSum()
        for stratum in used {
            let fitted = Self.fitted(stratum, oddsRatio: common.estimate)
            let variance = 1 / (1 / fitted + 1 / (stratum.events - fitted) + 1 / (stratum.groupTotal - fitted)
                + 1 / (stratum.referenceTotal - stratum.events + fitted))
            let distance = stratum.groupEvents - fitted
            distances.add(distance * distance / variance)
            excess.add(distance)
            variances.add(variance)
        }
        let taken = correction == .tarone ? excess.value * excess.value / variances.value : 0
        guard distances.value.isFinite, taken.isFinite else { throw .notFinite }
        self.correction = correction
        self.strata = common.strata
        strataUsed = used.count
        count = Int(CompensatedSum(used.map(\.people)).value.rounded())
        commonOddsRatio = common.estimate
        // By Cauchy-Schwarz the difference is not negative; rounding may make it so when all strata agree.
        statistic = max(0, distances.value - taken)
        degreesOfFreedom = used.count - 1
        pValue = ChiSquared.survival(statistic, df: Double(degreesOfFreedom))
    }

    /// The count of group members with the outcome at which the stratum's margins give this odds ratio.
    static func fitted(_ stratum: RateStratum, oddsRatio: Double) -> Double {
        let (n1, n0, m) = (stratum.groupTotal, stratum.referenceTotal, stratum.events)
        // (1 - psi) e^2 + (psi (n1 + m) + n0 - m) e - psi n1 m = 0; the form without cancellation of either sign of the middle term.
        let a = 1 - oddsRatio
        let b = oddsRatio * (n1 + m) + n0 - m
        let c = oddsRatio * n1 * m
        let root = (b * b + 4 * a * c).squareRoot()
        return b >= 0 ? 2 * c / (b + root) : (root - b) / (2 * a)
    }
}
