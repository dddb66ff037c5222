import Cohort
import MatchReplay
import Testing

struct RecordedDistanceUnitTests {
    private static func unit(_ recorded: (Double) -> Double?, places: Int = 5) throws -> RecordedDistanceUnit? {
        let targets = (1...places).map { Double($0) + 0.12345678 }
        let municipality = TinyMunicipality(
            scales: ["a": "capacity"], places: targets.enumerated().map { .init(id: "W\($0)", targets: ["a": $1]) },
            runs: [.init(person: 1, scores: ["a": 0], recorded: targets.enumerated().map { ("W\($0)", recorded($1)) })])
        let snapshot = try municipality.snapshot()
        let replayed = try Replay(snapshot: snapshot, core: .test()).recordedLengthLists(threads: 1)
        return RecordedDistanceUnit.byVersion(snapshot: snapshot, replayed: replayed)["1"]
    }

    @Test func unitsAreTold() throws {
        #expect(try Self.unit { $0 } == .same)
        #expect(try Self.unit { $0 * (1 + 1e-12) } == .same)
        #expect(try Self.unit { $0 * $0 } == .squared)
        #expect(try Self.unit { ($0 * 1000).rounded() / 1000 } == .rounded(decimals: 3))
        #expect(try Self.unit { $0.rounded() } == .rounded(decimals: 0))
        #expect(try Self.unit { $0 + 0.1 } == .unknown)
        #expect(try Self.unit { _ in nil } == .tooFewDistances)
        #expect(try Self.unit({ $0 / 4 }, places: 1) == .tooFewDistances)
        guard case .factor(let factor) = try Self.unit({ $0 / 4 }) else { throw TestProblem("a factor is expected") }
        #expect(abs(factor - 0.25) < 1e-12)
    }

    /// A list that the replay does not reproduce says nothing about units.
    @Test func onlyExactListsCount() throws {
        let municipality = TinyMunicipality(
            scales: ["a": "capacity"], places: [.init(id: "A", targets: ["a": 1]), .init(id: "B", targets: ["a": 2])],
            runs: [.init(person: 1, scores: ["a": 0], recorded: [("B", 2), ("A", 4)]), .init(person: 2, scores: ["a": 0], recorded: [("A", 2), ("B", 4)])])
        let snapshot = try municipality.snapshot()
        let replayed = try Replay(snapshot: snapshot, core: .test()).recordedLengthLists(threads: 1)
        #expect(RecordedDistanceUnit.byVersion(snapshot: snapshot, replayed: replayed) == ["1": .factor(2)])
    }
}
