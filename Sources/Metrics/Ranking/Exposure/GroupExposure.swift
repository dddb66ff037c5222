/// The attention that each group gets in a ranking, or per ranking on average over several.
///
/// The mean of a group is over all its members in the pool, shown or not. Classes are those of `ItemGroups`: the named groups,
/// and the unknown ones when there are any.
public struct GroupExposure: Sendable, Equatable {
    public let items: ItemExposure

    /// Attention of all members of each class together.
    public let totals: [Double]

    public init(_ items: ItemExposure) {
        self.items = items
        var members = [[Double]](repeating: [], count: items.groups.classes)
        for (item, value) in items.values.enumerated() { members[items.groups.labels[item]].append(value) }
        totals = members.map(OrderFree.sum)
    }

    public init(_ ranking: ItemRanking, discount: Discount, depth: Int? = nil) throws(Undefined) {
        self.init(try ItemExposure(ranking, discount: discount, depth: depth))
    }

    public init(_ workplaces: WorkplaceRankings, discount: Discount, depth: Int? = nil) throws(Undefined) {
        self.init(try ItemExposure(workplaces, discount: discount, depth: depth))
    }

    /// Members of a class in the pool.
    /// - Throws: `outsideRange` when there is no such class, `noObservations` when nobody is in it: a mean over nobody is not zero.
    func members(of group: Int) throws(Undefined) -> Int {
        guard totals.indices.contains(group) else { throw .outsideRange }
        guard items.groups.counts[group] > 0 else { throw .noObservations }
        return items.groups.counts[group]
    }

    /// Mean attention of a member of the class (Singh and Joachims 2018, KDD, 2219).
    /// - Throws: `outsideRange` when there is no such class, `noObservations` when it has no members.
    public func mean(of group: Int) throws(Undefined) -> Double {
        let count = try members(of: group)
        return totals[group] / Double(count)
    }

    /// Share of all attention that each class gets; sums to 1. A class without members gets 0 of it.
    public var shares: GroupDistribution {
        // The first place always has attention, so there is something to share.
        GroupDistribution(weights: totals)
    }

    /// How far the group means lie apart.
    /// - Throws: `noObservations` when a class has no members, `tooFewObservations(needed: 2)` when there is one class only.
    public func spread() throws(Undefined) -> GroupSpread {
        var means: [Double] = []
        for group in totals.indices { means.append(try mean(of: group)) }
        return try GroupSpread(means, count: items.groups.count)
    }
}
