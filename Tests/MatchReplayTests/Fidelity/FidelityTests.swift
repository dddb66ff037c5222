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
        let replayed = try Replay(snapshot: snapshot, core: .test()).recordedLengthLists(threads: 1)
        let fidelity = Fidelity.measure(snapshot: snapshot, replayed: replayed)
        // The few bytes that an audit keeps of each list say the same.
        let kept = ListFidelity.all(of: snapshot, replayed: replayed)
        #expect(kept.map(\.isExact) == fidelity.runs.map(\.exact))
        #expect(kept.map(\.firstDifferingRank) == fidelity.runs.map(\.firstDifferingRank))
        #expect(kept.map(\.maximumDistanceError) == fidelity.runs.map(\.maximumDistanceError))
        return fidelity
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
        #expect(fidelity.runs == [.init(exact: false, firstDifferingRank: 2, distanceErrorAtThatRank: nil, maximumDistanceError: 0, rankBiasedOverlap: fidelity.runs[0].rankBiasedOverlap)])
        // One of one in common, then one of two: .1 (1 + .9 / 2 + .81 / 3 + ...) with the agreement at the end of the shorter list going on is 1.
        #expect(fidelity.runs[0].rankBiasedOverlap == 1)
    }

    @Test func versionsAreCountedApart() throws {
        let fidelity = try fidelity([[("one", 1)], [("two", 1)], [("one", 1)]], versions: ["2.10", "2.9", "2.10"])
        #expect(fidelity.versions.map(\.algorithmVersion) == ["2.10", "2.9"])
        #expect(fidelity.versions.map(\.exactCount) == [2, 0])
        #expect(fidelity.versions.map(\.runCount) == [2, 1])
        #expect(fidelity.versions.map(\.firstDifferingRanks) == [[:], [1: 1]])
    }

    /// Median and largest error over the ranks of all runs of a version; rank-biased overlap as in V51 of the literature (Webber and others 2010).
    @Test func errorsAndOverlapPerVersion() throws {
        let fidelity = try fidelity(
            [[("one", 1), ("two", 2.5), ("three", 3)], [("one", 1.125), ("two", nil)], [("two", 1), ("one", 2), ("three", nil)], [("one", nil)], []],
            versions: ["1", "1", "2", "3", "4"])
        #expect(fidelity.versions.map(\.maximumDistanceError) == [0.5, 0, nil, nil])
        // Errors 0, .5, 0, .125 of version 1.
        #expect(fidelity.versions.map(\.medianDistanceError) == [0.0625, 0, nil, nil])
        #expect(fidelity.versions.map(\.rate) == [1, 0, 1, 0])
        // By hand: agreement 0 at depth 1, then 1 for ever: 1 - .1.
        #expect(fidelity.versions.map { $0.meanRankBiasedOverlap.map { ($0 * 1e12).rounded() / 1e12 } } == [1, 0.9, 1, nil])
    }

    /// Without a replayed list there is nothing in common; a place recorded twice is no second place.
    @Test func overlapAtTheEdges() throws {
        let snapshot = try TinyMunicipality(
            scales: ["a": "capacity"], places: [.init(id: "one", targets: ["a": 1]), .init(id: "two", targets: ["a": 2])],
            runs: [.init(person: 1, scores: ["a": 0], recorded: [("one", 1), ("one", 1), ("two", 2)]), .init(person: 2, scores: ["a": 0], recorded: [("one", 1)])]
        ).snapshot()
        let one = ReplayedList(workplaces: [0, 1], distances: [1, 2])
        let fidelity = Fidelity.measure(snapshot: snapshot, replayed: [one])
        #expect(fidelity.runs.map(\.rankBiasedOverlap) == [1, 0])
        #expect(fidelity.runs.map(\.exact) == [false, false])
    }
}
