import Testing
import Metrics

@Suite struct DayCountsTests {
    @Test func countsPeoplePerDayAndCause() throws {
        let days = try #require(DayCounts(
            [FollowUp(end: 2, cause: 1), FollowUp(end: 0, cause: 0), FollowUp(end: 2, cause: 2), FollowUp(end: 3, cause: 0)], causes: 2))
        #expect(days.leaving == [1, 0, 2, 1])
        #expect(days.byCause == [[0, 0, 1, 0], [0, 0, 1, 0]])
    }

    @Test func withOneCauseAnyExitIsThatOne() throws {
        let days = try #require(DayCounts([FollowUp(end: 1, cause: 1), FollowUp(end: 1, cause: 3)], causes: 1))
        #expect(days.byCause == [[0, 2]])
    }

    @Test func anythingElseIsSorted() {
        #expect(DayCounts([FollowUp(end: 1.5, cause: 1)], causes: 1) == nil)
        #expect(DayCounts([FollowUp(end: 1, cause: 1, weight: 2)], causes: 1) == nil)
        #expect(DayCounts([FollowUp(end: 2, cause: 1, entry: 1)], causes: 1) == nil)
        #expect(DayCounts([FollowUp(end: 400, cause: 1)], causes: 1) == nil)
    }

    /// Counted days and sorted times give the same bits: halves of odd days are not whole, so those are sorted. Planted: an event
    /// on a day is counted after that day's censorings have left.
    @Test func countingChangesNothing() throws {
        typealias Figures = ([[FollowUp]]) throws -> [Double]
        let real: Figures = { groups in
            let curve = try KaplanMeier(groups[0])
            let test = try LogRank(groups: groups)
            return curve.steps.flatMap { [$0.atRisk, $0.events, $0.survival, $0.standardError] }
                + [test.statistic, Double(curve.count), Double(curve.events)]
        }
        let planted: Figures = { groups in
            try real(groups.map { group in
                group.filter { record in record.cause > 0 || !group.contains { $0.cause > 0 && $0.end == record.end } }
            })
        }
        try Property.check(
            "counted days equal sorted times bit for bit", cases: 8_000, subject: real, planted: planted,
            generate: { random in
                (0..<2).map { _ in
                    (0..<(3 + random.index(below: 25))).map { _ in
                        FollowUp(end: Double(random.index(below: 9)), cause: random.index(below: 2))
                    } + [FollowUp(end: 1, cause: 1), FollowUp(end: 5, cause: 0)]
                }
            },
            interesting: { $0.allSatisfy { DayCounts($0, causes: 1) != nil } },
            holds: { groups, figures in
                let halves = groups.map { $0.map { FollowUp(end: $0.end / 2, cause: $0.cause) } }
                return try figures(groups) == real(halves)
            })
    }
}
