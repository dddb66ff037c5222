import Cohort
import MatchReplay
import Metrics
import Testing

/// What holds for every core of data, over all distances, missing policies, profile variants, filters and tie rules; each statement breaks on a planted bug.
struct ListPropertyTests {
    typealias Lists = [Pseudonym: RandomReplayCase.List]

    /// Another id for every place: the same lists under the new ids. Under a rule by id the tied stand in the order of the new ids; which of them a
    /// limited list shows then changes too, so lists are whole here. The planted bug makes near ties ties.
    @Test func relabelledPlacesGiveRelabelledLists() throws {
        try ReplayProperty.check(
            "relabelled places", cases: 60, subject: { example in try example.lists() },
            planted: { example in
                try example.lists().mapValues { list in
                    let order = list.ids.indices.sorted { one, other in
                        let distances = (Double(bitPattern: list.distances[one]), Double(bitPattern: list.distances[other]))
                        return abs(distances.0 - distances.1) > 0.05 ? distances.0 < distances.1 : list.ids[one] < list.ids[other]
                    }
                    return .init(ids: order.map { list.ids[$0] }, distances: list.distances, ranks: list.ranks)
                }
            } as (RandomReplayCase) throws -> Lists,
            generate: { seed in
                var example = try RandomReplayCase(seed: seed)
                example.core.top = nil
                return example
            },
            interesting: \.hasTies,
            holds: { example, subject in
                let before = try subject(example)
                // W0 becomes P39, W1 becomes P38, ...: the order of ids turns round, and so does that of the rows.
                func renamed(_ id: String) -> String { "P\(99 - (Int(id.dropFirst()) ?? 0))" }
                var other = example
                for index in other.snapshot.workplaces.indices { other.snapshot.workplaces[index].workplaceId = renamed(other.snapshot.workplaces[index].workplaceId) }
                for index in other.snapshot.profiles.indices { other.snapshot.profiles[index].workplaceId = renamed(other.snapshot.profiles[index].workplaceId) }
                for index in other.snapshot.demands.indices { other.snapshot.demands[index].workplaceId = renamed(other.snapshot.demands[index].workplaceId) }
                for index in other.snapshot.travelTimes.indices { other.snapshot.travelTimes[index].workplaceId = renamed(other.snapshot.travelTimes[index].workplaceId) }
                let after = try subject(other)
                return before.allSatisfy { run, list in
                    guard let relabelled = after[run], relabelled.distances == list.distances, relabelled.ranks == list.ranks else { return false }
                    return Self.tiers(list).elementsEqual(Self.tiers(relabelled)) { own, others in
                        if case .random = example.core.ties { return Set(own.map(renamed)) == Set(others) }
                        return own.map(renamed).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } == others
                    }
                }
            })
    }

    private static func tiers(_ list: RandomReplayCase.List) -> [[String]] {
        var tiers: [[String]] = []
        for (index, id) in list.ids.enumerated() {
            if index > 0, list.distances[index] == list.distances[index - 1] { tiers[tiers.count - 1].append(id) } else { tiers.append([id]) }
        }
        return tiers
    }

    /// The planted bug scales by the people who happen to be in the shard.
    @Test func shardsGiveTheListsOfTheWhole() throws {
        func sharded(_ example: RandomReplayCase, rescaled: Bool) throws -> Lists {
            var lists: Lists = [:]
            for shard in 0..<3 {
                var part = example.snapshot
                let kept = Set(part.participants.enumerated().filter { $0.offset % 3 == shard }.map(\.element.participantId))
                part.participants.removeAll { !kept.contains($0.participantId) }
                part.assessments.removeAll { !kept.contains($0.participantId) }
                let assessments = Set(part.assessments.map(\.assessmentId))
                part.scores.removeAll { !assessments.contains($0.assessmentId) }
                part.abilities.removeAll { !kept.contains($0.participantId) }
                part.travelTimes.removeAll { !kept.contains($0.participantId) }
                part.lists = zip(part.runs, part.lists).filter { kept.contains($0.0.participantId) }.map(\.1)
                part.runs.removeAll { !kept.contains($0.participantId) }
                if rescaled {
                    for code in part.scaling.participants.keys {
                        let own = try Summary(part.scores.filter { $0.scaleCode == code }.compactMap(\.score))
                        part.scaling.participants[code]?.mean = own.mean
                        part.scaling.participants[code]?.standardDeviation = own.populationDeviation
                    }
                }
                lists.merge(try RandomReplayCase.lists(part, example.core)) { first, _ in first }
            }
            return lists
        }
        try ReplayProperty.check(
            "shards", cases: 60, subject: { try sharded($0, rescaled: false) },
            planted: { try sharded($0, rescaled: true) } as (RandomReplayCase) throws -> Lists,
            generate: { try RandomReplayCase(seed: $0) }, interesting: { $0.core.scaling.kind == .z },
            holds: { example, subject in try subject(example) == example.lists() })
    }

    /// The planted bug gives the scale next to no weight, so that a missing score on it still counts as missing.
    @Test func aScaleWithoutWeightIsAScaleLeftOut() throws {
        func weighed(_ example: RandomReplayCase, _ weight: Double) throws -> Lists {
            var core = example.core
            core.weights.scales["d"] = weight
            return try RandomReplayCase.lists(example.snapshot, core)
        }
        try ReplayProperty.check(
            "weight 0", cases: 60, subject: { try weighed($0, 0) },
            planted: { try weighed($0, 1e-300) } as (RandomReplayCase) throws -> Lists,
            generate: { try RandomReplayCase(seed: $0) }, interesting: { example in example.snapshot.profiles.contains { $0.scaleCode == "d" } },
            holds: { example, subject in
                var without = example
                without.core.weights.scales["d"] = nil
                without.snapshot.scales.removeAll { $0.scaleCode == "d" }
                without.snapshot.scores.removeAll { $0.scaleCode == "d" }
                without.snapshot.profiles.removeAll { $0.scaleCode == "d" }
                return try subject(example) == without.lists()
            })
    }

    /// The planted bug leaves places at one distance in the order of the file.
    @Test func theOrderOfRowsDoesNotMatter() throws {
        try ReplayProperty.check(
            "order of rows", cases: 60, subject: { try $0.lists() },
            planted: { example in
                let row = Dictionary(uniqueKeysWithValues: example.snapshot.workplaces.enumerated().map { ($1.workplaceId, $0) })
                return try example.lists().mapValues { list in
                    let order = list.ids.indices.sorted { one, other in
                        list.distances[one] != list.distances[other]
                            ? list.distances[one] < list.distances[other] : row[list.ids[one], default: 0] < row[list.ids[other], default: 0]
                    }
                    return .init(ids: order.map { list.ids[$0] }, distances: list.distances, ranks: list.ranks)
                }
            } as (RandomReplayCase) throws -> Lists,
            generate: { try RandomReplayCase(seed: $0) }, interesting: \.hasTies,
            holds: { example, subject in
                var shuffled = example
                var random = SeededRandom(seed: 77)
                random.shuffle(&shuffled.snapshot.participants)
                random.shuffle(&shuffled.snapshot.scales)
                random.shuffle(&shuffled.snapshot.assessments)
                var scores = Array(shuffled.snapshot.scores)
                random.shuffle(&scores)
                shuffled.snapshot.scores = AssessmentScores(scores)
                random.shuffle(&shuffled.snapshot.workplaces)
                random.shuffle(&shuffled.snapshot.profiles)
                random.shuffle(&shuffled.snapshot.demands)
                random.shuffle(&shuffled.snapshot.abilities)
                random.shuffle(&shuffled.snapshot.travelTimes)
                var runs = Array(zip(shuffled.snapshot.runs, shuffled.snapshot.lists))
                random.shuffle(&runs)
                shuffled.snapshot.runs = runs.map(\.0)
                shuffled.snapshot.lists = runs.map(\.1)
                return try subject(example) == subject(shuffled)
            })
    }

    /// Ranks 1, 1, 3, and nobody who shares the last rank is cut off. The planted bug cuts.
    @Test func sharedTiesShareTheirRank() throws {
        typealias Subject = (RandomReplayCase, Pseudonym) throws -> RandomReplayCase.List
        func list(_ example: RandomReplayCase, _ run: Pseudonym) throws -> RandomReplayCase.List {
            guard let list = try example.lists()[run] else { throw TestProblem("a run has no list") }
            return list
        }
        try ReplayProperty.check(
            "shared ties", cases: 40, subject: list as Subject,
            planted: { example, run in
                let whole = try list(example, run), kept = min(7, whole.ids.count)
                return .init(ids: Array(whole.ids.prefix(kept)), distances: Array(whole.distances.prefix(kept)), ranks: Array(whole.ranks.prefix(kept)))
            } as Subject,
            generate: { seed in
                var example = try RandomReplayCase(seed: seed)
                example.core.ties = .shared
                example.core.top = 7
                return example
            },
            interesting: \.hasTies,
            holds: { example, subject in
                var open = example
                open.core.top = nil
                return try example.snapshot.runs.allSatisfy { run in
                    let own = try subject(example, run.matchRunId), whole = try list(open, run.matchRunId)
                    let ranks = whole.distances.map { distance in whole.distances.count { Double(bitPattern: $0) < Double(bitPattern: distance) } + 1 }
                    let kept = ranks.count { $0 <= 7 }
                    return whole.ranks == ranks && own.ids == Array(whole.ids.prefix(kept)) && own.ranks == Array(ranks.prefix(kept))
                }
            })
    }
}
