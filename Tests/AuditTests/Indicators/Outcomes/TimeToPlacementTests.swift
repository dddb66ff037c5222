import Metrics
import Testing

@testable import Audit

@Suite struct TimeToPlacementTests {
    @Test func daysWithoutAPlacement() throws {
        var town = OutcomeTown()
        // Women: half placed on day 30, half never: 105 days. Men: half on day 90, a quarter leaves on day 10: 135.
        for number in 0..<40 {
            town.add("female", lists: [0], stays: number < 20 ? [.init(start: 30)] : [])
            town.add("male", lists: [0], left: number >= 30 ? 10 : nil, stays: number < 20 ? [.init(start: 90)] : [])
        }
        let limits = try OutcomeTown.limits()
        let frame = town.frame()
        let metric = TimeToPlacement.measure(frame, limits: limits)[0]
        #expect(metric.description.unit == "days" && metric.description.adverse == "higher" && metric.description.headline)
        let difference = try frame.women(metric, limits)
        #expect(abs(difference.groupValue - 105) < 1e-9 && abs(difference.referenceValue - 135) < 1e-9)
        let welch = try WelchDifference(
            group: (0..<40).map { $0 < 20 ? 30 : 180 }, reference: (0..<40).map { $0 < 20 ? 90 : 180 })
        #expect(abs(difference.standardError - welch.standardError) < 1e-9 && abs(difference.pValue - welch.pValue) < 1e-9)

        let table = try #require(TimeToPlacement.tables(frame, partition: frame.genders(metric, limits), limits: limits).first)
        #expect(table.id == "8.3" && table.number("female", column: "days_without").map { abs($0 - 105) < 1e-9 } == true)
        #expect(table.number("female", column: "without_placement_day_30") == 0.5 && table.number("male", column: "without_placement_day_30") == 1)
        #expect(table.number("male", column: "without_placement_day_180") == 0.5)
        let logRank = try LogRank(groups: [
            (0..<40).map { $0 < 20 ? Metrics.FollowUp.event(at: 30) : .censored(at: 364) },
            (0..<40).map { $0 < 20 ? Metrics.FollowUp.event(at: 90) : .censored(at: $0 < 30 ? 364 : 10) },
        ])
        #expect(table.number("female", column: "log_rank_p") == logRank.pValue)
    }

    @Test func theHorizonIsTheLastDayWithEnoughAtRiskOnBothSides() throws {
        var town = OutcomeTown()
        // Men are followed for 100 days only.
        for number in 0..<40 {
            town.add("female", lists: [0], stays: number < 20 ? [.init(start: 30)] : [])
            town.add("male", lists: [264], stays: number < 20 ? [.init(start: 294)] : [])
        }
        let limits = try OutcomeTown.limits()
        let frame = town.frame()
        let difference = try frame.women(TimeToPlacement.measure(frame, limits: limits)[0], limits)
        #expect((difference as? RestrictedTimeWithoutDifference)?.horizon == 100)
        #expect(abs(difference.groupValue - 65) < 1e-9 && abs(difference.referenceValue - 65) < 1e-9)
    }

    @Test func delayedEntryIsPartOfTheFigureWhereTheSystemAsksForIt() throws {
        var town = OutcomeTown()
        for number in 0..<40 {
            town.add("female", lists: [0], stays: number < 20 ? [.init(start: 30)] : [])
            town.add("male", lists: [0], stays: number < 20 ? [.init(start: 30)] : [])
        }
        for number in 0..<20 { town.add("female", lists: [-100, 5], stays: number < 10 ? [.init(start: 20)] : []) }
        let limits = try OutcomeTown.limits()
        let without = town.frame()
        #expect(abs(try without.women(TimeToPlacement.measure(without, limits: limits)[0], limits).estimate) < 1e-9)
        let frame = town.frame(delayedEntry: true)
        let difference = try frame.women(TimeToPlacement.measure(frame, limits: limits)[0], limits)
        // 30 days all, 90 days half, the last 60 days three eighths.
        #expect(abs(difference.groupValue - (30 + 45 + 22.5)) < 1e-9 && abs(difference.referenceValue - 105) < 1e-9)
        #expect(difference.groupCount == 60)
    }

    /// What the public edition counts before it shows a group: the days would tell how few were placed.
    @Test func whoWasPlacedIsCounted() throws {
        var town = OutcomeTown()
        for number in 0..<12 { town.add("female", lists: [0], left: number == 5 ? 9 : nil, stays: number < 3 ? [.init(start: 30)] : []) }
        let frame = town.frame()
        let metric = TimeToPlacement.measure(frame, limits: try OutcomeTown.limits())[0]
        #expect(metric.observations.events(among: Array(0..<12)) == 3)
        #expect(Observations.values([1, 2]).events(among: [0, 1]) == nil && Observations.outcomes([true, false]).events(among: [0, 1]) == 1)
    }

    @Test func needsPlacements() {
        #expect(TimeToPlacement.unavailability(in: OutcomeTown(missing: ["placement"]).snapshot) == "relation_missing:placement")
        #expect(TimeToPlacement.unavailability(in: OutcomeTown(missing: ["participant.left_on"]).snapshot) == nil)
    }
}
