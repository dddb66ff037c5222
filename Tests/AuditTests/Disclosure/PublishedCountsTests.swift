import Testing

@testable import Audit

@Suite struct PublishedCountsTests {
    /// Guard width 10: equal counts are the same people, one to nine apart shows those few, ten apart shows nobody.
    @Test(arguments: [(50, false), (51, true), (59, true), (41, true), (60, false), (40, false)])
    func aFewPeopleMoreOrFewerIsTooNear(count: Int, expected: Bool) throws {
        var published = PublishedCounts(limits: try SmallCellsTests.limits())
        published.add(50, indicator: "M2", metric: "m", attribute: "gender", group: "female")
        #expect(published.isTooNear(count, indicator: "M2", metric: "m", attribute: "gender", group: "female") == expected)
        #expect(!published.isTooNear(count, indicator: "M2", metric: "m", attribute: "gender", group: "male"))
    }
}
