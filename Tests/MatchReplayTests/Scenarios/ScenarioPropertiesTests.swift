import Cohort
import MatchReplay
import Metrics
import Testing

/// Algebra that must hold for any people and places. Scores and targets are quarters and constants powers of 2, so that most of it is exact.
struct ScenarioPropertiesTests {
    /// Norms carry scores x to a x + b, derived profiles carry targets back: with one a for all scales every list is the same.
    @Test func withEqualSlopesNormsAndProfilesRankAlike() throws {
        try ReplayProperty.check(
            "with equal slopes norms per language and profiles per language rank alike", cases: 30,
            subject: ProfilesDerived() as any MatchReplay.Scenario, planted: ProfilesTheWrongWay(),
            generate: { seed in
                var random = SeededRandom(seed: seed)
                return try Self.equalSlopes(&random)
            },
            interesting: { input in try NormsMeanSigma().apply(input).places() != input.places() },
            holds: { input, derived in try NormsMeanSigma().apply(input).places() == derived.apply(input).places() })
    }

    /// Everybody higher by the same on every scale: a shape has no level.
    @Test func aCommonShiftChangesNoShape() throws {
        try ReplayProperty.check(
            "a common shift of everyone changes nothing under shape only", cases: 30,
            subject: ShapeOnly() as any MatchReplay.Scenario, planted: AsRecorded(),
            generate: { seed -> (ReplayInput, Double) in
                var random = SeededRandom(seed: seed)
                let town = Municipality.random(&random, people: [("nl", 6), ("ar", 3)])
                return (ReplayInput(snapshot: try town.snapshot(), core: .test()), Double(random.index(below: 161)) / 4 - 20)
            },
            interesting: { abs($0.1) > 2 },
            holds: { example, scenario in
                let (input, shift) = example
                var shifted = input
                for index in shifted.snapshot.scores.indices { shifted.snapshot.scores[index].score? += shift }
                let (before, after) = (try scenario.apply(input).lists(), try scenario.apply(shifted).lists())
                return zip(before, after).allSatisfy { Self.rankAlike($0, $1) } && before.count == after.count
            })
    }

    /// Weight 0 is the scale not there: no target, no score.
    @Test func weightZeroIsLeftOut() throws {
        try ReplayProperty.check(
            "a scale with weight 0 equals the scale left out", cases: 30,
            subject: { (code: String) in LeaveOutScale(code: code) as any MatchReplay.Scenario }, planted: { AlmostLeftOut(code: $0) },
            generate: { seed -> (ReplayInput, String) in
                var random = SeededRandom(seed: seed)
                let town = Municipality.random(&random, people: [("nl", 8)])
                let missing: [RankingCore.MissingValues] = [.skip, .skipAndRescale, .excludePlace]
                var snapshot = try town.snapshot()
                // Gaps, so that the rule for missing scores comes into it.
                for index in snapshot.scores.indices where random.index(below: 5) == 0 { snapshot.scores[index].score = nil }
                let core = RankingCore.test(missing: missing[random.index(below: 3)])
                return (ReplayInput(snapshot: snapshot, core: core), ["a", "b", "c"][random.index(below: 3)])
            },
            interesting: { example in example.0.snapshot.scores.contains { $0.score == nil && $0.scaleCode != example.1 } },
            holds: { example, scenario in
                let (input, code) = example
                var without = input
                without.snapshot.profiles.removeAll { $0.scaleCode == code }
                without.snapshot.scores.removeAll { $0.scaleCode == code }
                return try scenario(code).apply(input).lists() == without.lists()
            })
    }

    /// Scenarios that are about one language leave everybody else's list alone, because constants stay frozen.
    @Test func nobodyElseMoves() throws {
        try ReplayProperty.check(
            "norms of a language leave the lists of the reference language alone", cases: 20,
            subject: NormsMeanSigma() as any MatchReplay.Scenario, planted: Rescaled(NormsMeanSigma()),
            generate: { seed -> ReplayInput in
                var random = SeededRandom(seed: seed)
                var input = try Self.equalSlopes(&random)
                input.core.scaling = RankingCore.Scaling(kind: .z)
                return input
            },
            interesting: { input in try NormsMeanSigma().apply(input).lists() != input.lists() },
            holds: { input, scenario in
                let tested = TestedPeople(input.snapshot)
                let (before, after) = (try input.lists(), try scenario.apply(input).lists())
                return tested.people.indices.allSatisfy { tested.people[$0].language != "nl" || before[$0] == after[$0] }
            })
    }

    /// 32 people per language, the second language's scores those of the first in another order, halved or not, and moved: slopes are exactly
    /// 1 or 2 on every scale. Scores and targets have constants of their own.
    private static func equalSlopes(_ random: inout SeededRandom) throws -> ReplayInput {
        var town = Municipality.random(&random, people: [("nl", 32)])
        let factor = random.index(below: 2) == 0 ? 1.0 : 0.5
        let moved = ["a", "b", "c"].map { ($0, Double(random.index(below: 81)) / 4 - 10) }
        var others = town.people
        random.shuffle(&others)
        town.people += others.map { person in
            var person = person
            person.language = "ar"
            for (code, shift) in moved { person.scores[code] = (person.scores[code] ?? 0) * factor + shift }
            return person
        }
        func constants(_ centre: Double, _ spread: Double) -> [String: LinearScale] {
            Dictionary(uniqueKeysWithValues: ["a", "b", "c"].map { ($0, LinearScale(centre: centre, spread: spread)) })
        }
        let scaling = RankingCore.Scaling(kind: .z, given: .init(participants: constants(50, 8), workplaces: constants(48, 16)))
        return ReplayInput(snapshot: try town.snapshot(), core: .test(scaling: scaling))
    }

    /// The same order but for places whose distances differ by rounding only.
    static func rankAlike(_ a: ReplayedList, _ b: ReplayedList) -> Bool {
        a.workplaces.count == b.workplaces.count
            && a.workplaces.indices.allSatisfy { a.workplaces[$0] == b.workplaces[$0] || abs(a.distances[$0] - b.distances[$0]) < 1e-12 }
            && Set(a.workplaces) == Set(b.workplaces) && zip(a.distances, b.distances).allSatisfy { abs($0 - $1) < 1e-9 }
    }
}

/// Planted bug: targets go where scores go.
private struct ProfilesTheWrongWay: MatchReplay.Scenario {
    let id = "wrong", summary = ""

    func apply(_ input: ReplayInput) throws(ScenarioError) -> ReplayInput {
        var changed = try ProfilesDerived().apply(input)
        var plain: [String: Double] = [:]
        for entry in input.snapshot.profiles { plain[entry.workplaceId + " " + entry.scaleCode] = entry.target }
        for index in changed.snapshot.profiles.indices {
            let entry = changed.snapshot.profiles[index]
            let own = plain[entry.workplaceId + " " + entry.scaleCode] ?? 0
            changed.snapshot.profiles[index].target = 2 * own - entry.target
        }
        return changed
    }
}

/// Planted bug: a small weight instead of none.
private struct AlmostLeftOut: MatchReplay.Scenario {
    let code: String
    let id = "almost", summary = ""

    func apply(_ input: ReplayInput) throws(ScenarioError) -> ReplayInput {
        var changed = input
        changed.core.weights.scales[code] = 0.01
        return changed
    }
}
