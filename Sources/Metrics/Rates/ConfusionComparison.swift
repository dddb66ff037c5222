import RealModule

/// Signed comparisons of the decisions on a group with those on its reference, as AIF360 and Aequitas name them.
///
/// All are group minus (or over) reference, and throw where a rate they need is undefined. They describe; intervals come from
/// `MiettinenNurminen` and `KoopmanRatio` on the counts of the rate in question.
public struct ConfusionComparison: Sendable, Equatable {
    public static let method = "confusion_comparison"
    public static let citation = "Hardt, Price and Srebro (2016), Advances in Neural Information Processing Systems 29"

    public let group: ConfusionCounts
    public let reference: ConfusionCounts

    public init(group: ConfusionCounts, reference: ConfusionCounts) {
        self.group = group
        self.reference = reference
    }

    public func selectionRateDifference() throws(Undefined) -> Double {
        try group.selectionRate() - reference.selectionRate()
    }

    /// - Throws: `zeroDenominator` when a side is empty or nobody of the reference is selected.
    public func impactRatio() throws(Undefined) -> Double {
        let (rate, other) = (try group.selectionRate(), try reference.selectionRate())
        guard other > 0 else { throw .zeroDenominator }
        return rate / other
    }

    public func truePositiveRateDifference() throws(Undefined) -> Double {
        try group.truePositiveRate() - reference.truePositiveRate()
    }

    public func falsePositiveRateDifference() throws(Undefined) -> Double {
        try group.falsePositiveRate() - reference.falsePositiveRate()
    }

    /// Mean of the two differences above. They may cancel: a difference of 0 is not equalised odds.
    public func averageOddsDifference() throws(Undefined) -> Double {
        try (truePositiveRateDifference() + falsePositiveRateDifference()) / 2
    }

    /// (n_group - n_reference) / (n_group + n_reference).
    ///
    /// - Throws: `zeroDenominator` when both sides are empty.
    public func classImbalance() throws(Undefined) -> Double {
        let people = group.total + reference.total
        guard people > 0 else { throw .zeroDenominator }
        return Double(group.total - reference.total) / Double(people)
    }

    /// Kullback-Leibler divergence of the group's share of selected and not selected from the reference's, in nats: the sum of
    /// q ln(q/p) with q the reference's shares and p the group's.
    ///
    /// - Throws: `zeroDenominator` when a side is empty, or the group has a share of 0 where the reference has none (infinite).
    public func selectionDivergence() throws(Undefined) -> Double {
        let (rate, other) = (try group.selectionRate(), try reference.selectionRate())
        var sum = 0.0
        for (p, q) in [(rate, other), (1 - rate, 1 - other)] where q > 0 {
            guard p > 0 else { throw .zeroDenominator }
            sum += q * Double.log(q / p)
        }
        return max(0, sum)
    }
}
