import Cohort
import Metrics

/// What a tie rule gives away, over many replayed lists: the attention of each place by the rule, beside its mean over all orders of the tied.
///
/// The same measure as `Metrics.TieAudit`, read from the lists themselves: the order is whatever the core made of it (a rule of data or a program),
/// and no matrix of distances is kept. Exactly equal distances are ties; nearly equal ones are not.
/// Source: McSherry and Najork (2008), ECIR, 414-421 (mean over the orders of tied items).
public struct TieExposure: Sendable, Equatable {
    /// How many ranks get attention, and how much each.
    public let depth: Int
    /// Lists with at least one place, and lists without any.
    public private(set) var lists = 0
    public private(set) var emptyLists = 0
    /// Lists whose first `depth` ranks depend on a tie.
    public private(set) var tiedLists = 0
    /// Lists in which a tie goes across the last of the `depth` ranks: the rule decides who is shown at all.
    public private(set) var cutLists = 0
    /// Pairs of places at exactly the same distance of a participant, both of which could stand within the first `depth` ranks.
    public private(set) var tiedPairs = 0
    /// Attention of each place, parallel to `Snapshot.workplaces`: by the rule, and on average over the orders of the tied.
    public private(set) var given: [Double]
    public private(set) var expected: [Double]

    init(depth: Int, places: Int) {
        self.depth = depth
        given = [Double](repeating: 0, count: places)
        expected = given
    }

    /// - Parameters:
    ///   - list: long enough to hold every place that is as near as the one at rank `depth`. Places that share a rank share its attention.
    ///   - weights: the attention of ranks 1...depth.
    mutating func add(_ list: ReplayedList, weights: [Double]) {
        guard !list.workplaces.isEmpty else {
            emptyLists += 1
            return
        }
        lists += 1
        var start = 0, isTied = false
        while start < min(depth, list.workplaces.count) {
            var end = start + 1
            while end < list.workplaces.count, list.distances[end] == list.distances[start] { end += 1 }
            let size = end - start
            let attention = weights[start..<min(end, depth)].reduce(0, +) / Double(size)
            if size > 1 {
                isTied = true
                tiedPairs += size * (size - 1) / 2
                if end > depth { cutLists += 1 }
            }
            for rank in start..<end {
                let byRule = size == 1 || list.sharesRanks ? attention : rank < depth ? weights[rank] : 0
                given[list.workplaces[rank]] += byRule
                expected[list.workplaces[rank]] += attention
            }
            start = end
        }
        if isTied { tiedLists += 1 }
    }

    mutating func add(_ other: TieExposure) {
        lists += other.lists
        emptyLists += other.emptyLists
        tiedLists += other.tiedLists
        cutLists += other.cutLists
        tiedPairs += other.tiedPairs
        for place in given.indices {
            given[place] += other.given[place]
            expected[place] += other.expected[place]
        }
    }

    /// What each place gets by the rule beyond its mean over the orders of the tied. They add up to 0: what one place is given another lacks.
    public var gifts: [Double] { zip(given, expected).map { $0 - $1 } }

    /// Share of all attention that the rule moves: half the sum of the sizes of the gifts over the whole. 0 when nothing is tied, `nil` without lists.
    public var movedShare: Double? {
        guard lists > 0 else { return nil }
        return tiedLists == 0 ? 0 : CompensatedSum(gifts.map(abs)).value / 2 / CompensatedSum(given).value
    }
}
