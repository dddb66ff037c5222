/// Over all pairs (one of the group, one of the reference): how often the group's value is larger, equal, smaller.
///
/// Two sorted lists and one pass, O(N log N); the pairs themselves are never made. All counts are whole numbers and exact.
package struct Dominance: Sendable, Equatable {
    package let groupCount: Int
    package let referenceCount: Int
    package let wins: Int
    package let ties: Int
    /// Sum over the group of (reference values below - reference values above)^2, and over the reference the same the other way round.
    package let groupSquares: Int128
    package let referenceSquares: Int128
    /// Sum of t^3 - t over the blocks of equal values of both sides together.
    package let tieTerm: Double

    /// - Throws: `noObservations`, `notFinite`.
    package init(group: [Double], reference: [Double]) throws(Undefined) {
        let samples = try TwoSamples(group: group, reference: reference)
        let (n, m) = (samples.groupCount, samples.referenceCount)
        var (wins, ties, tieTerm) = (0, 0, 0.0)
        var (groupSquares, referenceSquares): (Int128, Int128) = (0, 0)
        var (groupBefore, referenceBefore) = (0, 0)
        for step in samples.steps {
            let (groupBlock, referenceBlock) = (step.group - groupBefore, step.reference - referenceBefore)
            let block = Double(groupBlock + referenceBlock)
            wins += groupBlock * referenceBefore
            ties += groupBlock * referenceBlock
            tieTerm += block * block * block - block
            let overReference = Int128(referenceBefore - (m - step.reference))
            let overGroup = Int128(groupBefore - (n - step.group))
            groupSquares += Int128(groupBlock) * overReference * overReference
            referenceSquares += Int128(referenceBlock) * overGroup * overGroup
            (groupBefore, referenceBefore) = (step.group, step.reference)
        }
        groupCount = n
        referenceCount = m
        self.wins = wins
        self.ties = ties
        self.groupSquares = groupSquares
        self.referenceSquares = referenceSquares
        self.tieTerm = tieTerm
    }

    package var pairs: Int { groupCount * referenceCount }
    package var losses: Int { pairs - wins - ties }

    /// Mann and Whitney's U of the group: pairs won, ties half.
    package var u: Double { Double(wins) + Double(ties) / 2 }

    /// Every value of one side lies above every value of the other.
    package var isSeparated: Bool { wins == pairs || losses == pairs }

    /// Variance (n - 1) over the group of its members' mean dominance over the reference; nil for one member.
    package var groupVariance: Double? { variance(groupSquares, count: groupCount, others: referenceCount) }
    package var referenceVariance: Double? { variance(referenceSquares, count: referenceCount, others: groupCount) }

    private func variance(_ squares: Int128, count: Int, others: Int) -> Double? {
        guard count > 1 else { return nil }
        let sum = Int128(wins - losses)
        // Exact up to here: nothing cancels in floating point.
        let numerator = Double(Int128(count) * squares - sum * sum)
        return numerator / Double(count) / Double(count - 1) / Double(others) / Double(others)
    }
}
