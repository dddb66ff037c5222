/// Test of "no association between group and outcome within strata" (Cochran 1954; Mantel and Haenszel 1959).
///
/// Statistic: (|sum(a - E)| - correction)^2 / sum(V), chi-squared with 1 degree of freedom, with E = n1 m / N and
/// V = n1 n0 m (N - m) / (N^2 (N - 1)) where m people of the stratum's N have the outcome.
///
/// Both conventions for continuity are in use and give different p values on the same data, so the caller must name one. Without a
/// correction the test keeps its level on average; with it, it never exceeds the level and misses differences that are there.
public struct CochranMantelHaenszel: SignificanceTest {
    public static let method = "cochran_mantel_haenszel"
    public static let citation = "Cochran (1954), Biometrics 10:417-451; Mantel and Haenszel (1959), JNCI 22:719-748"

    public enum Continuity: String, Sendable, CaseIterable {
        /// No correction, as in statsmodels' default and in audits that refuse to hide a small disparity.
        case none
        /// Half a person is taken off the distance, as in R's `mantelhaen.test` default; a distance below one half counts as none.
        case half
    }

    public let continuity: Continuity
    /// Which strata took part. One-sided and empty ones are counted here and have no weight.
    public let strata: StrataCounts
    /// People in strata that have both sides.
    public let count: Int
    /// sum(a - E): people of the group with the outcome beyond what their strata would give; negative when too few.
    public let excess: Double
    public let statistic: Double
    public let pValue: Double

    /// - Throws: `noInformativeStratum`; `zeroVariance` when in every informative stratum all people have the same outcome;
    ///   `outsideRange` for events outside 0...total or an informative stratum of at most one person; `notFinite`.
    public init(strata: [RateStratum], continuity: Continuity) throws(Undefined) {
        let checked = try CheckedStrata(strata)
        guard checked.informative.allSatisfy({ $0.people > 1 }) else { throw .outsideRange }
        // a - n1 m / N = (a n0 - c n1) / N
        let excess = checked.sum { ($0.groupEvents * $0.referenceTotal - $0.referenceEvents * $0.groupTotal) / $0.people }
        let variance = checked.sum {
            $0.weight * ($0.events / $0.people) * (($0.people - $0.events) / ($0.people - 1))
        }
        guard variance > 0 else { throw .zeroVariance }
        let distance = max(0, abs(excess) - (continuity == .half ? 0.5 : 0))
        self.continuity = continuity
        self.strata = checked.counts
        count = checked.people
        self.excess = excess
        statistic = distance * distance / variance
        pValue = Normal.twoSided(distance / variance.squareRoot())
    }
}
