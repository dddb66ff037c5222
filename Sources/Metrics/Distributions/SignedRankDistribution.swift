/// Exact null distribution of Wilcoxon's signed rank sum: the sum of the ranks with a plus, when each of n different sizes gets plus or
/// minus with equal chance.
///
/// W = w happens in the w-th coefficient of the product of (1 + q^i), i = 1...n, out of 2^n sign patterns; all in whole numbers.
/// Source: Wilcoxon (1945), Biometrics Bulletin 1:80-83.
public struct SignedRankDistribution: Sendable {
    /// Largest number of differences for which the counts are made.
    public static let maximumCount = 100

    public let count: Int
    private let cumulative: [Int128]

    /// - Throws: `noObservations` for a count below 1, `outsideRange` above `maximumCount`.
    public init(count: Int) throws(Undefined) {
        guard count > 0 else { throw .noObservations }
        guard count <= Self.maximumCount else { throw .outsideRange }
        self.count = count
        var counts = [Int128](repeating: 0, count: count * (count + 1) / 2 + 1)
        counts[0] = 1
        for rank in 1...count {
            for sum in stride(from: rank * (rank + 1) / 2, through: rank, by: -1) { counts[sum] += counts[sum - rank] }
        }
        for sum in counts.indices.dropFirst() { counts[sum] += counts[sum - 1] }
        cumulative = counts
    }

    /// The largest possible sum, n(n + 1)/2.
    public var largest: Int { cumulative.count - 1 }

    /// P(W <= w).
    public func cdf(_ w: Int) -> Double {
        if w < 0 { return 0 }
        if w >= largest { return 1 }
        return Double(cumulative[w]) / Double(cumulative[largest])
    }

    /// Two-sided p of an observed sum: twice the smaller tail, at most 1.
    public func twoSided(_ w: Int) -> Double {
        min(1, 2 * cdf(min(w, largest - w)))
    }

    /// The largest c with 2 P(W <= c) < 1 - level; -1 when even W = 0 is not rejected.
    public func rejected(level: Double) -> Int {
        RankTail.rejected(level: level, through: largest) { cdf($0) }
    }
}
