import Metrics
import Testing

@testable import Audit

@Suite struct PlacementRateTests {
    /// Women: 20 of 40 placed on day 30; men: 10 of 40.
    private func town() -> OutcomeTown {
        var town = OutcomeTown()
        for number in 0..<40 {
            town.add("female", lists: [0], stays: number < 20 ? [.init(start: 30)] : [])
            town.add("male", lists: [0], stays: number < 10 ? [.init(start: 30)] : [])
        }
        return town
    }

    @Test func theHeadlineLeavesOutWhoCameBefore() throws {
        var town = town()
        for _ in 0..<40 { town.add("female", lists: [-100, 5]) }
        let limits = try OutcomeTown.limits()
        let metrics = PlacementRate.measure(town.frame(), limits: limits)
        #expect(metrics.map(\.description.metric) == ["placed_within_horizon"])
        let difference = try town.frame().women(metrics[0], limits)
        #expect(abs(difference.estimate - 0.25) < 1e-12 && difference.groupCount == 40)
    }

    @Test func delayedEntryIsAFigureOfItsOwn() throws {
        var town = town()
        // Twenty women who had been waiting for 100 days on day 5, when they were seen again; ten are placed 15 days later.
        for number in 0..<20 { town.add("female", lists: [-100, 5], stays: number < 10 ? [.init(start: 20)] : []) }
        let limits = try OutcomeTown.limits()
        let frame = town.frame(delayedEntry: true)
        let metrics = PlacementRate.measure(frame, limits: limits)
        #expect(abs(try frame.women(metrics[0], limits).estimate - 0.25) < 1e-12)
        let delayed = try #require(metrics.named("placed_with_delayed_entry"))
        let difference = try frame.women(delayed, limits)
        // Half are placed on day 30; on day 120 ten of the twenty left and the twenty newcomers: 1 - .5 x .75.
        #expect(abs(difference.groupValue - 0.625) < 1e-12 && abs(difference.referenceValue - 0.25) < 1e-12)
        #expect(difference.groupCount == 60)
    }

    @Test func withoutDelayedEntriesBothFiguresAgree() throws {
        let limits = try OutcomeTown.limits()
        let frame = town().frame(delayedEntry: true)
        let metrics = PlacementRate.measure(frame, limits: limits)
        let (plain, delayed) = (try frame.women(metrics[0], limits), try frame.women(metrics[1], limits))
        #expect(abs(plain.estimate - delayed.estimate) < 1e-12 && abs(plain.pValue - delayed.pValue) < 1e-9)
    }

    @Test func aYearForThoseWhoEnteredAYearAgo() throws {
        var town = town()
        // Entered 400 days before the end of the window: 12 of 24 women placed on day 200, 6 of 24 men; four men left before.
        for number in 0..<24 {
            town.add("female", lists: [-36], stays: number < 12 ? [.init(start: 164)] : [])
            town.add("male", lists: [-36], left: number < 4 ? 100 : nil, stays: number < 10 ? [.init(start: 164)] : [])
        }
        // Too early and too late; placed after a year.
        town.add("female", lists: [-400], stays: [.init(start: -380)])
        town.add("female", lists: [1], stays: [.init(start: 3)])
        let limits = try OutcomeTown.limits()
        let frame = town.frame()
        let metric = PlacementRate.measure(frame, limits: limits)[0]
        let tables = PlacementRate.tables(frame, partition: frame.genders(metric, limits), limits: limits)
        let year = try #require(tables.first { $0.id == "8.7" })
        #expect(year.number("female", column: "participants") == 24 && year.number("female", column: "placed") == 0.5)
        #expect(year.number("male", column: "placed") == 0.25)
        let wilson = try Wilson(events: 6, total: 24).interval(level: 0.95)
        #expect(year.number("male", column: "low") == wilson.low && year.number("male", column: "high") == wilson.high)
    }

    @Test func noYearCohortNoTable() throws {
        let limits = try OutcomeTown.limits()
        let frame = town().frame()
        let metric = PlacementRate.measure(frame, limits: limits)[0]
        let tables = PlacementRate.tables(frame, partition: frame.genders(metric, limits), limits: limits)
        #expect(tables.map(\.id) == ["8.1", "8.2"])
    }
}
