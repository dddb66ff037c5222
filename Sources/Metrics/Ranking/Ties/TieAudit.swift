/// What the tie rule of a ranker gives away: attention by the rule against attention if ties were broken at random.
///
/// A fixed rule (the lower number first) gives the same places the better rank in every list. For each workplace: the attention it gets by the rule, less
/// the mean over all orders of the tied. Exactly equal distances are ties; nearly equal ones are not. The estimate is the part of all
/// attention that the rule moves: half the sum of absolute differences over the whole, 0 when nothing is tied.
public struct TieAudit: DescriptiveStatistic {
    public static let method = "tie_exposure"
    public static let citation = "McSherry and Najork (2008), ECIR, 414-421 (mean over the orders of tied items)"

    /// Participants with a list, and those who have none.
    public let count: Int
    public let withoutList: Int
    public let depth: Int
    /// Lists in which the first `depth` places depend on a tie, and those in which a tie goes across the cut, so that the rule decides who is shown.
    public let tiedLists: Int
    public let cutLists: Int
    /// Workplaces that share their distance with another among those that could be shown, summed over the lists.
    public let tiedPlaces: Int
    /// Attention of each workplace by the rule and on average over orders of the tied, summed over the lists.
    public let given: [Double]
    public let expected: [Double]
    public let estimate: Double

    /// - Throws: `outsideRange` for a depth below 1, `noObservations` when nobody has a list, and what the tie rule throws.
    public init(_ distances: DistanceMatrix, ties: TieRule, discount: Discount, depth: Int) throws(Undefined) {
        guard depth >= 1 else { throw .outsideRange }
        let weights = (0..<depth).map { discount.weight(rank: $0 + 1) }
        var given = [CompensatedSum](repeating: CompensatedSum(), count: distances.workplaces)
        var expected = given
        var (lists, tiedLists, cutLists, tiedPlaces) = (0, 0, 0, 0)
        for participant in 0..<distances.participants {
            let start = participant * distances.workplaces
            let tiers = try TiedRanking.tiers(ascending: Array(distances.values[start..<(start + distances.workplaces)]))
            guard !tiers.isEmpty else { continue }
            lists += 1
            var rank = 0
            var isTied = false
            for tier in tiers {
                guard rank < depth else { break }
                let shared = weights[rank..<min(rank + tier.count, depth)]
                let each = CompensatedSum(shared).value / Double(tier.count)
                if tier.count > 1 {
                    isTied = true
                    tiedPlaces += tier.count
                    if rank + tier.count > depth { cutLists += 1 }
                }
                for (offset, place) in try ties.order(tier, list: participant).enumerated() {
                    if rank + offset < depth { given[place].add(weights[rank + offset]) }
                    expected[place].add(each)
                }
                rank += tier.count
            }
            if isTied { tiedLists += 1 }
        }
        guard lists > 0 else { throw .noObservations }
        count = lists
        withoutList = distances.participants - lists
        self.depth = depth
        self.tiedLists = tiedLists
        self.cutLists = cutLists
        self.tiedPlaces = tiedPlaces
        self.given = given.map(\.value)
        self.expected = expected.map(\.value)
        let moved = CompensatedSum(zip(self.given, self.expected).map { abs($0 - $1) }).value / 2
        estimate = tiedLists == 0 ? 0 : moved / CompensatedSum(self.given).value
    }

    /// What each workplace gets by the rule beyond the average over orders; sums to 0.
    public var gifts: [Double] { zip(given, expected).map { $0 - $1 } }
}
