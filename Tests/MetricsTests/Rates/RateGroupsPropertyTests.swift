import Testing
import Metrics

/// What holds for pairs of outcomes, counts of several groups and lists of benefits or scores.
@Suite struct RateGroupsPropertyTests {
    static func pairs(_ random: inout SeededRandom) throws -> PairedCounts {
        func some() -> Int { random.index(below: 3) == 0 ? 0 : random.index(below: 25) }
        return try PairedCounts(both: 1 + some(), firstOnly: some(), secondOnly: some(), neither: some())
    }

    static func counts(_ random: inout SeededRandom) throws -> ConfusionCounts {
        func some() -> Int { random.index(below: 4) == 0 ? 0 : random.index(below: 30) }
        return try ConfusionCounts(truePositives: some(), falsePositives: some(), falseNegatives: some(), trueNegatives: some())
    }

    @Test func pairsMirrorAndStayDual() throws {
        struct Case { var pairs: PairedCounts; var alpha: Double }
        typealias Subject = (PairedCounts, Double) -> (estimate: Double, interval: Interval, p: Double)
        let subject: Subject = { pairs, alpha in
            let rates = PairedRates(pairs)
            return (rates.estimate, rates.interval(level: 1 - alpha), rates.pValue)
        }
        // The same people treated as two independent groups.
        let planted: Subject = { pairs, alpha in
            let people = Double(pairs.total)
            let rates = try? MiettinenNurminen(
                groupEvents: Double(pairs.both + pairs.firstOnly), groupTotal: people,
                referenceEvents: Double(pairs.both + pairs.secondOnly), referenceTotal: people)
            return (PairedRates(pairs).estimate, rates?.interval(level: 1 - alpha) ?? Interval(level: 0, low: 0, high: 0), PairedRates(pairs).pValue)
        }
        try Property.check(
            "pairs: exchanging the conditions turns the sign, p is dual to the interval", cases: 4000, subject: subject, planted: planted,
            generate: { Case(pairs: try Self.pairs(&$0), alpha: 0.002 + 0.5 * $0.uniform()) }, interesting: { $0.pairs.discordant == 0 }
        ) { example, compare in
            let (one, other) = (compare(example.pairs, example.alpha), compare(example.pairs.swapped, example.alpha))
            let near = RatesPropertyTests.near
            guard near(one.estimate, -other.estimate, 1e-12), near(one.interval.low, -other.interval.high, 1e-9) else { return false }
            guard one.interval.low <= one.estimate, one.estimate <= one.interval.high, one.interval.low < one.interval.high else { return false }
            return abs(one.p - example.alpha) < 1e-6 || one.interval.excludes(0) == (one.p < example.alpha)
        }
    }

    @Test func changesInEitherDirectionWeighTheSame() throws {
        typealias Subject = (PairedCounts) -> [Double]
        let subject: Subject = { [McNemarExact($0).pValue, McNemarMidP($0).pValue] }
        let planted: Subject = { pairs in
            let tail = Binomial.cdf(pairs.firstOnly, n: pairs.discordant, p: 0.5)
            return [tail, tail]
        }
        try Property.check(
            "McNemar: symmetric, unchanged people do not count, mid-p below exact, nobody changed proves nothing", cases: 20_000,
            subject: subject, planted: planted, generate: Self.pairs, interesting: { $0.discordant == 0 }
        ) { pairs, p in
            let values = p(pairs)
            let more = try PairedCounts(
                both: pairs.both + 7, firstOnly: pairs.firstOnly, secondOnly: pairs.secondOnly, neither: pairs.neither + 3)
            guard values == p(more), zip(values, p(pairs.swapped)).allSatisfy({ RatesPropertyTests.near($0, $1, 1e-12) }) else { return false }
            return values[1] <= values[0] && values[0] <= 1 && values[1] > 0 && (pairs.discordant > 0 || values == [1, 1])
        }
    }

    @Test func countsMergeInAnyOrder() throws {
        typealias Subject = ([ConfusionCounts]) throws -> ConfusionCounts
        let nobody = try ConfusionCounts(outcomes: [], selected: [])
        let subject: Subject = { $0.reduce(nobody, +) }
        // Drops parts in which somebody has no people with the outcome.
        let planted: Subject = { $0.reduce(nobody) { $1.positives == 0 ? $0 : $0 + $1 } }
        try Property.check(
            "counts of parts, in any order, are the counts of the whole; every rate is a share or undefined", cases: 20_000,
            subject: subject, planted: planted, generate: { random in try (0..<(1 + random.index(below: 4))).map { _ in try Self.counts(&random) } },
            interesting: { $0.contains { $0.positives == 0 || $0.negatives == 0 || $0.selected == 0 } }
        ) { parts, merge in
            let whole = try merge(parts)
            guard whole == (try merge(parts.reversed())), whole.total == parts.reduce(0, { $0 + $1.total }) else { return false }
            let rates: [(Double?, Int)] = [
                (try? whole.selectionRate(), whole.total), (try? whole.truePositiveRate(), whole.positives),
                (try? whole.falsePositiveRate(), whole.negatives), (try? whole.falseDiscoveryRate(), whole.selected),
                (try? whole.negativePredictiveValue(), whole.notSelected), (try? whole.prevalence(), whole.total),
            ]
            return rates.allSatisfy { rate, people in people == 0 ? rate == nil : rate.map { $0 >= 0 && $0 <= 1 } == true }
        }
    }

    @Test func spreadsKnowNoNamesAndDropNobody() throws {
        typealias Subject = ([ConfusionCounts]) throws -> Double
        let subject: Subject = { try EqualizedOdds($0).estimate }
        // A group without positives counts as one with rate 0.
        let planted: Subject = { groups in
            let rates = groups.map { (try? $0.truePositiveRate()) ?? 0 }
            return (rates.max() ?? 0) - (rates.min() ?? 0)
        }
        try Property.check(
            "equalized odds: the order of the groups and copies of everybody change nothing, an undefined rate makes it undefined",
            cases: 20_000, subject: subject, planted: planted,
            generate: { random in try (0..<(2 + random.index(below: 4))).map { _ in try Self.counts(&random) } },
            interesting: { $0.contains { $0.positives == 0 || $0.negatives == 0 } }
        ) { groups, odds in
            let value = try? odds(groups)
            if groups.contains(where: { $0.positives == 0 || $0.negatives == 0 }) { return value == nil }
            guard let value, value >= 0, value <= 1 else { return false }
            let worst = try ConfusionCounts(truePositives: 0, falsePositives: 9, falseNegatives: 9, trueNegatives: 0)
            let best = try ConfusionCounts(truePositives: 9, falsePositives: 0, falseNegatives: 0, trueNegatives: 9)
            return try value == odds(groups.reversed()) && value == odds(groups.map { $0 + $0 }) && odds(groups + [worst, best]) == 1
        }
    }

    @Test func benefitsHaveNoUnitAndNoOrder() throws {
        typealias Subject = ([Double]) throws -> Double
        let subject: Subject = { try GeneralizedEntropy($0, alpha: 1).estimate }
        let planted: Subject = { benefits in
            let mean = benefits.reduce(0, +) / Double(benefits.count)
            return benefits.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(benefits.count)
        }
        try Property.check(
            "Theil: order, unit and copies change nothing, equality is 0, one person with all of it is ln n", cases: 20_000,
            subject: subject, planted: planted,
            generate: { random in (0..<(1 + random.index(below: 9))).map { _ in random.index(below: 4) == 0 ? 0 : random.uniform() * 8 } },
            interesting: { $0.count == 1 || $0.contains(0) }
        ) { benefits, theil in
            let near = RatesPropertyTests.near
            guard benefits.contains(where: { $0 > 0 }) else { return (try? theil(benefits)) == nil }
            let value = try theil(benefits)
            let alone = [1] + [Double](repeating: 0, count: benefits.count - 1)
            return try value >= 0 && near(value, theil(benefits.reversed()), 1e-12) && near(value, theil(benefits.map { $0 * 12 }), 1e-12)
                && near(value, theil(benefits + benefits), 1e-12) && theil(benefits.map { _ in 3 }) == 0
                && near(theil(alone), Double.logarithm(Double(benefits.count)), 1e-12)
        }
    }

    @Test func scoringRatesDependOnTheOrderOfScoresOnly() throws {
        typealias Subject = ([[Double]]) throws -> [Int]
        let subject: Subject = { try ScoringRates($0).above }
        // The mean in place of the median.
        let planted: Subject = { groups in
            let all = groups.flatMap(\.self)
            let mean = all.reduce(0, +) / Double(all.count)
            return groups.map { $0.count { $0 > mean } }
        }
        try Property.check(
            "above the median: stretching the scores above it changes nothing, never more than half, none when all tie",
            cases: 20_000, subject: subject, planted: planted,
            generate: { random in
                (0..<3).map { _ in (0..<(1 + random.index(below: 6))).map { _ in Double(random.index(below: 8)) } }
            }, interesting: { Set($0.flatMap(\.self)).count <= 3 }
        ) { groups, above in
            let value = try above(groups)
            let people = groups.reduce(0) { $0 + $1.count }
            let median = try ScoringRates(groups).median
            let stretched = groups.map { $0.map { $0 > median ? median + 3 * ($0 - median) : $0 } }
            return try value == above(groups.map { $0.reversed() }) && value == above(groups.reversed()).reversed()
                && 2 * value.reduce(0, +) <= people && value == above(stretched) && above(groups.map { $0.map { _ in 4 } }) == [0, 0, 0]
        }
    }
}
