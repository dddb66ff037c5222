/// Exact null distribution of the Mann-Whitney count U: pairs (one of the group, one of the reference) in which the group's value is the
/// larger, when every order of the pooled values is equally likely and no two are equal.
///
/// U = u happens in the u-th coefficient of the Gaussian binomial "n + m choose n" out of C(n + m, n) orders. The coefficients are built by
/// multiplying with (1 - q^(m + i)) and dividing by (1 - q^i), in whole numbers, so each count is exact; a probability is one division.
/// Source: Mann and Whitney (1947), Annals of Mathematical Statistics 18:50-60; van de Wiel (2001) for the generating function.
public struct RankSumDistribution: Sendable {
    /// Largest number of pairs for which the counts are made (50 against 50, 10 against 250, ...).
    public static let maximumPairs = 2_500

    public let groupCount: Int
    public let referenceCount: Int
    /// Orders with U <= u, for u = 0, 1, ... pairs.
    private let cumulative: [Int128]

    /// - Throws: `noObservations` when a side is empty, `outsideRange` when there are more than `maximumPairs` pairs.
    public init(groupCount: Int, referenceCount: Int) throws(Undefined) {
        guard groupCount > 0, referenceCount > 0 else { throw .noObservations }
        let (pairs, overflow) = groupCount.multipliedReportingOverflow(by: referenceCount)
        guard !overflow, pairs <= Self.maximumPairs else { throw .outsideRange }
        self.groupCount = groupCount
        self.referenceCount = referenceCount
        let few = min(groupCount, referenceCount)
        let many = max(groupCount, referenceCount)
        var counts = [Int128](repeating: 0, count: pairs + 1)
        counts[0] = 1
        for factor in 1...few {
            for power in stride(from: pairs, through: many + factor, by: -1) { counts[power] -= counts[power - many - factor] }
            for power in stride(from: factor, through: pairs, by: 1) { counts[power] += counts[power - factor] }
        }
        for power in counts.indices.dropFirst() { counts[power] += counts[power - 1] }
        cumulative = counts
    }

    public var pairs: Int { cumulative.count - 1 }

    /// P(U <= u).
    public func cdf(_ u: Int) -> Double {
        if u < 0 { return 0 }
        if u >= pairs { return 1 }
        return Double(cumulative[u]) / Double(cumulative[pairs])
    }

    /// Two-sided p of an observed U: twice the smaller tail, at most 1. The distribution is symmetric about half the pairs.
    public func twoSided(_ u: Int) -> Double {
        min(1, 2 * cdf(min(u, pairs - u)))
    }

    /// The largest c with 2 P(U <= c) < 1 - level: counts up to c on either side are rejected. -1 when even U = 0 is not.
    public func rejected(level: Double) -> Int {
        RankTail.rejected(level: level, through: pairs) { cdf($0) }
    }
}

/// What the two exact rank distributions share.
enum RankTail {
    static func rejected(level: Double, through last: Int, cdf: (Int) -> Double) -> Int {
        let alpha = 1 - level
        // Binary search for the first c that is not rejected.
        var low = 0
        var high = last + 1
        while low < high {
            let middle = (low + high) / 2
            if 2 * cdf(middle) < alpha { low = middle + 1 } else { high = middle }
        }
        return low - 1
    }
}
