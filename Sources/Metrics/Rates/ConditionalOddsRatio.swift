import RealModule

/// Odds ratio given the margins of the table: the conditional maximum likelihood estimate with the exact interval.
///
/// Given the margins the events in the group have Fisher's noncentral hypergeometric distribution, P(k) in proportion to
/// C(n1, k) C(n0, m - k) w^k. Estimate: the w whose mean is the observed count. Limits: the w at which the tail from the observed
/// count on has half of 1 - level; never below the level. p: twice the smaller tail at w = 1, dual to that interval (Fisher's
/// two-sided p, `FisherExact`, is another convention and is not).
public struct ConditionalOddsRatio: GroupRatio {
    public static let method = "conditional_odds_ratio"
    public static let citation = "Cornfield (1956), Proceedings of the Third Berkeley Symposium 4:135-148; Breslow and Day (1980), Statistical Methods in Cancer Research 1, section 4.2"

    public let groupEvents: Int
    public let groupTotal: Int
    public let referenceEvents: Int
    public let referenceTotal: Int
    private let row: HypergeometricRow
    private let logWeights: [Double]

    /// - Throws: `noObservations` when a total is zero, `outsideRange` when events are not in 0...total, `zeroDenominator` when
    ///   nobody or everybody has the outcome (every odds ratio explains that equally well).
    public init(groupEvents: Int, groupTotal: Int, referenceEvents: Int, referenceTotal: Int) throws(Undefined) {
        (self.groupEvents, self.groupTotal) = try RateCheck.checked(groupEvents, of: groupTotal)
        (self.referenceEvents, self.referenceTotal) = try RateCheck.checked(referenceEvents, of: referenceTotal)
        let events = groupEvents + referenceEvents
        guard events > 0, events < groupTotal + referenceTotal else { throw .zeroDenominator }
        row = HypergeometricRow(events: events, groupTotal: groupTotal, referenceTotal: referenceTotal)
        logWeights = row.logWeights
    }

    public var groupCount: Int { groupTotal }
    public var referenceCount: Int { referenceTotal }
    public var groupValue: Double { Double(groupEvents) / Double(groupTotal) }
    public var referenceValue: Double { Double(referenceEvents) / Double(referenceTotal) }

    /// 0 or infinite when the observed count is the smallest or largest that the margins allow.
    public var estimate: Double {
        if isSmallest { return 0 }
        if isLargest { return .infinity }
        return Double.exp(Self.boundary { mean(logOdds: $0) < Double(groupEvents) })
    }

    public var pValue: Double {
        min(1, 2 * min(row.atMost(groupEvents), row.atLeast(groupEvents)))
    }

    public func interval(level: Double) -> Interval {
        let tail = (1 - level) / 2
        return Interval(
            level: level,
            low: isSmallest ? 0 : Double.exp(Self.boundary { share(logOdds: $0, observed...) < tail }),
            high: isLargest ? .infinity : Double.exp(Self.boundary { share(logOdds: $0, ...observed) > tail }))
    }

    /// Place of the observed count in the row.
    private var observed: Int { groupEvents - row.lowest }
    private var isSmallest: Bool { observed == 0 }
    private var isLargest: Bool { observed == logWeights.count - 1 }

    /// Relative probabilities at an odds ratio, the largest 1.
    private func terms(logOdds: Double) -> [Double] {
        let exponents = logWeights.enumerated().map { $1 + Double($0) * logOdds }
        let largest = exponents.reduce(-.infinity, max)
        return exponents.map { Double.exp($0 - largest) }
    }

    private func mean(logOdds: Double) -> Double {
        let terms = terms(logOdds: logOdds)
        let weighted = CompensatedSum(terms.enumerated().lazy.map { Double($0 + row.lowest) * $1 }).value
        return weighted / CompensatedSum(terms).value
    }

    private func share(logOdds: Double, _ counts: some RangeExpression<Int>) -> Double {
        let terms = terms(logOdds: logOdds)
        return CompensatedSum(terms[counts]).value / CompensatedSum(terms).value
    }

    /// The logarithm of an odds ratio where `isBelow` turns from true to false.
    private static func boundary(isBelow: (Double) -> Bool) -> Double {
        var (low, high) = (-1.0, 1.0)
        while !isBelow(low), low > -700 { low *= 2 }
        while isBelow(high), high < 700 { high *= 2 }
        return Bisection.boundary(low: low, high: high, isBelow: isBelow)
    }
}
