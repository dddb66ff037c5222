import RealModule

/// Test of "the strata have the same effect", about the common effect of Mantel and Haenszel.
///
/// Statistic: sum((y - common)^2 / v), chi-squared with (strata used - 1) degrees of freedom; y and v are a stratum's own effect and variance,
/// of a difference of rates, or of the logarithm of their ratio or odds ratio. It is the Q of `metafor`'s `rma.mh`, with its conventions: strata
/// in which everybody or nobody has the outcome take no part, and half a person is added to each cell of a stratum that has an empty one. The
/// common effect rests on all strata as they are.
///
/// It needs fair numbers in every stratum; for odds ratios `BreslowDay` needs no halves.
public struct MantelHaenszelHeterogeneity: SignificanceTest {
    public static let method = "mantel_haenszel_q"
    public static let citation =
        "Cochran (1954), Biometrics 10:101-129; Mantel and Haenszel (1959), JNCI 22:719-748; Viechtbauer (2010), Journal of Statistical Software "
        + "36(3):1-48"

    public enum Measure: Sendable, CaseIterable {
        case riskDifference
        case riskRatio
        case oddsRatio
    }

    public let measure: Measure
    /// Strata that have both sides and both outcomes.
    public let strataUsed: Int
    /// People in them.
    public let count: Int
    /// Of Mantel and Haenszel; the logarithm of a ratio.
    public let commonEffect: Double
    public let statistic: Double
    public let degreesOfFreedom: Int
    public let pValue: Double

    /// - Throws: what `MantelHaenszelRiskDifference`, `MantelHaenszelRiskRatio` or `MantelHaenszelOddsRatio` throws; `zeroDenominator` when a
    ///   common ratio is 0; `tooFewStrata(needed: 2)` when fewer than two strata have both sides and both outcomes.
    public init(strata: [RateStratum], measure: Measure) throws(Undefined) {
        let common = try Self.common(strata, measure)
        let used = strata.filter { $0.isInformative && $0.events > 0 && $0.events < $0.people }
        guard used.count > 1 else { throw .tooFewStrata(needed: 2) }
        self.measure = measure
        strataUsed = used.count
        count = Int(CompensatedSum(used.map(\.people)).value.rounded())
        commonEffect = common
        statistic = CompensatedSum(used.map {
            let (effect, variance) = Self.own($0, measure)
            return (effect - common) * (effect - common) / variance
        }).value
        degreesOfFreedom = used.count - 1
        pValue = ChiSquared.survival(statistic, df: Double(degreesOfFreedom))
    }

    private static func common(_ strata: [RateStratum], _ measure: Measure) throws(Undefined) -> Double {
        let ratio: Double
        switch measure {
        case .riskDifference: return try MantelHaenszelRiskDifference(strata: strata).estimate
        case .riskRatio: ratio = try MantelHaenszelRiskRatio(strata: strata).estimate
        case .oddsRatio: ratio = try MantelHaenszelOddsRatio(strata: strata).estimate
        }
        guard ratio > 0 else { throw .zeroDenominator }
        return Double.log(ratio)
    }

    /// A stratum's effect and its variance, halves added where a cell is empty.
    private static func own(_ stratum: RateStratum, _ measure: Measure) -> (effect: Double, variance: Double) {
        let cells = [stratum.groupEvents, stratum.groupOthers, stratum.referenceEvents, stratum.referenceOthers]
        let half = cells.contains(0) ? 0.5 : 0
        let (a, b, c, d) = (cells[0] + half, cells[1] + half, cells[2] + half, cells[3] + half)
        let (n1, n0) = (a + b, c + d)
        return switch measure {
        case .riskDifference: (a / n1 - c / n0, a / n1 * (b / n1) / n1 + c / n0 * (d / n0) / n0)
        case .riskRatio: (Double.log(a / n1 / (c / n0)), b / n1 / a + d / n0 / c)
        case .oddsRatio: (Double.log(a / b * (d / c)), 1 / a + 1 / b + 1 / c + 1 / d)
        }
    }
}
