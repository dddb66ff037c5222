import RealModule

/// Difference of two directly standardised rates, group minus reference, for a named standard population.
///
/// Only strata with people of both sides take part: in the others one side has no rate. The share of the standard population that
/// they cover is given, and the weights are scaled to sum to 1 over them.
///
/// Interval of the difference d from the limits of the two rates (Zou and Donner 2008):
/// d - sqrt((p1 - l1)^2 + (u0 - p0)^2), d + sqrt((u1 - p1)^2 + (p0 - l0)^2); with one stratum this is Newcombe's interval. The
/// standard population counts as known.
public struct DirectStandardisation: Statistic {
    public static let method = "direct_standardisation"
    public static let citation = StandardisedRate.citation

    /// Whose composition both sides are given.
    public enum Standard: Sendable, Equatable {
        /// Group and reference together.
        case everybody
        case group
        case reference
        /// A weight of at least 0 per stratum, in the order of the strata; need not sum to 1.
        case weights([Double])
    }

    public let standard: Standard
    public let strata: StrataCounts
    public let group: StandardisedRate
    public let reference: StandardisedRate
    /// Share of the standard population that is in strata with both sides: 1 when nothing had to be left out.
    public let coveredShare: Double

    /// - Throws: `noInformativeStratum`; `unequalLengths` when there are not as many weights as strata; `outsideRange` for a
    ///   negative weight or events outside 0...total; `zeroDenominator` when the standard population has nobody in a stratum with
    ///   both sides; `notFinite`.
    public init(strata: [RateStratum], standard: Standard) throws(Undefined) {
        let checked = try CheckedStrata(strata)
        let weights: [Double]
        switch standard {
        case .everybody: weights = strata.map(\.people)
        case .group: weights = strata.map(\.groupTotal)
        case .reference: weights = strata.map(\.referenceTotal)
        case .weights(let given): weights = given
        }
        guard weights.count == strata.count else { throw .unequalLengths }
        guard weights.allSatisfy(\.isFinite) else { throw .notFinite }
        guard weights.allSatisfy({ $0 >= 0 }) else { throw .outsideRange }
        let used = zip(strata, weights).filter { $0.0.isInformative }
        let total = CompensatedSum(weights).value
        let covered = CompensatedSum(used.map(\.1)).value
        guard covered > 0 else { throw .zeroDenominator }
        guard total.isFinite else { throw .notFinite }
        self.standard = standard
        self.strata = checked.counts
        coveredShare = covered / total
        group = StandardisedRate(cells: used.map { ($0.1 / covered, $0.0.groupEvents, $0.0.groupTotal) })
        reference = StandardisedRate(cells: used.map { ($0.1 / covered, $0.0.referenceEvents, $0.0.referenceTotal) })
    }

    /// People in strata that have both sides.
    public var count: Int { group.count + reference.count }
    public var estimate: Double { group.estimate - reference.estimate }

    /// Standardised rate of the group over that of the reference.
    ///
    /// - Throws: `zeroDenominator` when the latter is 0.
    public func ratio() throws(Undefined) -> Double {
        guard reference.estimate > 0 else { throw .zeroDenominator }
        return group.estimate / reference.estimate
    }

    public func interval(level: Double) throws(Undefined) -> Interval {
        let first = try group.interval(level: level)
        let second = try reference.interval(level: level)
        let down = Double.hypot(group.estimate - first.low, second.high - reference.estimate)
        let up = Double.hypot(first.high - group.estimate, reference.estimate - second.low)
        return Interval(level: level, low: max(-1, estimate - down), high: min(1, estimate + up))
    }
}
