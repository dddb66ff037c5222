/// How decisions and outcomes of one group's people went together.
///
/// Every rate throws where nobody is in its denominator: a true positive rate of a group without positives is undefined, never 0.
public struct ConfusionCounts: Sendable, Equatable {
    /// Selected, with the outcome.
    public let truePositives: Int
    /// Selected, without the outcome.
    public let falsePositives: Int
    /// Not selected, with the outcome.
    public let falseNegatives: Int
    /// Not selected, without the outcome.
    public let trueNegatives: Int

    /// - Throws: `outsideRange` for a negative count. All may be zero: an absent group has counts, but no rates.
    public init(truePositives: Int, falsePositives: Int, falseNegatives: Int, trueNegatives: Int) throws(Undefined) {
        let counts = [truePositives, falsePositives, falseNegatives, trueNegatives]
        guard counts.allSatisfy({ $0 >= 0 && $0 < 1 << 50 }) else { throw .outsideRange }
        self.init(checked: (truePositives, falsePositives, falseNegatives, trueNegatives))
    }

    /// - Throws: `unequalLengths`.
    public init(outcomes: [Bool], selected: [Bool]) throws(Undefined) {
        guard outcomes.count == selected.count else { throw .unequalLengths }
        let pairs = zip(outcomes, selected)
        self.init(checked: (
            pairs.count { $0 && $1 }, pairs.count { !$0 && $1 }, pairs.count { $0 && !$1 }, pairs.count { !$0 && !$1 }))
    }

    private init(checked counts: (Int, Int, Int, Int)) {
        (truePositives, falsePositives, falseNegatives, trueNegatives) = counts
    }

    public var positives: Int { truePositives + falseNegatives }
    public var negatives: Int { falsePositives + trueNegatives }
    public var selected: Int { truePositives + falsePositives }
    public var notSelected: Int { falseNegatives + trueNegatives }
    public var total: Int { positives + negatives }

    /// Share selected.
    public func selectionRate() throws(Undefined) -> Double { try Self.share(selected, of: total) }
    /// Share with the outcome.
    public func prevalence() throws(Undefined) -> Double { try Self.share(positives, of: total) }
    public func accuracy() throws(Undefined) -> Double { try Self.share(truePositives + trueNegatives, of: total) }
    /// Sensitivity: share selected of those with the outcome.
    public func truePositiveRate() throws(Undefined) -> Double { try Self.share(truePositives, of: positives) }
    public func falseNegativeRate() throws(Undefined) -> Double { try Self.share(falseNegatives, of: positives) }
    public func falsePositiveRate() throws(Undefined) -> Double { try Self.share(falsePositives, of: negatives) }
    /// Specificity.
    public func trueNegativeRate() throws(Undefined) -> Double { try Self.share(trueNegatives, of: negatives) }
    /// Precision: share with the outcome of those selected.
    public func positivePredictiveValue() throws(Undefined) -> Double { try Self.share(truePositives, of: selected) }
    public func falseDiscoveryRate() throws(Undefined) -> Double { try Self.share(falsePositives, of: selected) }
    public func falseOmissionRate() throws(Undefined) -> Double { try Self.share(falseNegatives, of: notSelected) }
    public func negativePredictiveValue() throws(Undefined) -> Double { try Self.share(trueNegatives, of: notSelected) }
    /// Share of everybody who was selected without the outcome (the "false positive share" of some published audits).
    public func falsePositiveShare() throws(Undefined) -> Double { try Self.share(falsePositives, of: total) }

    /// The counts of two groups, or of two files of one group, together.
    public static func + (first: ConfusionCounts, second: ConfusionCounts) -> ConfusionCounts {
        ConfusionCounts(checked: (
            first.truePositives + second.truePositives, first.falsePositives + second.falsePositives,
            first.falseNegatives + second.falseNegatives, first.trueNegatives + second.trueNegatives))
    }

    private static func share(_ part: Int, of whole: Int) throws(Undefined) -> Double {
        guard whole > 0 else { throw .zeroDenominator }
        return Double(part) / Double(whole)
    }
}
