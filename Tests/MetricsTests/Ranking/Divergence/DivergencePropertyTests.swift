import Metrics
import RealModule
import Testing

/// What must hold for the divergence of every ranking from a target, and of prefixes from the pool.
@Suite struct DivergencePropertyTests {
    @Test func anAbsentGroupIsNeverBetter() throws {
        typealias Divergences = (ItemRanking, GroupDistribution) throws -> Double
        try Property.check(
            "an absent group with a target makes the divergence larger, and other figures undefined", cases: 15_000,
            subject: { try NormalisedDiscountedKL($0, target: $1).estimate } as Divergences,
            // FairRankTune's: the groups are those found in the list, the target their shares there.
            planted: { ranking, _ in
                let present = try ranking.counts(top: ranking.count)
                return try NormalisedDiscountedKL(ranking, target: GroupDistribution(counts: present)).estimate
            } as Divergences,
            generate: { random in (try RankingCase.random(&random), 0.05 + 0.9 * random.uniform()) },
            interesting: { (try? $0.0.ranking.counts(top: $0.0.ranking.count).contains(0)) == true },
            holds: { input, divergence in
                let (example, absent) = input
                let groups = try ItemGroups(example.ranking.groups.labels, named: 4)
                let wider = try ItemRanking(order: example.ranking.order, groups: groups)
                let target = try GroupDistribution(shares: example.target.shares.map { $0 * (1 - absent) } + [absent])
                let before = try divergence(example.ranking, example.target)
                let after = try divergence(wider, target)
                let exposure = try GroupExposure(wider, discount: .logarithmic)
                let skews = try SkewRange(wider, k: wider.count, target: target)
                let known = try AttentionWeightedFairness(GroupExposure(example.ranking, discount: .logarithmic), target: example.target)
                return try after > before && abs(after - before + Double.log(1 - absent)) < 1e-12 && skews.minimum == -.infinity
                    && (try? exposure.spread()) == nil && (try? PairwiseParity(PairwiseOrder(wider))) == nil
                    && AttentionWeightedFairness(exposure, target: target).estimate < known.estimate
            })
    }

    @Test func atTheFirstPlaceThereIsOneGroup() throws {
        typealias Skews = (RankingCase) throws -> [Double]
        try Property.check(
            "k = 1: one group has all, the others none", cases: 15_000,
            subject: { example in
                try example.target.shares.indices.map { try Skew(example.ranking, k: 1, group: $0, target: example.target).estimate }
            } as Skews,
            // A pseudo-count of 1.
            planted: { example in
                let shares = try GroupDistribution(counts: try example.ranking.counts(top: 1), pseudoCount: 1).shares
                return zip(shares, example.target.shares).map { Double.log($0 / $1) }
            } as Skews,
            generate: { try RankingCase.random(&$0, unknown: true) }, interesting: { $0.ranking.groups.unknown != nil },
            holds: { example, skews in
                let first = example.ranking.groupsInOrder[0]
                let all = try skews(example)
                let exposure = try GroupExposure(example.ranking, discount: .reciprocal, depth: 1)
                let divergence = try NormalisedDiscountedKL(example.ranking, target: example.target, depth: 1).estimate
                return all.indices.allSatisfy { group in
                    group == first
                        ? abs(all[group] + Double.log(example.target.shares[group])) < 1e-15 && exposure.totals[group] == 1
                        : all[group] == -.infinity && exposure.totals[group] == 0
                } && RankingFixtures.agree(divergence, all[first], within: 1e-14)
            })
    }

    @Test func divergencesAreDistances() throws {
        typealias Distance = (GroupDistribution, GroupDistribution) throws -> Double
        try Property.check(
            "divergences are zero for equal shares only, symmetric or not as defined, and bounded", cases: 20_000,
            subject: { try Divergence.kullbackLeibler($0, from: $1) } as Distance,
            // LiFT's: a pseudo-count on one side only makes equal shares differ.
            planted: { p, q in
                let smoothed = try GroupDistribution(shares: q.shares.map { ($0 + 0.1) / (1 + 0.1 * Double(q.shares.count)) })
                return try Divergence.kullbackLeibler(p, from: smoothed)
            } as Distance,
            generate: { random in
                func draw() throws -> GroupDistribution {
                    var counts = (0..<3).map { _ in random.index(below: 5) }
                    counts[random.index(below: 3)] += 1
                    return try GroupDistribution(counts: counts)
                }
                return (try draw(), try draw())
            },
            interesting: { $0.0.shares.contains(0) || $0.1.shares.contains(0) },
            holds: { pair, divergence in
                let (p, q) = pair
                let kl = try divergence(p, q)
                let js = try Divergence.jensenShannon(p, q)
                let tv = try Divergence.totalVariation(p, q)
                let peak = try Divergence.maximumDifference(p, q)
                let alike = p == q
                return try (kl == 0) == alike && (js == 0) == alike && (tv == 0) == alike && kl >= 2 * tv * tv - 1e-15
                    && Divergence.jensenShannon(q, p) == js && js <= Double.log(2) + 1e-15 && peak <= tv + 1e-15 && tv <= 1 + 1e-15
                    && divergence(p, p) == 0
            })
    }

    @Test func prefixFiguresStayBetweenZeroAndOne() throws {
        typealias Figures = (ItemRanking, [Int]) throws -> [Double]
        let subject: Figures = { ranking, cuts in
            [
                try PrefixDifference(ranking, group: 1, cuts: cuts).estimate, try PrefixDivergence(ranking, group: 1, cuts: cuts).estimate,
                try PrefixRatio(ranking, group: 1, cuts: cuts).estimate,
            ]
        }
        try Property.check(
            "rND, rKL and rRD are in [0, 1] whatever the cut points", cases: 12_000, subject: subject,
            // Normalised by the two extreme orders only.
            planted: { ranking, cuts in
                let figure = try PrefixDifference(ranking, group: 1, cuts: cuts)
                let extremes = [
                    try PrefixDifference(try ranking.groupFirst(1), group: 1, cuts: cuts).raw,
                    try PrefixDifference(try ranking.groupFirst(0), group: 1, cuts: cuts).raw,
                ]
                return [figure.raw / (extremes.max() ?? 0)]
            },
            generate: { random in
                let marks = (0..<12).map { $0 < 2 ? $0 : random.index(below: 2) }
                var shuffled = marks
                random.shuffle(&shuffled)
                let first = 1 + random.index(below: 5)
                return (try ItemRanking(groupsInOrder: shuffled, named: 2), [first, first + 1 + random.index(below: 11 - first)])
            },
            interesting: { $0.1[1] != 2 * $0.1[0] },
            holds: { input, figures in
                try figures(input.0, input.1).allSatisfy { $0 >= 0 && $0 <= 1 + 1e-12 }
            })
    }
}
