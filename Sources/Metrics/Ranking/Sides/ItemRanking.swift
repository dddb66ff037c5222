/// One ranked list without ties, judged by the groups of the items in it.
///
/// The items come from a pool whose groups are all known up front; the list may show a part of the pool only, and what is not shown
/// gets no attention. This is the view of nearly all published fair-ranking metrics: it says whether the *ranked* are treated alike.
/// For a participant's own list the ranked are workplaces, so fairness to participants is asked of the transposed view
/// (`WorkplaceRankings`) or of participants' lists side by side (`ParticipantLists`).
public struct ItemRanking: Sendable, Equatable {
    /// Items from the first place down, as indices into the pool.
    public let order: [Int]

    /// Group of every item of the pool.
    public let groups: ItemGroups

    /// - Throws: `noObservations` for an empty list, `outsideRange` when an item is not in the pool or occurs twice.
    public init(order: [Int], groups: ItemGroups) throws(Undefined) {
        guard !order.isEmpty else { throw .noObservations }
        guard order.areDistinct(below: groups.count) else { throw .outsideRange }
        self.order = order
        self.groups = groups
    }

    /// Breaks the ties of a ranking with shared ranks.
    /// - Parameter list: number of this list among several, see `TieRule.shuffled`.
    public init(_ tied: TiedRanking, ties: TieRule, list: Int = 0) throws(Undefined) {
        var order: [Int] = []
        for tier in tied.tiers { order += try ties.order(tier, list: list) }
        self.order = order
        groups = tied.groups
    }

    /// A ranking of which the pool is exactly what is shown: the group at each rank, first place first.
    /// - Throws: as `GroupLabels`.
    public init(groupsInOrder: [Int?], named: Int) throws(Undefined) {
        groups = try ItemGroups(groupsInOrder, named: named)
        order = Array(groupsInOrder.indices)
    }

    /// Items shown.
    public var count: Int { order.count }

    /// Items that could have been shown.
    public var pool: Int { groups.count }

    /// Class of the item at each rank, first place first.
    public var groupsInOrder: [Int] { order.map { groups.labels[$0] } }

    /// Members of every class among the first k, zeros included.
    /// - Throws: `outsideRange` when k is not in 1...count: a list cannot be cut where it does not reach.
    public func counts(top k: Int) throws(Undefined) -> [Int] {
        guard (1...count).contains(k) else { throw .outsideRange }
        return order.prefix(k).reduce(into: [Int](repeating: 0, count: groups.classes)) { $0[groups.labels[$1]] += 1 }
    }

    /// The same items from the last to the first.
    public var reversed: ItemRanking {
        ItemRanking(checked: order.reversed(), groups: groups)
    }

    private init(checked order: [Int], groups: ItemGroups) {
        self.order = order
        self.groups = groups
    }
}

extension [Int] {
    /// True when no value occurs twice and all are in 0..<limit.
    func areDistinct(below limit: Int) -> Bool {
        var seen = [Bool](repeating: false, count: limit)
        for value in self {
            guard seen.indices.contains(value), !seen[value] else { return false }
            seen[value] = true
        }
        return true
    }
}
