import Cohort
import MatchReplay
import Testing

struct FidelityTests {
    /// Places at distance 1, 2, 3 of everybody, and what production wrote down of them.
    private func fidelity(_ recorded: [[(place: String, distance: Double?)]], versions: [String]? = nil) throws -> Fidelity {
        var municipality = TinyMunicipality(scales: ["a": "capacity"], places: [], runs: [])
        municipality.places = [.init(id: "one", targets: ["a": 1]), .init(id: "two", targets: ["a": 2]), .init(id: "three", targets: ["a": 3])]
        municipality.runs = recorded.enumerated().map { index, list in
            .init(person: UInt64(index), scores: ["a": 0], recorded: list, version: versions?[index] ?? "1")
        }
        let snapshot = try municipality.snapshot()
        return Fidelity.measure(snapshot: snapshot, replayed: try Replay(snapshot: snapshot, core: .test()).recordedLengthLists(threads: 1))
    }

    @Test func exactMeansEveryRankOfTheRecordedLength() throws {
        let fidelity = try fidelity([
            [("one", 1), ("two", 2), ("three", 3)], [("one", nil), ("two", nil)], [("one", 1.5), ("two", 2)],
            [("one", 1), ("three", 2.25), ("two", 9)], [("two", nil), ("one", 1)], [],
        ])
        #expect(fidelity.runs.map(\.exact) == [true, true, true, false, false, false])
        #expect(fidelity.runs.map(\.firstDifferingRank) == [nil, nil, nil, 2, 1, nil])
        #expect(fidelity.runs.map(\.distanceErrorAtThatRank) == [nil, nil, nil, 0.25, nil, nil])
        #expect(fidelity.runs.map(\.maximumDistanceError) == [0, nil, 0.5, 6, 1, nil])
        #expect(fidelity.exactCount == 3)
        #expect(fidelity.rate == 0.5)
        #expect(fidelity.firstDifferingRanks == [2: 1, 1: 1])
        #expect(fidelity.maximumDistanceError == 6)
    }

    @Test func aListLongerThanTheReplayDiffersWhereTheReplayEnds() throws {
        var municipality = TinyMunicipality(scales: ["a": "capacity"], places: [], runs: [])
        municipality.places = [.init(id: "one", targets: ["a": 1]), .init(id: "gone", targets: ["a": 2], to: "2026-05-01")]
        municipality.runs = [.init(person: 1, scores: ["a": 0], recorded: [("one", 1), ("gone", 2)])]
        let snapshot = try municipality.snapshot()
        let fidelity = Fidelity.measure(snapshot: snapshot, replayed: try Replay(snapshot: snapshot, core: .test()).recordedLengthLists(threads: 1))
        #expect(fidelity.runs == [.init(exact: false, firstDifferingRank: 2, distanceErrorAtThatRank: nil, maximumDistanceError: 0)])
    }

    @Test func versionsAreCountedApart() throws {
        let fidelity = try fidelity([[("one", 1)], [("two", 1)], [("one", 1)]], versions: ["2.10", "2.9", "2.10"])
        #expect(fidelity.versions.map(\.algorithmVersion) == ["2.10", "2.9"])
        #expect(fidelity.versions.map(\.exactCount) == [2, 0])
        #expect(fidelity.versions.map(\.runCount) == [2, 1])
        #expect(fidelity.versions.map(\.firstDifferingRanks) == [[:], [1: 1]])
    }
}
