import Metrics
import Testing

/// What must hold for the exposure of every ranking. Each property is tried on a planted bug too, some of them taken from published
/// software.
@Suite struct ExposurePropertyTests {
    @Test func renumberingItemsChangesNoBit() throws {
        typealias Exposures = (ItemRanking, [Double]) throws -> [Double]
        let subject: Exposures = { ranking, merits in
            let items = try ItemExposure(ranking, discount: .logarithmic)
            let expected = try ExpectedExposure([ranking], relevance: merits, discount: .trec)
            return GroupExposure(items).totals
                + [expected.loss, expected.groupLoss, try MeritExposure(items, merits: merits).exposedUtility(of: 0)]
        }
        try Property.check(
            "renumbering the items changes no bit of exposure", cases: 12_000, subject: subject,
            planted: { ranking, merits in
                // Added up in the order of the items.
                let items = try ItemExposure(ranking, discount: .logarithmic)
                return [zip(items.values, merits).reduce(0) { $0 + $1.0 * $1.1 }]
            },
            generate: { random in
                let example = try RankingCase.random(&random, whole: true)
                var numbers = Array(0..<example.ranking.pool)
                random.shuffle(&numbers)
                return (example, numbers)
            },
            interesting: { $0.1 != Array(0..<$0.1.count) },
            holds: { input, exposures in
                let (example, numbers) = input
                var merits = example.merits
                for (item, number) in numbers.enumerated() { merits[number] = example.merits[item] }
                return try exposures(example.ranking, example.merits) == exposures(try example.ranking.renumbered(numbers), merits)
            })
    }

    @Test func duplicatingTheCohortChangesNothing() throws {
        typealias Means = ([ItemRanking]) throws -> [Double]
        let subject: Means = { rankings in
            GroupExposure(try ItemExposure(mean: rankings, discount: .logarithmic)).totals
        }
        try Property.check(
            "every ranking twice gives the same exposure to the last bit, and every participant twice the same mean", cases: 15_000,
            subject: subject,
            // FairRankTune's: the sum over rankings.
            planted: { rankings in try subject(rankings).map { $0 * Double(rankings.count) } },
            generate: { random in
                let first = try RankingCase.random(&random, whole: true).ranking
                let rankings = try (0..<(1 + random.index(below: 3))).map { _ in
                    var order = first.order
                    random.shuffle(&order)
                    return try ItemRanking(order: order, groups: first.groups)
                }
                return (rankings, RankingCase.figures(&random))
            },
            interesting: { $0.0.count > 1 },
            holds: { input, means in
                let (values, labels) = input.1
                let once = try ParticipantFigure(values, groups: ParticipantGroups(labels, named: 2)).mean(of: 0)
                let twice = try ParticipantFigure(values + values, groups: ParticipantGroups(labels + labels, named: 2)).mean(of: 0)
                let before = try means(input.0)
                return try before == means(input.0 + input.0) && before == means(Array(input.0.reversed()))
                    && RankingFixtures.agree(once, twice, within: 1e-15)
            })
    }

    @Test func allTiesGiveEqualExposure() throws {
        typealias Exposures = (TiedRanking) throws -> [Double]
        try Property.check(
            "all ties: everybody gets the same attention and nobody is favoured", cases: 15_000,
            subject: { try ItemExposure($0, discount: .logarithmic).values } as Exposures,
            // Ties in the order of the file.
            planted: { try ItemExposure(ItemRanking($0, ties: .lowerIndexFirst), discount: .logarithmic).values } as Exposures,
            generate: { random in
                let groups = try RankingCase.random(&random, whole: true).ranking.groups
                return try TiedRanking(ascending: [Double](repeating: random.uniform(), count: groups.count), groups: groups)
            },
            interesting: { $0.count > 3 },
            holds: { tied, exposures in
                let values = try exposures(tied)
                let parity = try PairwiseParity(PairwiseOrder(tied))
                let group = try GroupExposure(ItemExposure(tied, discount: .logarithmic)).spread()
                let total = (1...tied.count).reduce(0) { $0 + Discount.logarithmic(rank: $1) }
                return try Set(values).count == 1 && parity.shares == [0.5, 0.5, 0.5] && parity.estimate == 0
                    && RankingFixtures.agree(values.reduce(0, +), total, within: 1e-14) && RankingFixtures.agree(group.ratio(), 1, within: 1e-14)
            })
    }

    @Test func expectedExposureSplitsIntoItsParts() throws {
        typealias Parts = (ExpectedExposure) -> (loss: Double, rest: Double)
        try Property.check(
            "EE-L = EE-D - 2 EE-R + target, and nothing is lost when every order is drawn", cases: 12_000,
            subject: { exposure in
                let target = exposure.target.values.reduce(0) { $0 + $1 * $1 }
                return (exposure.loss, exposure.disparity - 2 * exposure.relevance + target)
            } as Parts,
            planted: { exposure in
                // EE-R without its factor.
                let target = exposure.target.values.reduce(0) { $0 + $1 * $1 }
                return (exposure.loss, exposure.disparity - exposure.relevance + target)
            } as Parts,
            generate: { random in
                let example = try RankingCase.random(&random, whole: true)
                return (example, (0..<example.ranking.pool).map { _ in Double(random.index(below: 3)) })
            },
            interesting: { Set($0.1).count < $0.1.count },
            holds: { input, parts in
                let (ranking, relevance) = (input.0.ranking, input.1)
                let one = parts(try ExpectedExposure([ranking], relevance: relevance, discount: .logarithmic))
                let pool = ranking.pool
                // Every item once at every place: what equally relevant items earn.
                let turns = try (0..<pool).map { shift in
                    try ItemRanking(order: (0..<pool).map { ranking.order[($0 + shift) % pool] }, groups: ranking.groups)
                }
                let all = try ExpectedExposure(turns, relevance: [Double](repeating: 1, count: pool), discount: .logarithmic)
                return one.loss >= 0 && abs(one.loss - one.rest) < 1e-12 && all.loss < 1e-28 && all.groupLoss < 1e-27
            })
    }

    @Test func oneItemIsNoComparison() throws {
        typealias Comparisons = (ItemRanking) -> [Double?]
        try Property.check(
            "n = 1: attention, but no comparison", cases: 15_000,
            subject: { ranking in
                let exposure = try? GroupExposure(ranking, discount: .logarithmic)
                return [
                    try? exposure?.spread().estimate, try? exposure.map { try ExposureRatio($0, group: 0, reference: 1).estimate },
                    try? PairwiseParity(PairwiseOrder(ranking)).estimate, try? PrefixDifference(ranking, group: 0, cuts: [1]).estimate,
                    try? PairwiseErrors(ranking, truth: ranking).wrong(of: 0),
                ]
            } as Comparisons,
            planted: { _ in [0, 1, 0, 0, 0] } as Comparisons,
            generate: { random in
                let named = 1 + random.index(below: 4)
                let label = random.index(below: named + 1)
                return try ItemRanking(groupsInOrder: [label == named ? nil : label], named: named)
            },
            interesting: { $0.groups.classes > 1 },
            holds: { ranking, comparisons in
                let exposure = try GroupExposure(ranking, discount: .geometric(patience: 0.3))
                return try comparisons(ranking).allSatisfy { $0 == nil } && exposure.mean(of: ranking.groups.labels[0]) == 1
            })
    }

    @Test func reversingExchangesBestAndWorst() throws {
        typealias Share = (ItemRanking) throws -> Double
        try Property.check(
            "reversing a whole ranking turns favoured pairs into the rest, and best exposure into worst", cases: 15_000,
            subject: { try PairwiseOrder($0).chance(group: 0, over: 1) } as Share,
            // Only strict pairs of neighbours.
            planted: { ranking in
                let labels = ranking.groupsInOrder
                let pairs = zip(labels, labels.dropFirst()).filter { $0 != $1 }
                return pairs.isEmpty ? 0.5 : Double(pairs.count { $0.0 == 0 }) / Double(pairs.count + 1)
            } as Share,
            generate: { try RankingCase.random(&$0, groups: 2, whole: true) },
            interesting: { $0.ranking.groups.counts[0] != $0.ranking.groups.counts[1] },
            holds: { example, share in
                let ranking = example.ranking
                let best = try GroupExposure(try ranking.groupFirst(0), discount: .logarithmic).mean(of: 0)
                let worst = try GroupExposure(try ranking.groupFirst(0).reversed, discount: .logarithmic).mean(of: 0)
                let mean = try GroupExposure(ranking, discount: .logarithmic).mean(of: 0)
                let first = try PrefixDifference(try ranking.groupFirst(0), group: 0, cuts: [1]).direction
                let last = try PrefixDifference(try ranking.groupFirst(1), group: 0, cuts: [1]).direction
                let order = PairwiseOrder(ranking)
                return try abs(share(ranking) + share(ranking.reversed) - 1) < 1e-15
                    && abs(order.chance(group: 0, over: 1) + order.chance(group: 1, over: 0) - 1) < 1e-15
                    && worst <= mean + 1e-14 && mean <= best + 1e-14 && first > 0 && last < 0
            })
    }
}
