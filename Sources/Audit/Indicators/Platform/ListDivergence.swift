import Metrics

/// NDKL of the lists of candidates for one attribute, averaged over lists, beside that of random lists of the same lengths.
///
/// No list of whole people has exactly the shares of the pool, so the divergence alone would always look like a finding.
struct ListDivergence {
    let observed: Double
    let byChance: Double

    /// Lists that are looked at, evenly spread over all: more would not move the mean in the second digit.
    private static let most = 200
    /// Shorter lists say little about shares.
    private static let shortest = 5

    /// - Parameter labels: of everybody; groups below the minimum cell, what is unknown, and people who are not in the figures form one class together.
    /// - Returns: `nil` with fewer than two groups, or without lists.
    init?(_ candidates: CandidateViews, labels: [String?], limits: Thresholds) {
        var counts: [String: Int] = [:]
        for case let label? in labels { counts[label, default: 0] += 1 }
        let names = counts.filter { $0.value >= limits.disclosure.minimumCell.value }.keys.sorted()
        guard names.count > 1 else { return nil }
        let number = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
        let classes = labels.map { label in label.flatMap { number[$0] } }

        let all = candidates.views.indices.flatMap { view in
            candidates.views[view].lists.indices.filter { candidates.views[view].lists[$0].participants.count >= Self.shortest }.map { (view, $0) }
        }
        guard !all.isEmpty else { return nil }
        var random = SeededRandom(seed: UInt64(limits.analysis.seed.value))
        var seen: [Double] = [], drawn: [Double] = []
        var pools: [Int: ItemGroups] = [:]
        for index in stride(from: 0, to: all.count, by: max(1, all.count / Self.most)) {
            let view = candidates.views[all[index].0], list = view.lists[all[index].1]
            guard let groups = pools[all[index].0] ?? (try? ItemGroups(view.people.map { $0.flatMap { classes[$0] } }, named: names.count)) else { continue }
            pools[all[index].0] = groups
            let chance = Self.draw(list.participants.count, below: view.people.count, &random)
            guard let own = Self.divergence(list.participants, groups), let other = Self.divergence(chance, groups) else { continue }
            seen.append(own)
            drawn.append(other)
        }
        guard !seen.isEmpty else { return nil }
        observed = seen.reduce(0, +) / Double(seen.count)
        byChance = drawn.reduce(0, +) / Double(drawn.count)
    }

    private static func divergence(_ order: [Int], _ groups: ItemGroups) -> Double? {
        guard let ranking = try? ItemRanking(order: order, groups: groups) else { return nil }
        return try? NormalisedDiscountedKL(ranking, target: GroupDistribution(poolOf: groups)).estimate
    }

    private static func draw(_ count: Int, below limit: Int, _ random: inout SeededRandom) -> [Int] {
        var drawn: [Int] = []
        var taken: Set<Int> = []
        while drawn.count < count {
            let candidate = random.index(below: limit)
            if taken.insert(candidate).inserted { drawn.append(candidate) }
        }
        return drawn
    }
}
