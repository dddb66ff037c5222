import Testing
import Metrics

@Suite struct HubnessTests {
    private static func occurrences(_ counts: [Int]) throws -> Occurrences {
        // One list per appearance.
        let lists = counts.enumerated().flatMap { place, count in [[Int]](repeating: [place], count: count) }
        return try Occurrences(
            ParticipantLists(lists, workplaces: counts.count, groups: ParticipantGroups([Int?](repeating: 0, count: lists.count), named: 1)),
            depth: 1)
    }

    @Test func agreesWithScipy() throws {
        for row in Reference.inequalities {
            let counts = row[7...].map { Int($0) }
            guard Set(counts).count > 1 else { continue }
            #expect(abs(try Hubness(Self.occurrences(counts)).estimate - row[3]) < 1e-12)
        }
    }

    @Test func sharesOfTheEnds() throws {
        var counts = [Int](repeating: 1, count: 200)
        counts[7] = 201
        counts[8] = 0
        counts[9] = 0
        let hubs = try Hubness(Self.occurrences(counts))
        // The top two places of 200: 201 and 1 of 398 appearances.
        #expect(abs(hubs.topPercentShare - 202.0 / 398) < 1e-14)
        #expect(hubs.neverShown == 0.01 && hubs.estimate > 10 && hubs.count == 200)
    }

    @Test func noSkewnessOfAConstant() throws {
        #expect(throws: Undefined.zeroVariance) { try Hubness(Self.occurrences([2, 2, 2])) }
    }

    /// The scenario of real people and real occupations: counts of the ten nearest places, as published with the data.
    @Test func realDataScenario() throws {
        let rows = try SharedData.rows("data/scenario_bfi_onet/expected_top10_all.csv")
        let lists = rows.map { row in (1...10).map { rank in Int(row[rank < 10 ? "top0\(rank)" : "top10"]!)! - 1 } }
        let people = try SharedData.rows("data/scenario_bfi_onet/people.csv").map { $0["gender"] == "female" ? 0 : 1 }
        let all = try ParticipantLists(lists, workplaces: 879, groups: ParticipantGroups(people.map { $0 }, named: 2))
        for (group, name) in [(0, "female"), (1, "male")] {
            let counts = try Occurrences(all, depth: 10, group: group).counts
            var expected = [Int](repeating: 0, count: 879)
            for row in try SharedData.rows("data/scenario_bfi_onet/expected_workplace_counts.csv") where row["value"] == name && row["group"] == "gender" {
                expected[Int(row["workplace_id"]!)! - 1] = Int(row["times_in_top10"]!)!
            }
            #expect(counts == expected)
        }
        let hubs = try Hubness(Occurrences(all, depth: 10))
        // scipy.stats.skew and numpy of the same counts.
        #expect(abs(hubs.estimate - 1.1568732521761496) < 1e-12)
        #expect(abs(hubs.topPercentShare - 0.035257602862254024) < 1e-14)
        #expect(abs(hubs.neverShown - 0.013651877133105802) < 1e-15)
    }
}
