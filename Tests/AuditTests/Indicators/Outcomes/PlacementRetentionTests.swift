import Metrics
import Testing

@testable import Audit

@Suite struct PlacementRetentionTests {
    /// Per 40 women: 8 end on day 50 (4 of them because it was no match), 4 are promoted on day 20, 4 end on day 91, 24 stay. Of 40 men 2 end
    /// on day 90, 38 stay. All are placed on day 10 of the year.
    private func town(missing: Set<String> = []) -> OutcomeTown {
        var town = OutcomeTown(missing: missing)
        for number in 0..<40 {
            var stay = OutcomeTown.Stay(start: 10)
            switch number {
            case 0..<4: (stay.end, stay.reason) = (60, "no_match")
            case 4..<8: (stay.end, stay.reason) = (60, "contract_ended")
            case 8..<12: (stay.end, stay.reason) = (30, "promoted")
            case 12..<16: (stay.end, stay.reason) = (101, "other")
            default: break
            }
            town.add("female", lists: [0], stays: [stay])
            town.add("male", lists: [0], stays: [.init(start: 10, end: number < 2 ? 100 : nil)])
        }
        return town
    }

    @Test func earlyEndings() throws {
        let limits = try OutcomeTown.limits()
        let frame = town().frame()
        let metrics = PlacementRetention.measure(frame, limits: limits)
        #expect(metrics.map(\.description.metric) == ["ended_early", "ended_within_180", "ended_no_match"])
        let early = try frame.women(metrics[0], limits)
        // Promotion takes nobody from the denominator: 8 of 40. Day 90 counts, day 91 does not.
        #expect(abs(early.groupValue - 0.2) < 1e-12 && abs(early.referenceValue - 0.05) < 1e-12)
        let half = try frame.women(metrics[1], limits)
        #expect(abs(half.groupValue - 0.3) < 1e-12 && abs(half.referenceValue - 0.05) < 1e-12)
        let noMatch = try frame.women(metrics[2], limits)
        #expect(abs(noMatch.groupValue - 0.1) < 1e-12 && noMatch.referenceValue == 0)
        #expect(metrics.allSatisfy { $0.cap == nil && $0.description.adverse == "higher" })
    }

    @Test func whoGotPastTheDayIsKnownNotToHaveEndedEarly() throws {
        let limits = try OutcomeTown.limits()
        let frame = town().frame()
        let metric = PlacementRetention.measure(frame, limits: limits)[0]
        let sides = frame.sides(metric)
        let p = ExactTest.pValue(metric.observations, group: sides.group, reference: sides.reference, limits: limits)
        #expect(try p == FisherExact(a: 8, b: 32, c: 2, d: 38).pValue)
    }

    @Test func recentPlacementsCountAsLongAsTheyAreSeen() throws {
        var town = OutcomeTown()
        // Half are seen for 30 days only; of the other half a quarter ends on day 50.
        for number in 0..<80 {
            let isRecent = number % 2 == 0
            let end = !isRecent && number % 8 == 1 ? 60 : nil
            town.add("female", lists: [0], stays: [.init(start: isRecent ? 334 : 10, end: end)])
            town.add("male", lists: [0], stays: [.init(start: 10, end: end)])
        }
        let limits = try OutcomeTown.limits()
        let frame = town.frame()
        let early = try frame.women(PlacementRetention.measure(frame, limits: limits)[0], limits)
        #expect(abs(early.groupValue - 0.25) < 1e-12 && abs(early.referenceValue - 0.125) < 1e-12)
        #expect(early.groupCount == 80)
    }

    @Test func withoutTheReasonASignalAtMost() throws {
        let limits = try OutcomeTown.limits()
        let metrics = PlacementRetention.measure(town(missing: ["placement.end_reason"]).frame(), limits: limits)
        #expect(metrics.map(\.description.metric) == ["ended_early", "ended_within_180"])
        #expect(metrics.allSatisfy { $0.cap == "no_end_reason" })
    }

    @Test func needs() {
        #expect(PlacementRetention.unavailability(in: OutcomeTown(missing: ["placement"]).snapshot) == "relation_missing:placement")
        #expect(PlacementRetention.unavailability(in: OutcomeTown(missing: ["placement.ended_on"]).snapshot) == "column_missing:placement.ended_on")
        #expect(PlacementRetention.unavailability(in: OutcomeTown(missing: ["placement.end_reason"]).snapshot) == nil)
    }

    @Test func table() throws {
        let limits = try OutcomeTown.limits()
        let frame = town().frame()
        let metric = PlacementRetention.measure(frame, limits: limits)[0]
        let table = try #require(PlacementRetention.tables(frame, partition: frame.genders(metric, limits), limits: limits).first)
        #expect(table.id == "8.4" && table.number("female", column: "placed_people") == 40)
        func near(_ column: String, _ value: Double) -> Bool { table.number("female", column: column).map { abs($0 - value) < 1e-9 } ?? false }
        #expect(near("retained_day_90", 0.8) && near("retained_day_180", 0.7) && near("ended_no_match", 0.1))
        // The window shows 354 days of these placements.
        #expect(table.number("female", column: "retained_day_365") == nil)
        // 8 lose 130 of 180 days, 4 lose 89.
        #expect(near("days_in_place", 180 - (8 * 130 + 4 * 89) / 40.0))
    }
}
