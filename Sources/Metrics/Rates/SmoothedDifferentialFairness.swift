import RealModule

/// Empirical differential fairness of selections with a Dirichlet prior: the largest |ln ratio| of smoothed shares over pairs of groups
/// and both outcomes (selected, not selected).
///
/// Share of a group: (events + c/2) / (people + c), c the concentration. 0 is equality. The prior keeps empty cells finite, and pulls
/// small groups towards 1/2: a group of nobody has exactly 1/2, so an absent group is refused instead.
public struct SmoothedDifferentialFairness: DescriptiveStatistic, Equatable {
    public static let method = "smoothed_empirical_differential_fairness"
    public static let citation = "Foulds, Islam, Keya and Pan (2020), IEEE 36th International Conference on Data Engineering, 1918-1921"

    public let events: [Int]
    public let totals: [Int]
    public let concentration: Double

    /// - Throws: `unequalLengths`, `tooFewObservations(needed: 2)` with fewer than two groups, `noObservations` for a group without people,
    ///   `outsideRange` for events not in 0...total or a concentration that is not positive and finite.
    public init(events: [Int], totals: [Int], concentration: Double = 1) throws(Undefined) {
        guard events.count == totals.count else { throw .unequalLengths }
        guard events.count >= 2 else { throw .tooFewObservations(needed: 2) }
        guard concentration > 0, concentration.isFinite else { throw .outsideRange }
        for (part, whole) in zip(events, totals) { _ = try RateCheck.checked(part, of: whole) }
        self.events = events
        self.totals = totals
        self.concentration = concentration
    }

    public var count: Int { totals.reduce(0, +) }

    public var estimate: Double {
        func spread(_ counts: [Int]) -> Double {
            let logs = zip(counts, totals).map { Double.log((Double($0) + concentration / 2) / (Double($1) + concentration)) }
            return logs.reduce(-.infinity, max) - logs.reduce(.infinity, min)
        }
        return max(spread(events), spread(zip(events, totals).map { $1 - $0 }))
    }
}
