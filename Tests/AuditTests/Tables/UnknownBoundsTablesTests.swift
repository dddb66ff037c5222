import Metrics
import Testing

@testable import Audit

@Suite struct UnknownBoundsTablesTests {
    /// 10 of 40 women, 20 of 40 men, 6 of 16 unknown.
    private func frame() -> AuditFrame {
        var town = OutcomeTown()
        for number in 0..<40 {
            town.add("female", lists: [0], stays: number < 10 ? [.init(start: 20)] : [])
            town.add("male", lists: [0], stays: number < 20 ? [.init(start: 20)] : [])
        }
        for number in 0..<16 { town.add(nil, lists: [0], stays: number < 6 ? [.init(start: 20)] : []) }
        return town.frame()
    }

    @Test func waitingTimes() throws {
        let limits = try OutcomeTown.limits()
        let frame = frame()
        let metric = PlacementRate.measure(frame, limits: limits)[0]
        let partition = frame.genders(metric, limits)
        let rows = UnknownBoundsTables.rows(metric.observations, "M16", partition, limits: limits)
        let row = try #require(rows.first)
        #expect(rows.count == 1 && row[0] == .text("M16"))
        // Of two groups of one size the second: men. All with the outcome among the men and the others among the women, or the reverse.
        let expected = [20.0 / 40 - 10.0 / 40, 20.0 / 50 - 16.0 / 46, 26.0 / 46 - 10.0 / 50, 16.0 / 96]
        #expect(row[1] == .text("male"))
        for (cell, value) in zip(row.dropFirst(2), expected) {
            guard case .number(let number) = cell else { Issue.record("no number"); continue }
            #expect(abs(number - value) < 1e-9)
        }
    }

    @Test func yesOrNo() throws {
        let limits = try OutcomeTown.limits()
        let frame = frame()
        let outcomes = Observations.outcomes(PlacementRate.exits(frame).map { $0.map { $0.kind == .event } })
        let metric = PlacementRate.measure(frame, limits: limits)[0]
        let rows = UnknownBoundsTables.rows(outcomes, "M16", frame.genders(metric, limits), limits: limits)
        let same = UnknownBoundsTables.rows(metric.observations, "M16", frame.genders(metric, limits), limits: limits)
        #expect(rows.count == 1 && rows == same)
    }

    @Test func noTableWhereTheUnknownMayNotBeShownOrThereAreNone() throws {
        let limits = try OutcomeTown.limits()
        var town = OutcomeTown()
        for number in 0..<40 {
            town.add("female", lists: [0], stays: number < 10 ? [.init(start: 20)] : [])
            town.add("male", lists: [0], stays: number < 20 ? [.init(start: 20)] : [])
        }
        let known = town.frame()
        let metric = PlacementRate.measure(known, limits: limits)[0]
        #expect(UnknownBoundsTables.rows(metric.observations, "M16", known.genders(metric, limits), limits: limits).isEmpty)
        for _ in 0..<3 { town.add(nil, lists: [0]) }
        let few = town.frame()
        let other = PlacementRate.measure(few, limits: limits)[0]
        #expect(UnknownBoundsTables.rows(other.observations, "M16", few.genders(other, limits), limits: limits).isEmpty)
    }

    @Test func meansHaveNoBounds() throws {
        let limits = try OutcomeTown.limits()
        let frame = frame()
        let metric = PlacementRate.measure(frame, limits: limits)[0]
        let values = Observations.values(frame.people.map { _ in 1 })
        #expect(UnknownBoundsTables.rows(values, "M1", frame.genders(metric, limits), limits: limits).isEmpty)
    }
}
