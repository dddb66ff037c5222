import Cohort
import Foundation
import MatchReplay
import Metrics

/// An invented town for the gate: people, places, abilities and journeys, with the lists that a core gives them as recorded ones.
public struct GateTown: Sendable {
    /// People per test language.
    public var languages: [(String, Int)] = [("nl", 120), ("ar", 60), ("ti", 24), ("so", 6)]
    public var places = 60
    /// Added to the verbal score of everybody tested in these languages.
    public var verbalShift: [String: Double] = [:]
    /// Whether the town logs abilities, demands and journeys.
    public var isTwoSided = true
    /// Before each workplace id.
    public var placePrefix = "W"
    public var seed: UInt64 = 1

    public init() {}

    public static let scales = ["cap_numerical", "cap_verbal", "com_customer", "com_organising", "per_extraversion", "per_openness"]
    public static let topPlaces = 10

    /// A core of the town as JSON. Every part that a test changes has a name.
    public static func core(
        name: String = "town", version: String = "1.0", distance: String = "euclidean", verbal: Double = 1, abilities: Bool = true, travel: Bool = true,
        places: String = "active_on_run_day", ties: String = #"{ "by": "workplace_id", "order": "bytes" }"#, top: Int? = nil
    ) -> Data {
        let constants = scales.map { #""\#($0)": { "mean": 50, "standardDeviation": 10 }"# }.joined(separator: ", ")
        // A cosine is no sum over scales that could be rescaled.
        let missing = ["cosine", "correlation"].contains(distance) ? "skip" : "skip_and_rescale"
        return Data(
            """
            { "version": 2, "name": "\(name)", "algorithmVersion": "\(version)", "distance": "\(distance)",
              "weights": { "components": {}, "scales": { "cap_verbal": \(verbal) }, "profile": false },
              "scaling": { "kind": "z", "over": "each_side", "constants": { "participants": { \(constants) }, "workplaces": { \(constants) } } },
              "missingValues": "\(missing)", "places": "\(places)",
              "filters": { "hours": false, "travel": \(travel), "abilities": \(abilities) },
              "ties": \(ties)\(top.map { ", \"top\": \($0)" } ?? "") }
            """.utf8)
    }

    /// Writes the snapshot; recorded lists are those of `core`.
    public func write(to path: String, core: Data = core()) throws {
        let core = try RankingCore.read(core, source: "town")
        let blank = path + ".blank"
        defer { try? FileManager.default.removeItem(atPath: blank) }
        try write(to: blank, lists: nil)
        let snapshot = try Snapshot.read(from: blank)
        let replay = try Replay(snapshot: snapshot, core: core)
        let lists = try replay.lists(forRuns: Array(snapshot.runs.indices), top: Self.topPlaces, threads: 1)
        try write(to: path, lists: (snapshot, lists))
    }

    public func snapshot(core: Data = core()) throws -> Snapshot {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("gate-town-\(UUID().uuidString).sqlite").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try write(to: path, core: core)
        return try Snapshot.read(from: path)
    }

    private func write(to path: String, lists: (snapshot: Snapshot, lists: [ReplayedList])?) throws {
        try SnapshotWriter.write(to: path) { writer in
            var random = SeededRandom(seed: seed)
            for code in Self.scales {
                let component = code.hasPrefix("cap") ? "capacity" : code.hasPrefix("com") ? "competence" : "personality"
                try writer.add(Scale(scaleCode: code, component: component, labelNl: code, labelEn: code, minimum: 0, maximum: 100, languageFree: false))
            }
            try add(places: writer, &random)
            var number = 0
            for (language, count) in languages {
                for _ in 0..<count {
                    try add(person: number, language: language, to: writer, &random)
                    number += 1
                }
            }
            if let lists {
                for (run, list) in zip(lists.snapshot.runs, lists.lists) {
                    for (rank, place) in list.workplaces.enumerated() {
                        try writer.add(
                            MatchResult(
                                matchRunId: run.matchRunId, rank: rank + 1, workplaceId: lists.snapshot.workplaces[place].workplaceId,
                                distance: list.distances[rank]))
                    }
                }
            }
            return try manifest()
        }
    }

    private func placeId(_ number: Int) -> String { placePrefix + String(1000 + number) }

    /// A third is day activity, which asks little verbal ability; a few places have closed before anybody was matched.
    private func add(places writer: SnapshotWriter, _ random: inout SeededRandom) throws {
        for number in 0..<places {
            let isDayActivity = number % 3 == 0
            var place = Workplace(workplaceId: placeId(number), workKind: isDayActivity ? "day_activity" : "paid", activeFrom: try day("2025-01-01"))
            if number % 12 == 5 { place.activeTo = try day("2026-01-31") }
            place.minimumHours = 4 * (1 + number % 8)
            try writer.add(place)
            for code in Self.scales {
                let centre = code == "cap_verbal" ? (isDayActivity ? 41.0 : 53.0) : 50.0
                try writer.add(
                    IdealProfileEntry(
                        workplaceId: place.workplaceId, profileVariant: "", scaleCode: code, target: centre + 6 * random.normal(), weight: 1))
            }
            if isTwoSided {
                var demand = WorkplaceDemand(workplaceId: place.workplaceId)
                demand.lifting = number % 4 == 1
                demand.standing = number % 5 == 2
                try writer.add(demand)
            }
        }
    }

    private func add(person number: Int, language: String, to writer: SnapshotWriter, _ random: inout SeededRandom) throws {
        let key = Pseudonym(high: 1, low: UInt64(number)), assessment = Pseudonym(high: 2, low: UInt64(number))
        var participant = Participant(participantId: key)
        participant.gender = number % 2 == 0 ? "female" : "male"
        participant.ageBand = ["<27", "27-44", "45-54", "55+"][number / 2 % 4]
        participant.educationLevel = number % 10 < 6 ? "low" : "middle"
        participant.travelMaxMinutes = 30 + 15 * (number % 4)
        participant.hoursAvailable = 16 + 4 * (number % 6)
        try writer.add(participant)
        try writer.add(Assessment(assessmentId: assessment, participantId: key, testLanguage: language))
        for code in Self.scales {
            let shift = code == "cap_verbal" ? verbalShift[language, default: 0] : 0
            let score = ((50 + shift + 9 * random.normal()) * 10).rounded() / 10
            try writer.add(AssessmentScore(assessmentId: assessment, scaleCode: code, score: min(100, max(0, score)), standardError: 3))
        }
        try writer.add(
            MatchRun(
                matchRunId: Pseudonym(high: 3, low: UInt64(number)), participantId: key, assessmentId: assessment, algorithmVersion: "1.0",
                executedOn: try day("2026-05-01") + number % 90, sequence: 1))
        guard isTwoSided else { return }
        var ability = ParticipantAbility(participantId: key)
        (ability.canLift, ability.canStand, ability.canSit, ability.canBend) = (number % 3 != 0, number % 7 != 0, true, true)
        try writer.add(ability)
        for place in 0..<places where (number + place) % 3 != 0 {
            try writer.add(TravelTime(participantId: key, workplaceId: placeId(place), minutes: 10 + (number * 7 + place * 13) % 80))
        }
    }

    private func manifest() throws -> SnapshotManifest {
        guard let period = Period(from: try day("2026-01-01"), to: try day("2026-12-31")) else { throw TestSetupError("no period") }
        var offered: [String: SnapshotManifest.Relation] = [:]
        let oneSided = ["participant", "scale", "assessment", "assessment_score", "workplace", "ideal_profile", "match_run", "match_result"]
        for name in oneSided + (isTwoSided ? ["participant_ability", "workplace_demand", "travel_time"] : []) { offered[name] = .init(offered: true) }
        return SnapshotManifest(
            contractVersion: "1", toolVersion: "test", period: period, timeZone: "Europe/Amsterdam", ageBandBounds: [27, 45, 55], linkable: false,
            transformations: [:], unrecognised: [:], relations: offered)
    }

    private func day(_ iso: String) throws -> Day {
        guard let day = Day(iso: iso) else { throw TestSetupError("\(iso) is no day") }
        return day
    }
}
