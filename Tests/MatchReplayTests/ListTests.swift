import Cohort
import MatchReplay
import Testing

/// Lists small enough to be worked out by hand.
struct ListTests {
    @Test func unscaledDistancesAreEuclidean() throws {
        let snapshot = try TinyMunicipality(
            places: [.init(id: "far", targets: ["a": 3, "b": 4]), .init(id: "near", targets: ["a": 0, "b": 1]), .init(id: "there", targets: ["a": 0, "b": 0])],
            runs: [.init(person: 1, scores: ["a": 0, "b": 0])]
        ).snapshot()
        let list = try Replay(snapshot: snapshot, core: .test()).list(forRun: 0, top: nil)
        #expect(snapshot.ids(list) == ["there", "near", "far"])
        #expect(list.distances == [0, 1, 5])
        let two = try Replay(snapshot: snapshot, core: .test()).list(forRun: 0, top: 2)
        #expect(snapshot.ids(two) == ["there", "near"])
        #expect(try Replay(snapshot: snapshot, core: .test()).list(forRun: 0, top: 0).workplaces.isEmpty)
    }

    @Test func weightsOfComponentScaleAndPlaceAreMultiplied() throws {
        let snapshot = try TinyMunicipality(
            places: [.init(id: "p", targets: ["a": 1, "b": 1], weights: ["a": 4, "b": 0.5])], runs: [.init(person: 1, scores: ["a": 0, "b": 0])]
        ).snapshot()
        func distance(_ weights: RankingCore.Weights) throws -> Double {
            try #require(Replay(snapshot: snapshot, core: .test(weights: weights)).list(forRun: 0, top: nil).distances.first)
        }
        #expect(try distance(.init(profile: false)) == (2.0).squareRoot())
        #expect(try distance(.init(profile: true)) == (4.5).squareRoot())
        #expect(try distance(.init(components: ["capacity": 6], profile: true)) == (7.0).squareRoot())
        #expect(try distance(.init(components: ["capacity": 6], scales: ["a": 0.25, "b": 2], profile: true)) == (7.0).squareRoot())
        #expect(try distance(.init(components: ["capacity": 0], profile: false)) == 1)
    }

    @Test func eachSideIsScaledByItself() throws {
        // People: a is 0 and 4 (mean 2, sd 2, range 0...4); places: a is 10 and 30 (mean 20, sd 10).
        let municipality = TinyMunicipality(
            scales: ["a": "capacity"], places: [.init(id: "high", targets: ["a": 30]), .init(id: "low", targets: ["a": 10])],
            runs: [.init(person: 1, scores: ["a": 0]), .init(person: 2, scores: ["a": 4])])
        let snapshot = try municipality.snapshot()
        let z = try Replay(snapshot: snapshot, core: .test(scaling: .init(kind: .z)))
        #expect(z.core.constantsSource == .frozen)
        #expect(try z.list(forRun: 0, top: nil) == ReplayedList(workplaces: [1, 0], distances: [0, 2]))
        #expect(try z.list(forRun: 1, top: nil) == ReplayedList(workplaces: [0, 1], distances: [0, 2]))
        let range = try Replay(snapshot: snapshot, core: .test(scaling: .init(kind: .range)))
        #expect(try range.list(forRun: 0, top: nil) == ReplayedList(workplaces: [1, 0], distances: [0, 1]))

        let ten = ["a": LinearScale(centre: 0, spread: 10)]
        let given = try Replay(
            snapshot: snapshot, core: .test(scaling: .init(kind: .z, given: .init(participants: ["a": .init(centre: 0, spread: 1)], workplaces: ten))))
        #expect(given.core.constantsSource == .given)
        #expect(try given.list(forRun: 0, top: nil).distances == [1, 3])
    }

    @Test func placesCountOnTheDaysTheyAreOffered() throws {
        let snapshot = try TinyMunicipality(
            places: [
                .init(id: "always", targets: ["a": 0]), .init(id: "ended", targets: ["a": 0], to: "2026-05-31"),
                .init(id: "future", targets: ["a": 0], from: "2026-06-02"), .init(id: "last day", targets: ["a": 0], to: "2026-06-01"),
            ],
            runs: [.init(person: 1, scores: ["a": 0], on: "2026-06-01")]
        ).snapshot()
        func ids(_ core: RankingCore) throws -> [String] { snapshot.ids(try Replay(snapshot: snapshot, core: core).list(forRun: 0, top: nil)) }
        #expect(try ids(.test()) == ["always", "last day"])
        #expect(try ids(.test(places: .all)) == ["always", "ended", "future", "last day"])
    }

    @Test(arguments: RankingCore.MissingValues.allCases)
    func missingScores(policy: RankingCore.MissingValues) throws {
        let snapshot = try TinyMunicipality(
            places: [.init(id: "asks a", targets: ["a": 3]), .init(id: "asks b", targets: ["b": 1]), .init(id: "asks both", targets: ["a": 2, "b": 9])],
            runs: [.init(person: 1, scores: ["a": 0, "b": nil]), .init(person: 2, scores: ["a": 0, "b": 0]), .init(person: 3, scores: [:])]
        ).snapshot()
        let replay = try Replay(snapshot: snapshot, core: .test(missing: policy))
        let list = try replay.list(forRun: 0, top: nil)
        // A place that asks only what was not measured is on nobody's list.
        switch policy {
        case .skip:
            #expect(snapshot.ids(list) == ["asks both", "asks a"])
            #expect(list.distances == [2, 3])
        case .skipAndRescale:
            #expect(snapshot.ids(list) == ["asks both", "asks a"])
            #expect(list.distances == [(8.0).squareRoot(), 3])
        case .mean:
            // The only other score on b is 0, so that is the mean.
            #expect(snapshot.ids(list) == ["asks a", "asks both"])
            #expect(list.distances == [3, (85.0).squareRoot()])
        case .worst:
            // b runs from -100 to 100; farthest from 9 lies -100.
            #expect(snapshot.ids(list) == ["asks a", "asks both"])
            #expect(list.distances == [3, (4.0 + 109 * 109).squareRoot()])
        case .excludePlace:
            #expect(snapshot.ids(list) == ["asks a"])
        }
        #expect(snapshot.ids(try replay.list(forRun: 1, top: nil)) == ["asks b", "asks a", "asks both"])
        #expect(try replay.list(forRun: 2, top: nil).workplaces.isEmpty)
    }

    @Test func equalDistancesAreOrderedByBytesOrByNumber() throws {
        func ids(_ places: [String], _ ties: RankingCore.Ties) throws -> [String] {
            let snapshot = try TinyMunicipality(
                places: places.map { .init(id: $0, targets: ["a": 0]) }, runs: [.init(person: 1, scores: ["a": 0])]
            ).snapshot()
            return snapshot.ids(try Replay(snapshot: snapshot, core: .test(ties: ties)).list(forRun: 0, top: nil))
        }
        #expect(try ids(["10", "9", "100", "09", "90000000000000000000000"], .bytes) == ["09", "10", "100", "9", "90000000000000000000000"])
        #expect(try ids(["10", "9", "100", "09", "90000000000000000000000"], .numeric) == ["09", "9", "10", "100", "90000000000000000000000"])
        // By bytes "Z" < "a" < "é" (C3 A9) < U+FF21; String's own order agrees with neither case folding nor this in general.
        #expect(try ids(["é", "a", "Z", "\u{FF21}", "e\u{301}x"], .bytes) == ["Z", "a", "e\u{301}x", "é", "\u{FF21}"])
        #expect(throws: ReplayError.idNotNumeric(workplaceId: "W-1", core: "test")) { try ids(["1", "W-1"], .numeric) }
        #expect(throws: ReplayError.idNotNumeric(workplaceId: "-1", core: "test")) { try ids(["-1"], .numeric) }
    }

    @Test func otherProfileVariantsAreLeftAside() throws {
        let snapshot = try TinyMunicipality(
            places: [.init(id: "p", targets: ["a": 1], variants: ["ar": ["a": 50, "b": 50]])], runs: [.init(person: 1, scores: ["a": 0, "b": 0])]
        ).snapshot()
        #expect(try Replay(snapshot: snapshot, core: .test()).list(forRun: 0, top: nil).distances == [1])
    }
}
