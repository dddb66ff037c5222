import Cohort
import MatchReplay
import Testing

/// Real people and real occupations, against lists that numpy and scipy made (scenario_bfi_onet/SOURCE.md).
@Suite(.serialized)
struct ScenarioTests {
    private static func expectedLists() throws -> [[String]] {
        try Scenario.table("expected_top10_all.csv").map { row in (1...10).compactMap { row[$0 < 10 ? "top0\($0)" : "top10"] } }
    }

    private static func exact(_ scaling: RankingCore.Scaling) -> RankingCore { .test(scaling: scaling, ties: .numeric) }

    /// 2,236 lists of ten.
    @Test func everyTopTenIsExactOnAnyNumberOfThreads() throws {
        let expected = try Self.expectedLists()
        #expect(expected.count == 2236)
        #expect(expected.allSatisfy { $0.count == 10 })
        let snapshot = try Scenario.municipality(
            people: "people.csv", workplaces: "workplaces.csv", recorded: { expected[$0].map { ($0, nil) } }
        ).snapshot()
        let replay = try Replay(snapshot: snapshot, core: Self.exact(.init(kind: .z)))
        #expect(replay.core.constantsSource == .frozen)
        let lists = try replay.recordedLengthLists(threads: 1)
        #expect(lists.map(snapshot.ids) == expected)
        #expect(Fidelity.measure(snapshot: snapshot, replayed: lists).exactCount == 2236)
        #expect(try replay.recordedLengthLists(threads: 2) == lists)
        #expect(try replay.recordedLengthLists(threads: 7) == lists)

        // expected.csv: the first 50 people, distances to 12 decimals.
        let person = Dictionary(uniqueKeysWithValues: try Scenario.table("people.csv").enumerated().map { ($1["person_id"] ?? "", $0) })
        let distances = try Scenario.table("expected.csv")
        #expect(distances.count == 500)
        for row in distances {
            let rank = Int(try Scenario.number(row, "rank"))
            let run = try #require(person[row["person_id"] ?? ""])
            #expect(abs(lists[run].distances[rank - 1] - (try Scenario.number(row, "distance"))) < 1e-12)
        }
    }

    /// 1,695 rows: how often each occupation is in a top ten of the women and of the men. An occupation in nobody's list has no row.
    @Test func howOftenEachWorkplaceIsShownToEachGroup() throws {
        let snapshot = try Scenario.municipality(people: "people.csv", workplaces: "workplaces.csv").snapshot()
        let replay = try Replay(snapshot: snapshot, core: Self.exact(.init(kind: .z)))
        var times: [[String]: Int] = [:]
        for (run, person) in try Scenario.table("people.csv").enumerated() {
            let gender = try #require(person["gender"])
            for id in snapshot.ids(try replay.list(forRun: run, top: 10)) { times[["gender", gender, id], default: 0] += 1 }
        }
        let expected = try Scenario.table("expected_workplace_counts.csv")
        #expect(expected.count == 1695)
        var rows: [[String]: Int] = [:]
        for row in expected {
            let key = try ["group", "value", "workplace_id"].map { try #require(row[$0]) }
            #expect(rows.updateValue(Int(try Scenario.number(row, "times_in_top10")), forKey: key) == nil)
        }
        #expect(times == rows)
        #expect(times.values.reduce(0, +) == 22_360)
    }

    /// 500 rows of whole numbers with many ties: place, squared distance, competition rank, and how many places share the distance.
    @Test func tiesAreBrokenByNumberAndCounted() throws {
        let snapshot = try Scenario.municipality(people: "people_quantised.csv", workplaces: "workplaces_quantised.csv").snapshot()
        let replay = try Replay(snapshot: snapshot, core: Self.exact(.init(kind: .none)))
        let person = Dictionary(uniqueKeysWithValues: try Scenario.table("people_quantised.csv").enumerated().map { ($1["person_id"] ?? "", $0) })
        let expected = try Scenario.table("expected_ties.csv")
        #expect(expected.count == 500)
        var lists: [Int: ReplayedList] = [:]
        var shared = 0
        for row in expected {
            let run = try #require(person[row["person_id"] ?? ""])
            let list = try lists[run] ?? replay.list(forRun: run, top: nil)
            lists[run] = list
            let position = Int(try Scenario.number(row, "position")) - 1
            let distance = (try Scenario.number(row, "squared_distance")).squareRoot()
            #expect(snapshot.workplaces[list.workplaces[position]].workplaceId == row["workplace_id"])
            #expect(list.distances[position] == distance)
            #expect(list.distances.count { $0 < distance } + 1 == Int(try Scenario.number(row, "competition_rank")))
            #expect(list.distances.count { $0 == distance } == Int(try Scenario.number(row, "workplaces_at_this_distance")))
            if list.distances.count(where: { $0 == distance }) > 1 { shared += 1 }
        }
        #expect(lists.count == 50)
        // The test is about ties: nearly every row has one.
        #expect(shared > 400)
    }
}
