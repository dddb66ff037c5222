/// Prefixes of a list in which some group has fewer places than its share, rounded down, entitles it to (Yang, Gkatzelis and Stoyanovich 2019).
///
/// A prefix of i places is infeasible for group g when count_g(i) < floor(share_g * i). `index`: prefixes infeasible for at least one group.
/// `infeasibleCount`: pairs of (prefix, group) that are infeasible. All prefixes 1...k count, the last one included. A description without a chance
/// model: even lists have infeasible prefixes; a test is `FinitePoolPrefixTest`.
public struct InfeasiblePrefixes: DescriptiveStatistic {
    public static let method = "infeasible_index"
    public static let citation = "Yang, Gkatzelis and Stoyanovich (2019), IJCAI 6035-6042; Gorantla, Deshpande and Louis (2021), ICML"

    /// Places of the list.
    public let count: Int
    /// Prefixes that are infeasible for at least one group.
    public let index: Int
    /// Pairs of a prefix and a group for which it is infeasible.
    public let infeasibleCount: Int
    /// Lengths of the infeasible prefixes, ascending.
    public let prefixes: [Int]

    /// Share of the prefixes that are infeasible.
    public var estimate: Double { Double(index) / Double(count) }

    /// - Parameter shares: what each class of items is entitled to, in order of the classes; nil: its share of the pool. A class that is absent
    ///   from the list counts like any other.
    /// - Throws: `unequalLengths` unless there is a share for every class, `outsideRange` for a share outside 0...1 or shares that add up to
    ///   more than 1.
    public init(ranking: ItemRanking, shares: [Double]? = nil) throws(Undefined) {
        let shares = shares ?? ranking.groups.shares
        guard shares.count == ranking.groups.classes else { throw .unequalLengths }
        guard shares.allSatisfy({ $0 >= 0 && $0 <= 1 }), CompensatedSum(shares).value <= 1 + 1e-9 else { throw .outsideRange }
        var counts = [Int](repeating: 0, count: shares.count)
        var prefixes: [Int] = []
        var pairs = 0
        for (place, group) in ranking.groupsInOrder.enumerated() {
            counts[group] += 1
            // A product that is whole on paper may come out a digit below.
            let short = shares.indices.count { counts[$0] < Int((shares[$0] * Double(place + 1) + 1e-9).rounded(.down)) }
            if short > 0 { prefixes.append(place + 1) }
            pairs += short
        }
        count = ranking.count
        index = prefixes.count
        infeasibleCount = pairs
        self.prefixes = prefixes
    }
}
