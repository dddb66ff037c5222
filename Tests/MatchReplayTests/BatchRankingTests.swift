import MatchReplay
import Testing

/// Lists made together are those made one by one, bit for bit, whatever the core and whoever is asked for.
struct BatchRankingTests {
    static let cores: [(name: String, core: RankingCore)] = [
        ("plain", .test()),
        ("all places", .test(places: .all)),
        ("places' own weights", .test(weights: .init(scales: ["b": 3], profile: true), ties: .numeric)),
        ("scaled", .test(scaling: .init(kind: .z), ties: .numeric)),
        ("short lists", .test(ties: .numeric, top: 3)),
        ("profiles per language", .test(profiles: .testLanguage(variants: [:], fallback: .everyone))),
        ("profiles per language or none", .test(profiles: .testLanguage(variants: [:], fallback: .excludePlace))),
        ("shared ranks", .test(ties: .shared)),
        ("random ties", .test(ties: .random(seed: 5))),
        ("another distance", .test(distance: .manhattan)),
        ("stand-ins for missing scores", .test(missing: .mean)),
        ("no place with what is missing", .test(missing: .excludePlace)),
        ("filters", .test(filters: .init(hours: true, travel: true, abilities: true))),
    ]

    /// Levels are few, so that many places are at one distance; some scores are missing, some places come and go.
    static func municipality() -> TinyMunicipality {
        var generator = TestGenerator(seed: 3)
        func level() -> Double { Double(Int.random(in: 0...4, using: &generator)) / 3 }
        let scales = ["a", "b", "c", "d"]
        let places = (0..<40).map { number -> TinyMunicipality.Place in
            var targets: [String: Double] = [:]
            for scale in scales where scale == "a" || Int.random(in: 0..<3, using: &generator) > 0 { targets[scale] = level() }
            var place = TinyMunicipality.Place(id: "\(number * 7)", targets: targets, weights: ["a": 1 + Double(number % 3)])
            if number % 9 == 0 { place.from = "2026-06-02" }
            if number % 11 == 0 { place.to = "2026-06-02" }
            if number % 4 == 0 { place.variants = ["ar": ["a": level(), "b": level()]] }
            return place
        }
        let runs = (0..<90).map { number -> TinyMunicipality.Run in
            var scores: [String: Double?] = [:]
            for scale in scales { scores[scale] = number % 7 == 3 && scale == "c" ? .some(nil) : .some(level()) }
            let recorded: [(place: String, distance: Double?)] = (0..<number % 9).map { ("\($0 * 7)", nil) }
            // The last run is the only one of its day.
            let day = number == 89 ? "2026-06-20" : "2026-06-0\(1 + number % 3)"
            return TinyMunicipality.Run(
                person: UInt64(number), scores: scores, on: day, recorded: recorded, language: number % 5 == 0 ? "ar" : "nl")
        }
        return TinyMunicipality(scales: Dictionary(uniqueKeysWithValues: scales.map { ($0, "capacity") }), places: places, runs: runs)
    }

    @Test func listsTogetherAreListsOneByOne() throws {
        let snapshot = try Self.municipality().snapshot()
        for (name, core) in Self.cores {
            let replay = try Replay(snapshot: snapshot, core: core)
            let runs = Array(snapshot.runs.indices.reversed()) + [0, 0]
            for top in [nil, 0, 1, 5, 17, 1000] {
                let together = try replay.lists(forRuns: runs, top: top, threads: 1)
                let single = try runs.map { run in try replay.list(forRun: run, top: top) }
                #expect(together == single, "\(name), top \(top ?? -1)")
                #expect(try replay.lists(forRuns: runs, top: top, threads: 3) == together)
            }
            let recorded = try replay.recordedLengthLists(threads: 2)
            let single = try snapshot.runs.indices.map { try replay.list(forRun: $0, top: snapshot.lists[$0].workplaces.count) }
            #expect(recorded == single, "\(name)")
        }
    }

    @Test func aRunThatIsNotThereIsAnErrorAndNoRunsAreNoLists() throws {
        let snapshot = try Self.municipality().snapshot()
        let replay = try Replay(snapshot: snapshot, core: .test())
        #expect(throws: ReplayError.noSuchRun(index: 90, count: 90)) { try replay.lists(forRuns: [1, 90], top: 3, threads: 1) }
        #expect(throws: ReplayError.noThreads(asked: 0)) { try replay.lists(forRuns: [1], top: 3, threads: 0) }
        #expect(try replay.lists(forRuns: [], top: 3, threads: 2).isEmpty)
    }
}
