import Metrics
import Testing

/// What must hold for all figures of a ranking together.
@Suite struct RankingPropertyTests {
    typealias Figures = (RankingCase) throws -> [Double]

    /// One figure per class: exposure, share of attention, skew, favoured pairs.
    private static func perClass(_ example: RankingCase) throws -> [Double] {
        let exposure = try GroupExposure(example.ranking, discount: .logarithmic)
        let order = PairwiseOrder(example.ranking)
        return try (0..<example.ranking.groups.classes).flatMap { group in
            [
                try exposure.mean(of: group), exposure.shares.shares[group],
                try Skew(example.ranking, k: 1, group: group, target: example.target).estimate, try order.favouredShare(of: group),
            ]
        }
    }

    /// Figures of the list as a whole.
    private static func ofTheList(_ example: RankingCase) throws -> [Double] {
        let exposure = try GroupExposure(example.ranking, discount: .logarithmic)
        let spread = try exposure.spread()
        let skews = try SkewRange(example.ranking, k: 1, target: example.target)
        return [
            spread.estimate, try spread.ratio(), spread.meanAbsoluteDeviation, spread.norm, spread.variance, skews.minimum, skews.maximum,
            try AttentionWeightedFairness(exposure, target: example.target).estimate,
            try NormalisedDiscountedKL(example.ranking, target: example.target).estimate,
            try PairwiseParity(PairwiseOrder(example.ranking)).estimate,
        ]
    }

    @Test func relabellingGroupsPermutesTheirFigures() throws {
        let subject: Figures = { try Self.perClass($0) + Self.ofTheList($0) }
        try Property.check(
            "relabelling groups permutes their exposure, skew and pairs", cases: 12_000, subject: subject,
            // A target taken by the position of the group in the list.
            planted: { try Self.perClass($0) + [$0.target.shares[0] * (try Self.ofTheList($0))[0]] },
            generate: { random in
                let example = try RankingCase.random(&random, whole: true)
                var names = [0, 1, 2]
                random.shuffle(&names)
                return (example, names)
            },
            interesting: { $0.1 != [0, 1, 2] },
            holds: { input, figures in
                let (example, names) = input
                var shares = example.target.shares
                for group in 0..<3 { shares[names[group]] = example.target.shares[group] }
                let renamed = RankingCase(
                    ranking: try example.ranking.renamed(names), target: try GroupDistribution(shares: shares), merits: example.merits)
                let before = try figures(example)
                let after = try figures(renamed)
                let moved = (0..<3).allSatisfy { before[(4 * $0)..<(4 * $0 + 4)] == after[(4 * names[$0])..<(4 * names[$0] + 4)] }
                return moved && zip(before[12...], after[12...]).allSatisfy { RankingFixtures.agree($0, $1, within: 1e-14) }
            })
    }

    @Test func noWorstOrderScoresAsPerfect() throws {
        /// Larger = worse, 0 = perfect.
        typealias Badness = (ItemRanking) throws -> [Double]
        let subject: Badness = { ranking in
            let exposure = try GroupExposure(ranking, discount: .logarithmic)
            let target = GroupDistribution(poolOf: ranking.groups)
            let cuts = Array(1..<ranking.count)
            return [
                try NormalisedDiscountedKL(ranking, target: target).estimate, 1 - (try exposure.spread().ratio()),
                1 - (try AttentionWeightedFairness(exposure, target: target).estimate), try PairwiseParity(PairwiseOrder(ranking)).estimate,
                -(try SkewRange(ranking, k: 1, target: target).minimum), try PrefixDifference(ranking, group: 0, cuts: cuts).estimate,
                try PrefixDivergence(ranking, group: 0, cuts: cuts).estimate, try PrefixRatio(ranking, group: 0, cuts: cuts).estimate,
            ]
        }
        try Property.check(
            "an order with one group wholly below the other is never perfect, and the worst by pairs", cases: 12_000, subject: subject,
            // A check of a first cut only: what comes before it is not looked at.
            planted: { ranking in [try PrefixDifference(ranking, group: 0, cuts: [max(1, ranking.count - 1)]).estimate - 1, 0, 0, 0] },
            generate: { try RankingCase.random(&$0, groups: 2, whole: true) },
            interesting: { $0.ranking.groups.counts.min() ?? 0 >= 2 },
            holds: { example, badness in
                let worst = try badness(try example.ranking.groupFirst(1))
                let other = try badness(example.ranking)
                return worst.allSatisfy { $0 > 1e-9 } && worst[3] == 1 && other[3] <= worst[3]
            })
    }

    @Test func undefinedNeverPasses() throws {
        /// Every figure that says groups are alike when it is near its ideal: nil = undefined.
        typealias Alike = (RankingCase) -> [Bool]
        let subject: Alike = { example in
            let ranking = example.ranking
            let exposure = try? GroupExposure(ranking, discount: .logarithmic)
            func passes(_ value: Double?, at ideal: Double) -> Bool { value.map { abs($0 - ideal) <= 1e-9 } ?? false }
            return [
                passes(try? exposure?.spread().ratio(), at: 1), passes(try? exposure?.spread().estimate, at: 0),
                passes(try? PairwiseParity(PairwiseOrder(ranking)).estimate, at: 0),
                passes(try? SkewRange(ranking, k: ranking.count, target: example.target).minimum, at: 0),
                passes(try? NormalisedDiscountedKL(ranking, target: example.target).estimate, at: 0),
            ]
        }
        try Property.check(
            "with an empty group or a bad depth nothing passes as alike", cases: 15_000, subject: subject,
            // The gap of the groups that happen to have members.
            planted: { example in
                let exposure = try? GroupExposure(example.ranking, discount: .logarithmic)
                let means = (0..<example.ranking.groups.classes).compactMap { try? exposure?.mean(of: $0) }
                return [(means.max() ?? 0) - (means.min() ?? 0) <= 1e-9]
            },
            generate: { random in try RankingCase.random(&random, unknown: true) }, interesting: \.hasEmptyGroup,
            holds: { example, alike in
                let beyond = example.ranking.count + 1
                return (!example.hasEmptyGroup || !alike(example).contains(true))
                    && (try? GroupExposure(example.ranking, discount: .trec, depth: beyond)) == nil
                    && (try? SkewRange(example.ranking, k: beyond, target: example.target)) == nil
                    && (try? NormalisedDiscountedKL(example.ranking, target: example.target, depth: 0)) == nil
            })
    }
}
