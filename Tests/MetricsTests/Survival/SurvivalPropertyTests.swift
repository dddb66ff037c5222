import Metrics
import Testing

/// Properties of Kaplan-Meier's curve over generated follow-up.
@Suite struct SurvivalPropertyTests {
    @Test func orderOfPeopleDoesNotMatter() throws {
        try Property.check(
            "Kaplan-Meier: reordering keeps every bit", cases: 12_000,
            subject: { (records: [FollowUp]) throws -> [KaplanMeier.Step] in try KaplanMeier(records).steps },
            planted: { (records: [FollowUp]) throws -> [KaplanMeier.Step] in try KaplanMeier(Array(records.dropLast()) + [records[0]]).steps },
            generate: { GeneratedFollowUp.draw(&$0, weights: true, delayed: true) }, interesting: { $0.records.contains { $0.entry > 0 } },
            holds: { example, steps in try steps(example.records) == steps(GeneratedFollowUp.shuffled(example.records, example.seed)) })
    }

    @Test func duplicatingEverybodyKeepsTheCurveAndHalvesTheVariance() throws {
        try Property.check(
            "Kaplan-Meier: duplicating the cohort", cases: 12_000,
            subject: { (records: [FollowUp]) -> [FollowUp] in records + records },
            planted: { (records: [FollowUp]) -> [FollowUp] in records + Array(records.dropFirst()) + Array(records.suffix(1)) },
            generate: { GeneratedFollowUp.draw(&$0, delayed: true) }, interesting: { $0.records.count > 1 && $0.records.contains { $0.cause == 1 } },
            holds: { example, twice in
                let (one, two) = try (KaplanMeier(example.records), KaplanMeier(twice(example.records)))
                guard one.steps.count == two.steps.count else { return false }
                for (a, b) in zip(one.steps, two.steps) {
                    let variances = (a.standardError * a.standardError, 2 * b.standardError * b.standardError)
                    guard a.time == b.time, GeneratedFollowUp.isClose(a.survival, b.survival), GeneratedFollowUp.isClose(variances.0, variances.1) else { return false }
                }
                return true
            })
    }

    @Test func unitWeightsAndEntryAtZeroAreNone() throws {
        try Property.check(
            "Kaplan-Meier: whole weights are repeated people", cases: 12_000,
            subject: { (record: FollowUp) -> Int in Int(record.weight) }, planted: { (_: FollowUp) -> Int in 1 },
            generate: { random in
                var example = GeneratedFollowUp.draw(&random)
                example.records = example.records.map { FollowUp(end: $0.end, cause: $0.cause, weight: Double(1 + random.index(below: 3))) }
                return example
            },
            interesting: { $0.records.contains { $0.weight > 1 && $0.cause == 1 } },
            holds: { example, times in
                let repeated = example.records.flatMap { Array(repeating: FollowUp(end: $0.end, cause: $0.cause), count: times($0)) }
                let (weighted, plain) = try (KaplanMeier(example.records), KaplanMeier(repeated))
                return weighted.steps == plain.steps && weighted.count == plain.count
            })
    }

    @Test func aDelayedEntryThatMissesNoEventChangesNothing() throws {
        try Property.check(
            "Kaplan-Meier: entry before the first event is no truncation", cases: 12_000,
            subject: 0.5, planted: 1.5,
            generate: { GeneratedFollowUp.draw(&$0) }, interesting: { $0.records.contains { $0.cause == 1 } },
            holds: { example, share in
                // Before the first end of anybody, unless the plant moves it beyond.
                let entry = share * example.records.map(\.end).min()!
                let late = example.records.map { $0.end > entry ? FollowUp(end: $0.end, cause: $0.cause, entry: entry) : nil }.compactMap { $0 }
                return try KaplanMeier(late).steps == KaplanMeier(example.records).steps
            })
    }

    @Test func curvesFallFromOneAndStayInBounds() throws {
        try Property.check(
            "Kaplan-Meier: falling, in [0, 1], intervals around it", cases: 12_000,
            subject: { (value: Double) -> Double in value }, planted: { (value: Double) -> Double in 1 - value },
            generate: { GeneratedFollowUp.draw(&$0, weights: true, delayed: true) }, interesting: { $0.records.count > 2 },
            holds: { example, seen in
                let curve = try KaplanMeier(example.records)
                var before = 1.0
                for step in curve.steps {
                    let survival = seen(step.survival)
                    guard survival < before, survival >= 0, step.standardError.isFinite, step.standardError >= 0 else { return false }
                    before = survival
                    guard curve.isKnown(at: step.time) else { continue }
                    let interval = try curve.probability(at: step.time).interval(level: 0.95, scale: .score)
                    guard interval.low >= 0, interval.high <= 1, !interval.excludes(step.survival) else { return false }
                }
                return true
            })
    }

    @Test func jackknifeOfEqualWeightsIsGreenwood() throws {
        try Property.check(
            "Kaplan-Meier: jackknife with equal weights", cases: 12_000,
            subject: 1.0, planted: 1.01,
            generate: { GeneratedFollowUp.draw(&$0) }, interesting: { $0.records.count > 2 && $0.records.contains { $0.cause == 0 } },
            holds: { example, factor in
                let weighted = example.records.map { FollowUp(end: $0.end, cause: $0.cause, weight: 2.5) }
                let (jackknife, greenwood) = try (KaplanMeier(weighted, weights: .sampling), KaplanMeier(example.records))
                return zip(jackknife.steps, greenwood.steps).allSatisfy { GeneratedFollowUp.isClose($0.standardError, factor * $1.standardError) }
            })
    }
}
