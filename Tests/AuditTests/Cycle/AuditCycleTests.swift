import Cohort
import Testing

@testable import Audit

@Suite struct AuditCycleTests {
    @Test(arguments: [
        ("2026-Q1", "2026-01-01", "2026-03-31", "2025-04-01"),
        ("2026-Q2", "2026-01-01", "2026-06-30", "2025-07-01"),
        ("2027-Q3", "2027-01-01", "2027-09-30", "2026-10-01"),
    ])
    func aQuarterJudgesTheYearSoFarAndDescribesTwelveMonths(name: String, from: String, to: String, rolling: String) throws {
        let windows = try #require(AuditCycle(quarter: name)).windows
        #expect(windows.map(\.name) == ["year_to_date", "rolling_12_months"])
        #expect(windows[0].period.from.iso == from && windows[0].period.to.iso == to && windows[0].cap == nil)
        #expect(windows[1].period.from.iso == rolling && windows[1].period.to.iso == to && windows[1].cap == "rolling_window")
    }

    @Test func theLastQuarterIsTheCalendarYear() throws {
        let windows = try #require(AuditCycle(quarter: "2026-Q4")).windows
        #expect(windows.map(\.period.from.iso) == ["2026-01-01"])
        #expect(windows.map(\.period.to.iso) == ["2026-12-31"])
    }

    @Test(arguments: ["2026", "2026-Q5", "Q4-2026", "2026-q4", "2026-Q4 ", ""])
    func nothingElseIsAQuarter(name: String) { #expect(AuditCycle(quarter: name) == nil) }

    /// Alpha of quarters without a report carries over; what was spent is spent.
    @Test(arguments: [
        (1, [Int](), 0.0001), (4, [Int](), 0.05), (4, [1, 2, 3], 0.0263), (3, [1], 0.0236), (4, [3], 0.0263), (2, [1], 0.0055),
    ])
    func alphaCarriesOver(quarter: Int, reported: [Int], expected: Double) throws {
        let analysis = try ThresholdsTests.read(try ThresholdsTests.text()).analysis
        let cycle = try #require(AuditCycle(quarter: "2026-Q\(quarter)"))
        #expect(abs(try cycle.alpha(limits: analysis, reportedQuarters: Set(reported)) - expected) < 1e-12)
    }
}
