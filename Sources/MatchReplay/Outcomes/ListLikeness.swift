import Metrics

/// How far two lists of one person agree. Places are numbers; where a list came from does not matter.
public struct ListLikeness: Sendable, Equatable {
    /// Shared places among the first k, over k (`Metrics.ListOverlap`).
    public let overlap: Result<Double, Unavailable>
    /// Rank-biased overlap of the lists as they were given, extrapolated (`Metrics.RankBiasedOverlap`).
    public let rankBiasedOverlap: Result<Double, Unavailable>

    /// - Parameters:
    ///   - depth: k.
    ///   - persistence: p, the chance to read on to the next place; .9 puts 86 % of the weight on the first ten.
    public init(_ first: [Int], _ second: [Int], depth: Int, persistence: Double) {
        guard !first.isEmpty, !second.isEmpty else {
            overlap = .failure(.noList)
            rankBiasedOverlap = .failure(.noList)
            return
        }
        overlap =
            min(first.count, second.count) < depth
            ? .failure(.shorterThan(depth: depth))
            : Unavailable.result { () throws(Undefined) in try ListOverlap(first, second, depth: depth).estimate }
        rankBiasedOverlap = Unavailable.result { () throws(Undefined) in
            try RankBiasedOverlap(first, second, persistence: persistence).estimate
        }
    }
}
