import Cohort
import Foundation
import MatchReplay

/// A few people and places, written as a snapshot file and read back, so that constants and order are those of a real snapshot.
struct TinyMunicipality {
    struct Place {
        var id: String
        var targets: [String: Double]
        var weights: [String: Double] = [:]
        var from = "2026-01-01"
        var to: String?
        var variants: [String: [String: Double]] = [:]
    }

    struct Run {
        var person: UInt64
        var scores: [String: Double?]
        var on = "2026-06-01"
        var recorded: [(place: String, distance: Double?)] = []
        var version = "1"
        var language = "nl"
    }

    var scales: [String: String] = ["a": "personality", "b": "capacity"]
    var places: [Place]
    var runs: [Run]

    func snapshot(shuffledBy seed: UInt64? = nil) throws -> Snapshot {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("replay-\(UUID().uuidString).sqlite").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        var generator = TestGenerator(seed: seed ?? 0)
        func ordered<T>(_ items: [T]) -> [T] { seed == nil ? items : items.shuffled(using: &generator) }
        try SnapshotWriter.write(to: path) { writer in
            for (code, component) in ordered(scales.sorted { $0.key < $1.key }) {
                try writer.add(
                    Scale(scaleCode: code, component: component, labelNl: code, labelEn: code, minimum: -100, maximum: 100, languageFree: false))
            }
            for place in ordered(places) {
                var row = Workplace(workplaceId: place.id, workKind: "paid", activeFrom: try day(place.from))
                row.activeTo = try place.to.map(day)
                try writer.add(row)
                for (variant, targets) in place.variants.merging(["": place.targets], uniquingKeysWith: { first, _ in first }) {
                    for (code, target) in targets {
                        try writer.add(
                            IdealProfileEntry(
                                workplaceId: place.id, profileVariant: variant, scaleCode: code, target: target, weight: place.weights[code] ?? 1))
                    }
                }
            }
            for (number, run) in ordered(Array(runs.enumerated())) {
                let person = Pseudonym(high: 1, low: run.person), assessment = Pseudonym(high: 2, low: UInt64(number))
                // Run n of the list is run n of the snapshot: pseudonyms are in the order of the list.
                let key = Pseudonym(high: 3, low: UInt64(number))
                if !runs[..<number].contains(where: { $0.person == run.person }) { try writer.add(Participant(participantId: person)) }
                try writer.add(Assessment(assessmentId: assessment, participantId: person, testLanguage: run.language))
                for (code, score) in run.scores {
                    try writer.add(AssessmentScore(assessmentId: assessment, scaleCode: code, score: score))
                }
                try writer.add(
                    MatchRun(
                        matchRunId: key, participantId: person, assessmentId: assessment, algorithmVersion: run.version,
                        executedOn: try day(run.on), sequence: 1))
                for (rank, result) in run.recorded.enumerated() {
                    try writer.add(MatchResult(matchRunId: key, rank: rank + 1, workplaceId: result.place, distance: result.distance))
                }
            }
            return try Self.manifest()
        }
        return try Snapshot.read(from: path)
    }

    static func manifest() throws -> SnapshotManifest {
        guard let period = Period(from: try day("2026-01-01"), to: try day("2026-12-31")) else { throw TestProblem("no period") }
        return SnapshotManifest(
            contractVersion: "1", toolVersion: "test", period: period, timeZone: "Europe/Amsterdam", ageBandBounds: [27, 45, 55],
            linkable: false, transformations: [:], unrecognised: [:], relations: [:])
    }
}

func day(_ iso: String) throws -> Day {
    guard let day = Day(iso: iso) else { throw TestProblem("\(iso) is no day") }
    return day
}

struct TestProblem: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}

/// SplitMix64 (Steele, Lea and Flood 2014), so that every run of a test sees the same data.
struct TestGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

extension RankingCore {
    static func test(
        distance: Distance = .euclidean, weights: Weights = Weights(profile: false), scaling: Scaling = Scaling(kind: .none),
        profiles: ProfileChoice = .everyone, missing: MissingValues = .skip, places: Places = .activeOnRunDay, filters: Filters = .none,
        ties: Ties = .bytes, top: Int? = nil
    ) -> RankingCore {
        RankingCore(
            name: "test", algorithmVersion: "1", distance: distance, weights: weights, scaling: scaling, profiles: profiles,
            missingValues: missing, places: places, filters: filters, ties: ties, top: top, sha256: "")
    }
}

extension Snapshot {
    func ids(_ list: ReplayedList) -> [String] { list.workplaces.map { workplaces[$0].workplaceId } }
}
