import Metrics
import Testing

@testable import Audit

@Suite struct GrowthTests {
    @Test func fromTheFirstToTheLastPlacementOrChoice() {
        var town = OutcomeTown()
        town.add("female", lists: [0], stays: [.init(start: 5, kind: "day_activity"), .init(start: 60, kind: "benefit_retained")])
        // The order of time, not of the rows; one step back counts as a step down.
        town.add("female", lists: [0], stays: [.init(start: 60, kind: "day_activity"), .init(start: 5, kind: "sheltered")])
        // Nobody moves above paid work.
        town.add("female", lists: [0], stays: [.init(start: 5, kind: "paid"), .init(start: 60, kind: "day_activity")])
        // One placement: the choices tell.
        town.add("female", lists: [0, 50], stays: [.init(start: 60)], chosen: ["day_activity", "day_activity"])
        town.add("female", lists: [0, 50, 90], chosen: ["sheltered", nil, "paid"])
        town.add("female", lists: [0, 50], chosen: ["sheltered", nil])
        town.add("female", lists: [0])
        #expect(KindOfWork.moves(town.frame()) == [2, -1, nil, 0, 2, nil, nil])
    }

    @Test func theHeadlineCountsStepsUp() throws {
        var town = OutcomeTown()
        for number in 0..<40 {
            town.add("female", lists: [0, 50], chosen: ["sheltered", number < 10 ? "paid" : "sheltered"])
            town.add("male", lists: [0, 50], chosen: ["sheltered", number < 20 ? "benefit_retained" : "day_activity"])
        }
        let limits = try OutcomeTown.limits()
        let frame = town.frame()
        let metrics = Growth.measure(frame, limits: limits)
        let difference = try frame.women(metrics[0], limits)
        #expect(difference.groupValue == 0.25 && difference.referenceValue == 0.5)
        let table = try #require(Growth.tables(frame, partition: frame.genders(metrics[0], limits), limits: limits).first)
        #expect(table.id == "8.6" && table.number("male", column: "moved_down") == 0.5 && table.number("female", column: "stayed") == 0.75)
        #expect(table.number("male", column: "tested_twice") == nil)
    }

    /// With an error of 3 a change must pass 1.96 x 3 x sqrt 2 = 8.3.
    @Test func reliableChange() throws {
        var town = OutcomeTown()
        town.scale("verbal", component: "capacity")
        town.scale("organising", component: "competence")
        town.scale("openness", component: "personality")
        for _ in 0..<5 { town.add("female", lists: [0]) }
        town.sitting(of: 0, on: -50, ["verbal": 40, "organising": 50, "openness": 10], error: 3)
        town.sitting(of: 0, on: 20, ["verbal": 48.4, "organising": 58.3, "openness": 90], error: 3)
        town.sitting(of: 1, on: -50, ["verbal": 40], error: 3)
        town.sitting(of: 1, on: 20, ["verbal": 31], error: 3)
        // Corrected by the next: what it said is no beginning.
        let correct = town.sitting(of: 2, on: 0, ["verbal": 60], error: 3)
        town.sitting(of: 2, on: -50, ["verbal": 10], error: 3, supersededBy: correct)
        town.sitting(of: 3, on: -50, ["verbal": 40], error: 3)
        town.sitting(of: 3, on: 400, ["verbal": 80], error: 3)
        let changes = Retest.changes(town.frame())
        #expect(changes == [.init(higher: 0.5, lower: 0), .init(higher: 0, lower: 1), nil, nil, nil])
        let limits = try OutcomeTown.limits()
        let metric = try #require(Growth.measure(town.frame(), limits: limits).named("reliable_change"))
        #expect(metric.observations.population == [0, 1])
    }

    @Test func needs() {
        #expect(Growth.unavailability(in: OutcomeTown(missing: ["placement", "choice"]).snapshot) == "relation_missing:placement")
        #expect(Growth.unavailability(in: OutcomeTown(missing: ["placement"]).snapshot) == nil)
        #expect(Growth.unavailability(in: OutcomeTown(missing: ["placement", "choice.chosen_workplace_id"]).snapshot) == "relation_missing:placement")
    }

    @Test func withoutErrorsNoReliableChange() throws {
        let town = OutcomeTown(missing: ["assessment_score.standard_error"])
        #expect(Growth.measure(town.frame(), limits: try OutcomeTown.limits()).map(\.description.metric) == ["moved_up"])
    }
}
