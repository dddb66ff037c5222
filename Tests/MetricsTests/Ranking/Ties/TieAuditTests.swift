import Testing
import Metrics

@Suite struct TieAuditTests {
    @Test func theLowerNumberGetsAPermanentGift() throws {
        // Three people for whom places 0 and 1 are equally near, and place 2 far.
        let distances = try DistanceMatrix(participants: 3, workplaces: 3, values: [1, 1, 4, 2, 2, 5, 3, 3, 7])
        let audit = try TieAudit(distances, ties: .lowerIndexFirst, discount: .reciprocal, depth: 3)
        #expect(audit.count == 3 && audit.tiedLists == 3 && audit.tiedPlaces == 6 && audit.cutLists == 0)
        #expect(audit.given == [3, 1.5, 1] && audit.expected == [2.25, 2.25, 1])
        #expect(audit.gifts == [0.75, -0.75, 0])
        #expect(abs(audit.estimate - 0.75 / 5.5) < 1e-15)
        let other = try TieAudit(distances, ties: .positions([1, 0, 2]), discount: .reciprocal, depth: 3)
        #expect(other.gifts == [-0.75, 0.75, 0])
    }

    @Test func aTieAcrossTheCutDecidesWhoIsShown() throws {
        let distances = try DistanceMatrix(participants: 1, workplaces: 4, values: [1, 2, 2, .infinity])
        let audit = try TieAudit(distances, ties: .lowerIndexFirst, discount: .uniform, depth: 2)
        #expect(audit.cutLists == 1 && audit.tiedLists == 1 && audit.tiedPlaces == 2)
        #expect(audit.given == [1, 1, 0, 0] && audit.expected == [1, 0.5, 0.5, 0])
        #expect(audit.estimate == 0.25)
    }

    @Test func withoutTiesNothingIsMoved() throws {
        let distances = try DistanceMatrix(participants: 2, workplaces: 3, values: [1, 2, 3, .infinity, .infinity, .infinity])
        let audit = try TieAudit(distances, ties: .lowerIndexFirst, discount: .logarithmic, depth: 5)
        #expect(audit.estimate == 0 && audit.tiedLists == 0 && audit.count == 1 && audit.withoutList == 1)
        // A tie below the depth is nobody's concern.
        let below = try DistanceMatrix(participants: 1, workplaces: 3, values: [1, 3, 3])
        #expect(try TieAudit(below, ties: .lowerIndexFirst, discount: .logarithmic, depth: 1).tiedLists == 0)
    }

    @Test func undefinedInput() throws {
        let nobody = try DistanceMatrix(participants: 1, workplaces: 1, values: [.infinity])
        #expect(throws: Undefined.noObservations) { try TieAudit(nobody, ties: .lowerIndexFirst, discount: .uniform, depth: 1) }
        #expect(throws: Undefined.outsideRange) { try TieAudit(nobody, ties: .lowerIndexFirst, discount: .uniform, depth: 0) }
    }

    /// Coarse scores of real people and occupations: how many places stand at the same distance, as published with the data.
    @Test func realDataQuantisedTies() throws {
        let names = ["E", "A", "C", "ES", "O"]
        let people = try SharedData.rows("data/scenario_bfi_onet/people_quantised.csv")
        let places = try SharedData.rows("data/scenario_bfi_onet/workplaces_quantised.csv").map { row in names.map { Double(row[$0]!)! } }
        let expected = Dictionary(grouping: try SharedData.rows("data/scenario_bfi_onet/expected_ties.csv")) { $0["person_id"]! }
        let chosen = people.filter { expected[$0["person_id"]!] != nil }
        let values = chosen.flatMap { person in
            places.map { place in zip(names, place).reduce(0.0) { $0 + (Double(person[$1.0]!)! - $1.1) * (Double(person[$1.0]!)! - $1.1) } }
        }
        let distances = try DistanceMatrix(participants: chosen.count, workplaces: places.count, values: values)
        let audit = try TieAudit(distances, ties: .lowerIndexFirst, discount: .logarithmic, depth: 10)
        var tied = 0
        for person in chosen {
            let rows = expected[person["person_id"]!]!
            // Places at each tied distance among the first ten, once per distance.
            let sizes = Dictionary(rows.map { ($0["squared_distance"]!, Int($0["workplaces_at_this_distance"]!)!) }, uniquingKeysWith: { a, _ in a })
            tied += sizes.values.filter { $0 > 1 }.reduce(0, +)
        }
        #expect(audit.tiedPlaces == tied && audit.count == 50)
        #expect(audit.estimate > 0.1)
    }
}
