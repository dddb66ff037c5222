import Metrics

/// A small random ranking with everything the properties need: groups some of which may be empty, a list that may leave items out,
/// a target, merits.
struct RankingCase {
    let ranking: ItemRanking
    let target: GroupDistribution
    let merits: [Double]

    /// - Parameters:
    ///   - whole: every item of the pool is shown, and no named group is empty.
    ///   - unknown: some items may have no known group.
    static func random(
        _ random: inout SeededRandom, groups: Int = 3, whole: Bool = false, unknown: Bool = false
    ) throws -> RankingCase {
        let pool = groups + random.index(below: 6)
        var labels: [Int?] = (0..<pool).map { item in
            if whole, item < groups { return item }
            return unknown && random.index(below: 6) == 0 ? nil : random.index(below: groups)
        }
        random.shuffle(&labels)
        var order = Array(0..<pool)
        random.shuffle(&order)
        if !whole { order.removeLast(random.index(below: pool)) }
        let items = try ItemGroups(labels, named: groups)
        let weights = (0..<items.classes).map { _ in random.uniform() + 0.05 }
        let total = weights.reduce(0, +)
        return RankingCase(
            ranking: try ItemRanking(order: order, groups: items), target: try GroupDistribution(shares: weights.map { $0 / total }),
            merits: (0..<pool).map { _ in random.uniform() })
    }

    /// True when a named group has no members in the pool.
    var hasEmptyGroup: Bool { ranking.groups.counts.contains(0) }

    /// Random participants with a figure and a group each.
    static func figures(_ random: inout SeededRandom) -> (values: [Double], labels: [Int]) {
        let count = 2 + random.index(below: 9)
        let values = (0..<count).map { _ in random.uniform() * (random.index(below: 4) == 0 ? 1e6 : 1) }
        return (values, (0..<count).map { $0 < 2 ? $0 : random.index(below: 2) })
    }
}

extension ItemRanking {
    /// The same list with the classes renamed: class g becomes names[g].
    func renamed(_ names: [Int]) throws -> ItemRanking {
        try ItemRanking(order: order, groups: ItemGroups(groups.labels.map { names[$0] }, named: groups.named))
    }

    /// The same list with the items renumbered: item i becomes numbers[i].
    func renumbered(_ numbers: [Int]) throws -> ItemRanking {
        var labels = groups.labels
        for (item, number) in numbers.enumerated() { labels[number] = groups.labels[item] }
        return try ItemRanking(order: order.map { numbers[$0] }, groups: ItemGroups(labels, named: groups.named))
    }

    /// The same groups, those with the given number first.
    func groupFirst(_ group: Int) throws -> ItemRanking {
        let labels = groups.labels
        return try ItemRanking(
            order: order.filter { labels[$0] == group } + order.filter { labels[$0] != group }, groups: groups)
    }
}
