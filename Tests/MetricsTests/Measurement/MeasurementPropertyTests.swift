import Testing
import Metrics

/// What must hold for all scales, profiles and links.
@Suite struct MeasurementPropertyTests {
    private static func close(_ a: Double, _ b: Double, _ tolerance: Double = 1e-10) -> Bool {
        a == b || abs(a - b) <= tolerance * max(1, abs(a), abs(b))
    }

    private static func profile(_ length: Int, _ random: inout SeededRandom) -> [Double] {
        let flat = random.index(below: 10) == 0
        let level = 3 * random.normal()
        return (0..<length).map { _ in flat ? level : level + random.normal() }
    }

    @Test func cronbachGleserPartsSumToTheDistance() throws {
        typealias Subject = (LevelSpreadShape) -> [Double]
        try Property.check(
            "level, spread and shape sum to the distance", cases: 25_000, subject: { [$0.level, $0.spread, $0.shape] } as Subject,
            // Spread as standard deviations instead of roots of sums.
            planted: { [$0.level, $0.spread / Double($0.count), $0.shape] },
            generate: { random -> ([Double], [Double]) in
                let k = 1 + random.index(below: 12)
                return (Self.profile(k, &random), Self.profile(k, &random))
            },
            interesting: { $0.0.count > 1 && Set($0.0).count > 1 && Set($0.1).count > 1 },
            holds: Self.partsHold)
    }

    private static func partsHold(_ profiles: ([Double], [Double]), _ subject: (LevelSpreadShape) -> [Double]) throws -> Bool {
        let split = try LevelSpreadShape(profiles.0, profiles.1)
        let parts = subject(split)
        let sum: Double = parts[0] + parts[1] + parts[2]
        if parts.contains(where: { $0 < 0 }) || !close(sum, split.estimate, 1e-12) { return false }
        let turned = subject(try LevelSpreadShape(profiles.1, profiles.0))
        for (part, other) in zip(parts, turned) {
            if !close(part, other, 1e-12) { return false }
        }
        let own = try LevelSpreadShape(profiles.0, profiles.0)
        if own.estimate != 0 { return false }
        return !subject(own).contains { $0 != 0 }
    }

    @Test func congruenceHasNoScaleAndNoOrder() throws {
        typealias Subject = ([Double], [Double]) throws -> Double
        try Property.check(
            "congruence: scale, sign, order", cases: 15_000, subject: { try TuckerCongruence($0, $1).estimate } as Subject,
            // Largest over the sum of squares of one side only.
            planted: { x, y in zip(x, y).reduce(0) { $0 + $1.0 * $1.1 } / x.reduce(0) { $0 + $1 * $1 } },
            generate: { random -> ([Double], [Double], Double) in
                let k = 1 + random.index(below: 8)
                return (Self.profile(k, &random), Self.profile(k, &random), 0.1 + 5 * random.uniform())
            },
            interesting: { $0.0.count > 1 },
            holds: { example, subject in
                let (x, y, scale) = example
                let phi = try subject(x, y)
                guard abs(phi) <= 1, Self.close(phi, try subject(y, x)), Self.close(phi, try subject(x.map { scale * $0 }, y)) else { return false }
                guard Self.close(phi, -(try subject(x.map { -$0 }, y))), Self.close(phi, try subject(x.reversed(), y.reversed())) else { return false }
                return Self.close(try subject(x, x), 1)
            })
    }

    private static func answers(_ random: inout SeededRandom) -> [[Double?]] {
        let k = 2 + random.index(below: 4)
        return (0..<(3 + random.index(below: 10))).map { _ in
            let trait = 4 * random.uniform()
            return (0..<k).map { _ in random.index(below: 12) == 0 ? nil : Double(Int(trait + 3 * random.uniform())) }
        }
    }

    @Test func alphaHasNoOrderNoUnitAndIsAtMostOne() throws {
        typealias Subject = ([[Double?]], Set<Int>) -> Double?
        try Property.check(
            "alpha: order of people and items, unit, a turned scale", cases: 10_000,
            subject: { try? CronbachAlpha(try ItemScores($0, reversed: $1), missing: .listwise).estimate } as Subject,
            // Takes a missing answer for a zero.
            planted: { rows, reversed in
                try? CronbachAlpha(try ItemScores(rows.map { $0.map { $0 ?? 0 } }, reversed: reversed), missing: .listwise).estimate
            },
            generate: { Self.answers(&$0) }, interesting: { rows in rows.count { !$0.contains(nil) } > 2 },
            holds: { rows, subject in
                let alpha = subject(rows, [])
                let others = [
                    subject(rows.reversed(), []), subject(rows.map { $0.reversed() }, []),
                    subject(rows.map { $0.map { $0.map { 10 - 3 * $0 } } }, []), subject(rows, Set(rows[0].indices)),
                    subject(rows + [[Double?](repeating: nil, count: rows[0].count)], []),
                ]
                guard let alpha else { return others.allSatisfy { $0 == nil } }
                return alpha <= 1 + 1e-12 && others.allSatisfy { $0.map { Self.close($0, alpha, 1e-9) } ?? false }
            })
    }

    private static func correlations(_ random: inout SeededRandom) -> SymmetricMatrix {
        let loadings = (0..<(3 + random.index(below: 4))).map { _ in 0.2 + 0.7 * random.uniform() }
        return SymmetricMatrix(size: loadings.count) { i, j in i == j ? 1 : loadings[i] * loadings[j] + 0.02 * (random.uniform() - 0.5) }
    }

    @Test func oneFactorIsAMinimum() throws {
        func misfit(_ r: SymmetricMatrix, _ l: [Double]) -> Double {
            var sum = 0.0
            for i in 0..<r.size {
                for j in 0..<i { sum += (r[i, j] - l[i] * l[j]) * (r[i, j] - l[i] * l[j]) }
            }
            return sum
        }
        typealias Subject = (OneFactorModel) -> [Double]
        try Property.check(
            "one factor: no loading can be moved for the better", cases: 5_000, subject: { $0.loadings } as Subject,
            planted: { $0.loadings.map { $0 * 0.99 } },
            generate: { random -> (SymmetricMatrix, [Double]) in (Self.correlations(&random), (0..<6).map { _ in 0.01 * random.normal() }) },
            interesting: { (try? OneFactorModel(correlations: $0.0)) != nil },
            holds: { example, subject in
                guard let model = try? OneFactorModel(correlations: example.0) else { return true }
                let loadings = subject(model)
                guard zip(loadings, model.uniquenesses).allSatisfy({ abs($0 * $0 + $1 - 1) < 1e-12 }) else { return false }
                let moved = zip(loadings, example.1).map { $0 + $1 }
                return misfit(example.0, loadings) <= misfit(example.0, moved)
            })
    }

    private static func frequencies(_ random: inout SeededRandom) -> [Double] {
        var list = (0..<(1 + random.index(below: 9))).map { _ in Double(max(0, random.index(below: 12) - 3)) }
        list[random.index(below: list.count)] += 1
        return list
    }

    @Test func equipercentileOfAFormToItselfIsTheIdentity() throws {
        typealias Subject = (EquipercentileLinking, Double) throws -> Double
        try Property.check(
            "equipercentile: to itself, rising, within the form", cases: 20_000, subject: { try $0.linked($1).estimate } as Subject,
            // Ranks that count a score's own people in full.
            planted: { try $0.linked($1 + 0.5).estimate },
            generate: { random in
                (try ScoreDistribution(lowest: 3, frequencies: Self.frequencies(&random)), try ScoreDistribution(lowest: -2, frequencies: Self.frequencies(&random)))
            },
            interesting: { $0.0.frequencies.contains(0) },
            holds: { forms, subject in
                let (x, y) = forms
                let own = EquipercentileLinking(from: x, to: x, basis: .none)
                let link = EquipercentileLinking(from: x, to: y, basis: .none)
                var last = -Double.infinity
                for (index, people) in x.frequencies.enumerated() where people > 0 {
                    let score = Double(x.lowest + index)
                    guard Self.close(try subject(own, score), score, 1e-12) else { return false }
                    let linked = try subject(link, score)
                    guard linked >= last, linked > Double(y.lowest) - 0.5, linked < Double(y.lowest + y.frequencies.count) - 0.5 else { return false }
                    // The rank is kept.
                    guard Self.close(y.percentileRank(linked), x.percentileRank(score), 1e-12) else { return false }
                    last = linked
                }
                return true
            })
    }

    private static func scores(_ random: inout SeededRandom) -> [Double] {
        let spread = 0.5 + 5 * random.uniform()
        let level = 20 * random.normal()
        return (0..<(2 + random.index(below: 12))).map { _ in level + spread * random.normal() }
    }

    @Test func linesOfAFormToItselfAreTheIdentity() throws {
        typealias Subject = ([Double], [Double], Double) throws -> Double
        try Property.check(
            "linear linking: to itself, there and back, other units", cases: 20_000,
            subject: { try LinearLinking(from: $0, to: $1, basis: .none).linked($2).estimate } as Subject,
            // The regression line of standardised scores with a correlation of .9.
            planted: { x, y, score in
                let link = try LinearLinking(from: x, to: y, basis: .none)
                let centre = x.reduce(0, +) / Double(x.count)
                return try link.linked(centre + 0.9 * (score - centre)).estimate
            },
            generate: { random in (Self.scores(&random), Self.scores(&random), 10 * random.normal()) }, interesting: { $0.0.count > 4 },
            holds: { example, subject in
                let (x, y, score) = example
                guard Self.close(try subject(x, x, score), score, 1e-9) else { return false }
                let there = try subject(x, y, score)
                guard Self.close(try subject(y, x, there), score, 1e-7), Self.close(try subject(x.reversed(), y.reversed(), there), try subject(x, y, there), 1e-8)
                else { return false }
                // Y in other units carries over; doubling the cohort changes nothing but the n - 1.
                return Self.close(try subject(x, y.map { 2 * $0 + 5 }, score), 2 * there + 5, 1e-8)
            })
    }

    @Test func meanLinkingMovesEverybodyAlike() throws {
        typealias Subject = ([Double], [Double], Double) throws -> Double
        try Property.check(
            "mean linking: to itself, doubled, one shift", cases: 10_000,
            subject: { try MeanLinking(from: $0, to: $1, basis: .none).linked($2).estimate } as Subject,
            planted: { try LinearLinking(from: $0, to: $1, basis: .none).linked($2).estimate },
            generate: { random in (Self.scores(&random), Self.scores(&random), 10 * random.normal()) }, interesting: { $0.0.count > 4 },
            holds: { example, subject in
                let (x, y, score) = example
                let there = try subject(x, y, score)
                guard Self.close(try subject(x, x, score), score), Self.close(try subject(x, y, score + 1), there + 1) else { return false }
                let doubled = try subject(x + x, y + y, score)
                let back = try subject(y, x, there)
                return Self.close(doubled, there) && Self.close(back, score, 1e-9)
            })
    }

    /// Two samples of 2 to 3 variables.
    private static func samples(_ random: inout SeededRandom) -> ([[Double]], [[Double]]) {
        let p = 2 + random.index(below: 2)
        func sample(_ mix: Double) -> [[Double]] {
            (0..<(p + 2 + random.index(below: 6))).map { _ in
                let common = mix * random.normal()
                return (0..<p).map { _ in common + random.normal() }
            }
        }
        return (sample(0.5), sample(2))
    }

    @Test func testsOfMatricesHaveNoOrder() throws {
        typealias Subject = ([[Double]], [[Double]]) throws -> [Double]
        try Property.check(
            "Box and Jennrich: order of groups, people and variables; units", cases: 5_000,
            subject: { [try BoxM(groups: [$0, $1]).statistic, try JennrichTest(group: $0, reference: $1).statistic] } as Subject,
            // Only what comes first counts.
            planted: { a, b in [try BoxM(groups: [a, b]).statistic * a[0][0], 0] },
            generate: { Self.samples(&$0) }, interesting: { $0.0.count != $0.1.count },
            holds: { groups, subject in
                let (a, b) = groups
                guard let values = try? subject(a, b) else { return true }
                func same(_ other: [Double]) -> Bool { zip(values, other).allSatisfy { Self.close($0, $1, 1e-6) } }
                guard values.allSatisfy({ $0 >= 0 && $0.isFinite }), same(try subject(b, a)), same(try subject(a.reversed(), b)) else { return false }
                guard same(try subject(a.map { $0.reversed() }, b.map { $0.reversed() })) else { return false }
                guard same(try subject(a.map { $0.map { 3 * $0 + 1 } }, b.map { $0.map { 3 * $0 - 4 } })) else { return false }
                return try subject(a, a).allSatisfy { $0 < 1e-8 }
            })
    }
}
