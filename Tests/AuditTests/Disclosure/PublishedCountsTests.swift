import Cohort
import Testing

@testable import Audit

@Suite struct PublishedCountsTests {
    private func period(_ from: String, _ to: String) throws -> Period {
        let first = try #require(Day(iso: from)), last = try #require(Day(iso: to))
        return try #require(Period(from: first, to: last))
    }

    private func counts(of window: Period?) throws -> PublishedCounts {
        var published = PublishedCounts(limits: try SmallCellsTests.limits())
        published.add(50, window: window, indicator: "M2", metric: "m", attribute: "gender", group: "female")
        return published
    }

    private func isTooNear(_ count: Int, _ window: Period, _ published: PublishedCounts, group: String = "female") -> Bool {
        published.isTooNear(count, window: window, indicator: "M2", metric: "m", attribute: "gender", group: group)
    }

    /// Guard width 10: equal counts are the same people, one to nine apart shows those few, ten apart shows nobody.
    @Test(arguments: [(50, false), (51, true), (59, true), (41, true), (60, false), (40, false)])
    func aFewPeopleMoreOrFewerIsTooNear(count: Int, expected: Bool) throws {
        let window = try period("2026-01-01", "2026-06-30")
        let published = try counts(of: window)
        #expect(isTooNear(count, window, published) == expected)
        #expect(!isTooNear(count, window, published, group: "male"))
    }

    /// The year to date of the next quarter holds this one; a rolling year and a calendar year only overlap, and other years do not touch.
    @Test func onlyNestedWindowsShowTheFewBetweenThem() throws {
        let published = try counts(of: period("2026-01-01", "2026-06-30"))
        #expect(isTooNear(53, try period("2026-01-01", "2026-09-30"), published))
        #expect(isTooNear(47, try period("2026-04-01", "2026-06-30"), published))
        #expect(isTooNear(53, try period("2025-10-01", "2026-09-30"), published))
        #expect(!isTooNear(53, try period("2026-02-01", "2026-09-30"), published))
        #expect(!isTooNear(53, try period("2025-01-01", "2025-12-31"), published))
    }

    @Test func aWindowThatIsNotKnownMayBeNestedInAny() throws {
        #expect(isTooNear(53, try period("2026-02-01", "2026-09-30"), try counts(of: nil)))
    }
}
