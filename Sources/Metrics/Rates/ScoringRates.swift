/// Share of each group that scores above the median of everybody, for algorithms that score instead of select.
///
/// As New York City's rules on automated employment decision tools ask (6 RCNY 5-300): the median of all people of all groups together
/// (mean of the two middle scores when their number is even), and strictly above it. People at the median are not above; with many ties
/// far fewer than half may be, in the extreme nobody.
public struct ScoringRates: Sendable, Equatable {
    public static let method = "scoring_rate_above_median"
    public static let citation = "New York City Department of Consumer and Worker Protection (2023), 6 RCNY 5-300 and 5-301"

    public let median: Double
    /// People of each group above the median.
    public let above: [Int]
    /// People of each group.
    public let totals: [Int]

    /// - Parameter groups: the scores of the people of each group. A group without people is allowed; its rate is undefined.
    /// - Throws: `noObservations` when there are no people at all, `notFinite`.
    public init(_ groups: [[Double]]) throws(Undefined) {
        let scores = groups.flatMap(\.self).sorted()
        guard !scores.isEmpty else { throw .noObservations }
        guard groups.allSatisfy({ $0.allSatisfy(\.isFinite) }) else { throw .notFinite }
        let middle = scores.count / 2
        // Half of either, whose sum cannot overflow.
        let median = scores.count % 2 == 1 ? scores[middle] : scores[middle - 1] / 2 + scores[middle] / 2
        self.median = median
        above = groups.map { group in group.count { $0 > median } }
        totals = groups.map(\.count)
    }

    public var count: Int { totals.reduce(0, +) }

    /// Share of a group above the median, as a rate with an interval. The interval takes the median as given.
    ///
    /// - Throws: `noObservations` for a group without people.
    public func rate(_ group: Int) throws(Undefined) -> Wilson {
        try Wilson(events: Double(above[group]), total: Double(totals[group]))
    }

    /// Rate of a group over that of a named reference group.
    ///
    /// - Throws: `noObservations` when either has no people, `zeroDenominator` when nobody of the reference is above the median.
    public func impactRatio(_ group: Int, reference: Int) throws(Undefined) -> Double {
        let (rate, other) = (try rate(group).estimate, try self.rate(reference).estimate)
        guard other > 0 else { throw .zeroDenominator }
        return rate / other
    }

    /// Rate of a group over the highest rate of any group with people, as the rules define the impact ratio.
    ///
    /// The highest rate is picked by the data: with equal groups it lies above the common rate, so all these ratios are drawn below 1.
    /// - Throws: `noObservations` when the group has no people, `zeroDenominator` when nobody at all is above the median (all tied).
    public func impactRatioToHighest(_ group: Int) throws(Undefined) -> Double {
        let rate = try rate(group).estimate
        var highest = 0.0
        for other in totals.indices where totals[other] > 0 { highest = max(highest, Double(above[other]) / Double(totals[other])) }
        guard highest > 0 else { throw .zeroDenominator }
        return rate / highest
    }
}
