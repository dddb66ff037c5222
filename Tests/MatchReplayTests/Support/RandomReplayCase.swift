import Cohort
import MatchReplay
import Metrics

/// A random small municipality with a random core over every distance, policy, variant, filter and tie rule: all of it follows from the seed.
struct RandomReplayCase {
    var snapshot: Snapshot
    var core: RankingCore

    init(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        var municipality = InvarianceTests.municipality(seed: seed)
        for place in municipality.places.indices where random.uniform() < 0.5 {
            // In order of the code: a dictionary has another order in every process.
            var moved: [String: Double] = [:]
            for (code, target) in municipality.places[place].targets.sorted(by: { $0.key < $1.key }) { moved[code] = target + Double(random.index(below: 3)) - 1 }
            municipality.places[place].variants["ar"] = moved
        }
        for run in municipality.runs.indices where random.uniform() < 0.4 { municipality.runs[run].language = "ar" }
        snapshot = try municipality.snapshot()
        for place in snapshot.workplaces.indices where random.uniform() < 0.5 { snapshot.workplaces[place].minimumHours = 8 * (1 + random.index(below: 4)) }
        for person in snapshot.participants.indices where random.uniform() < 0.6 {
            snapshot.participants[person].hoursAvailable = 8 * (1 + random.index(below: 5))
            snapshot.participants[person].travelMaxMinutes = 10 * (1 + random.index(below: 5))
            for place in snapshot.workplaces where random.uniform() < 0.3 {
                snapshot.travelTimes.append(
                    TravelTime(
                        participantId: snapshot.participants[person].participantId, workplaceId: place.workplaceId, minutes: 5 * random.index(below: 12)))
            }
            var ability = ParticipantAbility(participantId: snapshot.participants[person].participantId)
            ability.canLift = random.uniform() < 0.5
            ability.canStand = random.uniform() < 0.8
            snapshot.abilities.append(ability)
        }
        for place in snapshot.workplaces where random.uniform() < 0.3 {
            var demand = WorkplaceDemand(workplaceId: place.workplaceId)
            demand.lifting = random.uniform() < 0.5
            demand.standing = random.uniform() < 0.5
            snapshot.demands.append(demand)
        }

        func pick<T>(_ choices: [T]) -> T { choices[random.index(below: choices.count)] }
        let distance = pick(RankingCore.Distance.allCases)
        let isSum = distance != .cosine && distance != .correlation
        var scaling = RankingCore.Scaling(kind: pick([.none, .z, .range]))
        if random.uniform() < 0.25 {
            // Whole numbers, so that distances still tie.
            func table(_ centre: Double) -> [String: LinearScale] {
                Dictionary(uniqueKeysWithValues: ["a", "b", "c", "d"].map { ($0, LinearScale(centre: centre, spread: 1)) })
            }
            scaling = .init(kind: .norms, given: .init(participants: table(0), workplaces: [:], perLanguage: ["ar": table(1)]))
        }
        core = .test(
            distance: distance,
            weights: .init(components: pick([[:], ["capacity": 2]]), scales: pick([[:], ["d": 0.5]]), profile: random.uniform() < 0.5), scaling: scaling,
            profiles: pick([.everyone, .testLanguage(fallback: .everyone), .testLanguage(fallback: .excludePlace)]),
            missing: pick(isSum ? [.skip, .skipAndRescale, .mean, .worst, .excludePlace] : [.skip, .mean, .excludePlace]),
            places: pick([.activeOnRunDay, .all]),
            filters: .init(hours: random.uniform() < 0.3, travel: random.uniform() < 0.3, abilities: random.uniform() < 0.3),
            ties: pick([.bytes, .shared, .random(seed: seed)]), top: pick([nil, nil, 7]))
    }

    /// A list as it can be compared between snapshots whose rows stand in another order.
    struct List: Equatable {
        var ids: [String]
        /// Bit patterns, for "the same, bit for bit".
        var distances: [UInt64]
        var ranks: [Int]
    }

    static func lists(_ snapshot: Snapshot, _ core: RankingCore) throws -> [Pseudonym: List] {
        let replay = try Replay(snapshot: snapshot, core: core)
        return Dictionary(uniqueKeysWithValues: try snapshot.runs.indices.map { run in
            let list = try replay.list(forRun: run, top: nil)
            return (snapshot.runs[run].matchRunId, List(ids: snapshot.ids(list), distances: list.distances.map(\.bitPattern), ranks: list.ranks))
        })
    }

    func lists() throws -> [Pseudonym: List] { try Self.lists(snapshot, core) }

    /// Whether some list has places at one distance.
    var hasTies: Bool { (try? lists().values.contains { Set($0.distances).count < $0.distances.count }) ?? false }
}
