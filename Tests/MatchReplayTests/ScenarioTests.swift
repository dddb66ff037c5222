import Cohort
import MatchReplay
import Testing

/// Real people and real occupations, against lists that numpy and scipy made (scenario_bfi_onet/SOURCE.md).
@Suite(.serialized)
struct ScenarioTests {
    private static func expectedLists() throws -> [[String]] {
        try Scenario.table("expected_top10_all.csv").map { row in (1...10).compactMap { row[$0 < 10 ? "top0\($0)" : "top10"] } }
    }

    @Test func everyTopTenIsExactOnAnyNumberOfThreads() throws {
        let expected = try Self.expectedLists()
        #expect(expected.count == 2236)
        let snapshot = try Scenario.municipality(
            people: "people.csv", workplaces: "workplaces.csv", recorded: { expected[$0].map { ($0, nil) } }
        ).snapshot()
        let replay = try Replay(snapshot: snapshot, core: .test(scaling: .init(kind: .z), ties: .numeric))
        #expect(replay.core.constantsSource == .frozen)
        let lists = try replay.recordedLengthLists(threads: 1)
        #expect(lists.map(snapshot.ids) == expected)
        #expect(Fidelity.measure(snapshot: snapshot, replayed: lists).exactCount == 2236)
        #expect(try replay.recordedLengthLists(threads: 2) == lists)
        #expect(try replay.recordedLengthLists(threads: 7) == lists)

        // expected.csv: the first 50 people, distances to 12 decimals.
        let person = Dictionary(uniqueKeysWithValues: try Scenario.table("people.csv").enumerated().map { ($1["person_id"] ?? "", $0) })
        for row in try Scenario.table("expected.csv") {
            let rank = Int(try Scenario.number(row, "rank"))
            let run = try #require(person[row["person_id"] ?? ""])
            #expect(abs(lists[run].distances[rank - 1] - (try Scenario.number(row, "distance"))) < 1e-12)
        }
    }

    @Test func tiesAreBrokenByNumber() throws {
        let snapshot = try Scenario.municipality(people: "people_quantised.csv", workplaces: "workplaces_quantised.csv").snapshot()
        let replay = try Replay(snapshot: snapshot, core: .test(ties: .numeric))
        let person = Dictionary(uniqueKeysWithValues: try Scenario.table("people_quantised.csv").enumerated().map { ($1["person_id"] ?? "", $0) })
        let expected = try Scenario.table("expected_ties.csv")
        #expect(expected.count == 500)
        for row in expected {
            let list = try replay.list(forRun: try #require(person[row["person_id"] ?? ""]), top: 10)
            let position = Int(try Scenario.number(row, "position")) - 1
            #expect(snapshot.ids(list)[position] == row["workplace_id"])
            #expect(list.distances[position] == (try Scenario.number(row, "squared_distance")).squareRoot())
        }
    }
}
