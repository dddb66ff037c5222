/// How far the rates of several groups lie apart: the highest minus the lowest, and other summaries without direction.
///
/// A description, not an estimate to be tested: with equal groups the highest minus the lowest is above zero in every sample (.13 on
/// average for eight groups of 100), so it has no interval around zero and excludes nothing. A percentile bootstrap of it lies wholly
/// above zero in practically every sample of equal groups. What can be judged are named differences (`MiettinenNurminen`).
public struct RateSpread: DescriptiveStatistic, Equatable {
    public static let method = "rate_spread"
    public static let citation = "Weerts et al. (2023), Journal of Machine Learning Research 24(257), group metric aggregations"

    public let events: [Int]
    public let totals: [Int]

    /// - Throws: `tooFewObservations(needed: 2)` with fewer than two groups, `unequalLengths`, `outsideRange`, `zeroDenominator` when a
    ///   group has nobody in the denominator: it is neither left out nor given a rate of 0.
    public init(events: [Int], totals: [Int]) throws(Undefined) {
        guard events.count == totals.count else { throw .unequalLengths }
        guard events.count >= 2 else { throw .tooFewObservations(needed: 2) }
        for (part, whole) in zip(events, totals) {
            guard whole != 0 else { throw .zeroDenominator }
            _ = try RateCheck.checked(part, of: whole)
        }
        self.events = events
        self.totals = totals
    }

    /// Demographic parity: the spread of the selection rates.
    public static func selection(_ groups: [ConfusionCounts]) throws(Undefined) -> RateSpread {
        try RateSpread(events: groups.map(\.selected), totals: groups.map(\.total))
    }

    /// Equal opportunity: the spread of the true positive rates.
    public static func truePositives(_ groups: [ConfusionCounts]) throws(Undefined) -> RateSpread {
        try RateSpread(events: groups.map(\.truePositives), totals: groups.map(\.positives))
    }

    /// Predictive equality: the spread of the false positive rates.
    public static func falsePositives(_ groups: [ConfusionCounts]) throws(Undefined) -> RateSpread {
        try RateSpread(events: groups.map(\.falsePositives), totals: groups.map(\.negatives))
    }

    public var count: Int { totals.reduce(0, +) }
    public var rates: [Double] { zip(events, totals).map { Double($0) / Double($1) } }
    /// Rate of all groups together.
    public var overall: Double { Double(events.reduce(0, +)) / Double(count) }

    /// Highest minus lowest rate.
    public var estimate: Double { (rates.max() ?? 0) - (rates.min() ?? 0) }

    /// Lowest over highest rate.
    ///
    /// - Throws: `zeroDenominator` when all rates are zero.
    public func ratio() throws(Undefined) -> Double {
        guard let highest = rates.max(), let lowest = rates.min(), highest > 0 else { throw .zeroDenominator }
        return lowest / highest
    }

    /// Largest distance of a group's rate from the overall rate. With two groups of equal size it is half of the estimate.
    public var largestDistanceToOverall: Double {
        rates.reduce(0) { max($0, abs($1 - overall)) }
    }

    /// The smallest ratio of a group's rate and the overall rate, the smaller of the two on top.
    ///
    /// - Throws: `zeroDenominator` when all rates are zero.
    public func smallestRatioToOverall() throws(Undefined) -> Double {
        guard overall > 0 else { throw .zeroDenominator }
        return rates.reduce(1) { min($0, $1 / overall, $1 > 0 ? overall / $1 : 0) }
    }
}
