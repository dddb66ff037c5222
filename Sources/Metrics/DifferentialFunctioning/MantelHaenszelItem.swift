import RealModule

/// Differential functioning of one item by Mantel and Haenszel's common odds ratio over matched scores (Holland and Thayer 1988).
///
/// Within each score: A, B of the reference and C, D of the group answered right, wrong; alpha = sum(A D / N) / sum(B C / N) and
/// D-DIF = -2.35 ln(alpha), in units of the ETS delta scale. Negative: at the same score the item is harder for the group.
/// Positive and negative follow group minus reference everywhere; alpha above 1 favours the reference.
///
/// What is matched on contains the item itself and whatever other items function differently: see `MatchedItems` for purification.
public struct MantelHaenszelItem: Statistic {
    public static let method = "mantel_haenszel_d_dif"
    public static let citation =
        "Holland and Thayer (1988), in Wainer and Braun, Test Validity, 129-145; Phillips and Holland (1987), Biometrics 43:425-431"

    /// Whether a person solved the item (or agreed with it), and the score at which people are matched.
    public typealias Answer = (correct: Bool, score: Int)

    /// Odds ratio of the group over the reference: 1 / alpha.
    public let oddsRatio: MantelHaenszelOddsRatio
    /// D-DIF.
    public let estimate: Double
    /// Of D-DIF: 2.35 times that of the logarithm of alpha.
    public let standardError: Double
    /// Continuity-corrected Mantel-Haenszel chi-squared, 1 degree of freedom.
    public let test: CochranMantelHaenszel
    /// STD P-DIF: share solved by the group minus that of the reference, both weighted by the group's scores (Dorans and Kulick
    /// 1986). `coveredShare` says which part of the group has people of the reference at the same score.
    public let standardised: DirectStandardisation

    /// - Throws: `noObservations` when a side has nobody; `noInformativeStratum` when no score has people of both sides;
    ///   `zeroVariance` when at each such score all answers are the same; `zeroDenominator` when alpha is 0 or infinite.
    public init(group: [Answer], reference: [Answer]) throws(Undefined) {
        guard !group.isEmpty, !reference.isEmpty else { throw .noObservations }
        try self.init(strata: Self.strata(group: group, reference: reference).map(\.counts))
    }

    /// One stratum per score; events are right answers.
    public init(strata: [RateStratum]) throws(Undefined) {
        test = try CochranMantelHaenszel(strata: strata, continuity: .half)
        oddsRatio = try MantelHaenszelOddsRatio(strata: strata)
        standardError = Self.delta * (try oddsRatio.logStandardError())
        estimate = Self.delta * Double.log(oddsRatio.estimate)
        standardised = try DirectStandardisation(strata: strata, standard: .group)
    }

    /// People at scores that both sides have.
    public var count: Int { oddsRatio.count }

    /// Common odds ratio of the reference over the group; above 1 the item favours the reference.
    public var alpha: Double { 1 / oddsRatio.estimate }

    public var category: ItemCategory {
        ItemCategory(dDIF: estimate, standardError: standardError, pValue: test.pValue)
    }

    public func interval(level: Double) -> Interval {
        let half = Normal.critical(level: level) * standardError
        return Interval(level: level, low: estimate - half, high: estimate + half)
    }

    private static let delta = 2.35

    /// Counts per score, ascending.
    static func strata(group: [Answer], reference: [Answer]) -> [(score: Int, counts: RateStratum)] {
        var table: [Int: RateStratum] = [:]
        let nobody = RateStratum(groupEvents: 0, groupTotal: 0, referenceEvents: 0, referenceTotal: 0)
        for answer in group {
            table[answer.score, default: nobody].groupTotal += 1
            if answer.correct { table[answer.score, default: nobody].groupEvents += 1 }
        }
        for answer in reference {
            table[answer.score, default: nobody].referenceTotal += 1
            if answer.correct { table[answer.score, default: nobody].referenceEvents += 1 }
        }
        return table.sorted { $0.key < $1.key }.map { (score: $0.key, counts: $0.value) }
    }
}
