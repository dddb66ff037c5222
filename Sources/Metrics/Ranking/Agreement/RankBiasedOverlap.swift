import RealModule

/// Rank-biased overlap: agreement of two lists that need not rank the same things nor be equally long, the top weighing most.
///
/// RBO = (1 - p) * sum over depths d of p^(d-1) * A_d, with A_d the number shared among the first d of both, over d, and p the chance
/// to read on. Beyond the lists A_d is unknown, so there are four figures: `truncated` (the depths seen; their weights add up to
/// 1 - p^l, so it cannot reach 1), `minimum` and `maximum` over all continuations, and the estimate, extrapolated, which lets the agreement
/// at the end go on (Webber et al., equation 32, also for lists of unequal length). Identical lists have an estimate of exactly 1,
/// lists without anything in common exactly 0.
///
/// Ties: the mean over all orders of the tied, each equally likely (variant a of Corsi and Urbano), from the chance of each item to
/// stand among the first d. All four figures are linear in the overlaps that ties can move, so these are exact means. A list
/// with ties therefore does not agree fully with its own copy: what a tie leaves open is not agreement.
public struct RankBiasedOverlap: DescriptiveStatistic {
    public static let method = "rank_biased_overlap_extrapolated"
    public static let citation = "Webber, Moffat and Zobel (2010), ACM Transactions on Information Systems 28(4):20; ties: Corsi and Urbano (2024), SIGIR, 251-260, variant a"

    public let persistence: Double
    /// Length of the shorter and of the longer list, and how many items they share.
    public let shorter: Int
    public let longer: Int
    public let shared: Int
    public let truncated: Double
    /// The smallest and the largest value any continuation of the lists could have.
    public let minimum: Double
    public let maximum: Double
    /// The extrapolated value.
    public let estimate: Double

    /// Lists without ties.
    ///
    /// - Parameter persistence: strictly between 0 and 1; .9 puts 86 % of the weight on the first ten.
    /// - Throws: `noObservations` for an empty list, `outsideRange` for another persistence or an item that is twice in a list.
    public init<Item: Hashable>(_ first: [Item], _ second: [Item], persistence: Double) throws(Undefined) {
        try self.init(tiers: first.map { [$0] }, second.map { [$0] }, persistence: persistence)
    }

    /// Lists in which items may share a rank: tiers from the first place down.
    ///
    /// - Throws: as above; `noObservations` also for an empty tier.
    public init<Item: Hashable>(tiers first: [[Item]], _ second: [[Item]], persistence: Double) throws(Undefined) {
        guard !first.isEmpty, !second.isEmpty else { throw .noObservations }
        guard !first.contains(where: \.isEmpty), !second.contains(where: \.isEmpty) else { throw .noObservations }
        guard persistence > 0, persistence < 1 else { throw .outsideRange }
        let spans = (Self.spans(first), Self.spans(second))
        let lengths = (first.reduce(0) { $0 + $1.count }, second.reduce(0) { $0 + $1.count })
        guard spans.0.count == lengths.0, spans.1.count == lengths.1 else { throw .outsideRange }
        let (s, l) = (min(lengths.0, lengths.1), max(lengths.0, lengths.1))
        // In order of the first list, so that sums have the same bits in every run.
        let common = first.flatMap { $0 }.compactMap { item in
            spans.0[item].flatMap { one in spans.1[item].map { (one, $0) } }
        }
        let overlaps = Self.overlaps(common, l)
        let (atShort, atLong) = (overlaps[s - 1], overlaps[l - 1])

        var seen = CompensatedSum()
        var agreed = CompensatedSum()
        var different = CompensatedSum()
        var power = 1.0
        for depth in 1...l {
            let weight = (1 - persistence) * power
            let overlap = overlaps[depth - 1]
            // The end of the shorter list goes on with the agreement it had.
            let assumed = depth <= s ? overlap : overlap + atShort * Double(depth - s) / Double(s)
            seen.add(weight * overlap / Double(depth))
            agreed.add(weight * assumed / Double(depth))
            different.add(weight * (Double(depth) - assumed) / Double(depth))
            power *= persistence
        }
        let lasting = (atLong - atShort) / Double(l) + atShort / Double(s)
        agreed.add(power * lasting)
        different.add(power * (1 - lasting))
        self.persistence = persistence
        shorter = s
        longer = l
        shared = common.count
        truncated = seen.value
        // The smaller side is the accurate one, and it makes both ends exact.
        estimate = agreed.value < different.value ? agreed.value : 1 - different.value
        minimum = min(1, seen.value + (1 - persistence) / persistence * atLong * Self.harmonicRest(after: l, persistence))
        maximum = Self.maximum(overlaps, s, l, persistence)
    }

    /// Items on both lists.
    public var count: Int { shared }

    /// How much the unseen rest could add.
    public var residual: Double { maximum - minimum }

    /// Truncated value over the weight of the depths seen, 1 - p^l: in 0...1, and 1 for identical lists up to rounding.
    public var truncatedShare: Double {
        truncated / -Double.expMinusOne(Double(longer) * Double.log(persistence))
    }

    /// First and last rank of each item's tier.
    private static func spans<Item: Hashable>(_ tiers: [[Item]]) -> [Item: (Int, Int)] {
        var spans: [Item: (Int, Int)] = [:]
        var rank = 1
        for tier in tiers {
            for item in tier { spans[item] = (rank, rank + tier.count - 1) }
            rank += tier.count
        }
        return spans
    }

    /// Expected number of items that both lists have among their first d, for d = 1...l.
    private static func overlaps(_ common: [((Int, Int), (Int, Int))], _ l: Int) -> [Double] {
        // Items that are certainly in from a depth on are counted whole, so that lists without ties have whole overlaps.
        var certain = [Int](repeating: 0, count: l + 1)
        var possible = [Double](repeating: 0, count: l + 1)
        for (a, b) in common {
            let end = max(a.1, b.1)
            certain[end] += 1
            for depth in stride(from: max(a.0, b.0), to: end, by: 1) {
                possible[depth] += chance(a, depth) * chance(b, depth)
            }
        }
        var sure = 0
        return (1...l).map { depth in
            sure += certain[depth]
            return Double(sure) + possible[depth]
        }
    }

    private static func chance(_ span: (Int, Int), _ depth: Int) -> Double {
        depth >= span.1 ? 1 : Double(depth - span.0 + 1) / Double(span.1 - span.0 + 1)
    }

    /// Sum over d > m of p^d / d, directly: the closed form ln(1/(1-p)) less the first m terms cancels.
    private static func harmonicRest(after m: Int, _ p: Double) -> Double {
        var sum = CompensatedSum()
        var depth = Double(m + 1)
        var power = Double.exp(depth * Double.log(p))
        while true {
            let term = power / depth
            sum.add(term)
            // What is left is below term * p / (1 - p).
            if term * p < 1e-17 * (1 - p) * sum.value || term < 1e-300 { return sum.value }
            power *= p
            depth += 1
        }
    }

    /// One less what even the best continuation misses: every new item completes a pair as soon as one is left to complete.
    private static func maximum(_ overlaps: [Double], _ s: Int, _ l: Int, _ p: Double) -> Double {
        let complete = l + s - Int(overlaps[l - 1].rounded())
        var missing = CompensatedSum()
        var weight = 1 - p
        for depth in 1...max(l, complete) {
            let best = overlaps[min(depth, l) - 1] + Double(max(0, depth - s)) + Double(max(0, depth - l))
            missing.add(weight * max(0, Double(depth) - best) / Double(depth))
            weight *= p
        }
        return 1 - missing.value
    }
}
