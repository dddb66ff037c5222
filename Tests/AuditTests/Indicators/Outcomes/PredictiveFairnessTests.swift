import Metrics
import Testing

@testable import Audit

@Suite struct PredictiveFairnessTests {
    /// Placements that lasted or not, at distances 1 to 4: `lasting` of the ten women and ten men at each distance.
    private func town(women: [Int], men: [Int], shift: Double = 0, each: Int = 10) -> OutcomeTown {
        var town = OutcomeTown()
        for (index, (first, second)) in zip(women, men).enumerated() {
            for number in 0..<each {
                town.add(
                    "female", lists: [0], distance: Double(index + 1) + shift,
                    stays: [.init(start: 10, end: number < first ? nil : 40)])
                town.add("male", lists: [0], distance: Double(index + 1), stays: [.init(start: 10, end: number < second ? nil : 40)])
            }
        }
        return town
    }

    @Test func atTheMeanDistance() throws {
        let limits = try OutcomeTown.limits()
        let frame = town(women: [7, 6, 5, 4], men: [9, 8, 7, 6]).frame()
        let metric = PredictiveFairness.measure(frame, limits: limits)[0]
        let difference = try frame.women(metric, limits)
        // Parallel lines, two in ten apart everywhere.
        #expect(abs(difference.estimate + 0.2) < 1e-9 && abs(difference.groupValue - 0.55) < 1e-9)
        #expect(difference is PredictedAtMeanDifference && metric.description.adverse == "lower")
    }

    @Test func aGapThatMeasurementErrorCanMakeIsASignalAtMost() throws {
        let limits = try OutcomeTown.limits()
        // The groups differ in distance by one and a half, and the line is steep: a tenth less at the same distance can be unreliability.
        let steep = town(women: [88, 56, 24, 8], men: [152, 120, 88, 56], shift: 1.5, each: 160).frame()
        let metric = PredictiveFairness.measure(steep, limits: limits)[0]
        #expect(try steep.women(metric, limits).interval(level: 0.95).high < 0)
        #expect(metric.observations.cap(steep.sides(metric)) == "fallible_predictor")
        // The same distances on both sides: nothing for reliability to explain, and a difference far from none.
        let clear = town(women: [16, 12, 10, 8], men: [38, 36, 34, 30], each: 40).frame()
        let other = PredictiveFairness.measure(clear, limits: limits)[0]
        #expect(other.observations.cap(clear.sides(other)) == nil)
        // A difference too small to settle.
        let small = town(women: [7, 6, 5, 4], men: [8, 6, 5, 4]).frame()
        let third = PredictiveFairness.measure(small, limits: limits)[0]
        #expect(third.observations.cap(small.sides(third)) == "fallible_predictor")
    }

    @Test func bothOutcomesMustHaveBeenSeen() throws {
        let limits = try OutcomeTown.limits()
        let frame = town(women: [10, 10, 10, 9], men: [9, 8, 7, 6]).frame()
        #expect(throws: Undefined.tooFewObservations(needed: 10)) {
            try frame.women(PredictiveFairness.measure(frame, limits: limits)[0], limits)
        }
    }

    @Test func whoCountsAsRetained() throws {
        var town = OutcomeTown()
        town.add("female", lists: [0], distance: 2, stays: [.init(start: 10, end: 101)])
        town.add("female", lists: [0], distance: 3, stays: [.init(start: 10, end: 100)])
        town.add("female", lists: [0], distance: 4, stays: [.init(start: 10, end: 20, reason: "promoted")])
        // Seen for 89 days: not known, whatever became of it so far.
        town.add("female", lists: [0], distance: 5, stays: [.init(start: 275, end: 280)])
        town.add("female", lists: [0], distance: 6)
        let successes = Success.retained(town.frame(), days: 90)
        #expect(successes.map { $0?.succeeded } == [true, false, true, nil, nil])
        #expect(successes.map { $0?.distance } == [2, 3, 4, nil, nil])
    }

    @Test func whoCountsAsPlaced() throws {
        var town = OutcomeTown()
        town.add("female", lists: [0], distance: 2, stays: [.init(start: 180)])
        town.add("female", lists: [0], distance: 3, stays: [.init(start: 181)])
        town.add("female", lists: [0], distance: 4, left: 5)
        // Cannot be followed for 180 days, though it is known how it ended.
        town.add("female", lists: [200], distance: 5, stays: [.init(start: 210)])
        let successes = Success.placed(town.frame(), within: 180)
        #expect(successes.map { $0?.succeeded } == [true, false, false, nil])
    }

    @Test func thirdsOfTheDistance() throws {
        let limits = try OutcomeTown.limits()
        var town = OutcomeTown()
        for distance in 1...3 {
            for number in 0..<20 {
                for gender in ["female", "male"] {
                    town.add(gender, lists: [0], distance: Double(distance), stays: [.init(start: 10, end: number < 20 - 4 * distance ? nil : 30)])
                }
            }
        }
        let frame = town.frame()
        let metric = PredictiveFairness.measure(frame, limits: limits)[0]
        let tables = PredictiveFairness.tables(frame, partition: frame.genders(metric, limits), limits: limits)
        let table = try #require(tables.first { $0.id == "8.5" })
        #expect(table.rows.count == 6 && table.number("female", "third_1", column: "placed_people") == 20)
        #expect(table.number("female", "third_1", column: "retained") == 0.8 && table.number("male", "third_3", column: "retained") == 0.4)
        // Everybody lies on the common line.
        #expect(table.number("male", "third_3", column: "predicted_by_common_line").map { abs($0 - 0.4) < 1e-9 } == true)
        let corrected = try #require(tables.first { $0.id == "8.9" })
        #expect(corrected.rows.count == 4 && corrected.rows.map { $0[1] } == [.number(1), .number(0.7), .number(0.8), .number(0.9)])
    }

    @Test func aGroupWithASmallThirdShowsNone() throws {
        let limits = try OutcomeTown.limits()
        var town = OutcomeTown()
        for number in 0..<60 {
            town.add("male", lists: [0], distance: Double(number), stays: [.init(start: 10, end: number % 2 == 0 ? nil : 30)])
            town.add("female", lists: [0], distance: Double(number < 8 ? 50 : number), stays: [.init(start: 10, end: number % 2 == 0 ? nil : 30)])
        }
        for number in 0..<20 { town.add("other", lists: [0], distance: Double(number < 5 ? 50 : 2), stays: [.init(start: 10, end: number % 2 == 0 ? nil : 30)]) }
        let frame = town.frame()
        let metric = PredictiveFairness.measure(frame, limits: limits)[0]
        let table = try #require(PredictiveFairness.tables(frame, partition: frame.genders(metric, limits), limits: limits).first { $0.id == "8.5" })
        for third in ["third_1", "third_2", "third_3"] {
            #expect(table.number("other", third, column: "placed_people") == nil)
            #expect(table.number("male", third, column: "placed_people") != nil)
        }
    }
}
