import Cohort
import Testing

@Suite struct DayTests {
    /// Day numbers as Python 3.11 gives them: (date(y, m, d) - date(1970, 1, 1)).days.
    @Test(arguments: [
        ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11016), ("2026-11-22", 20779), ("1900-03-01", -25508), ("2400-12-31", 157419),
    ])
    func countsFrom1970(iso: String, number: Int) throws {
        let day = try #require(Day(iso: iso))
        #expect(day.number == number)
        #expect(day.iso == iso)
    }

    @Test(arguments: ["2026-02-29", "2026-13-01", "2026-00-10", "2026-1-01", "26-01-01", "2026-04-31", "2026-04-31 ", "", "2026/04/01"])
    func daysThatDoNotExistAreNone(iso: String) { #expect(Day(iso: iso) == nil) }

    @Test func everyDayOfFourCenturiesComesBack() {
        for number in stride(from: -40_000, through: 110_000, by: 1) {
            let day = Day(number: number)
            #expect(Day(year: day.year, month: day.month, day: day.dayOfMonth) == day)
        }
    }

    @Test(arguments: [("2026-11-22", "2026-11-16"), ("2026-11-16", "2026-11-16"), ("1969-12-31", "1969-12-29")])
    func weeksBeginOnMonday(iso: String, monday: String) throws { #expect(try #require(Day(iso: iso)).monday.iso == monday) }

    @Test func aPeriodIsInOrder() throws {
        let (first, last) = (try #require(Day(iso: "2026-01-01")), try #require(Day(iso: "2026-12-31")))
        #expect(Period(from: last, to: first) == nil)
        let year = try #require(Period(from: first, to: last))
        #expect(year.contains(first) && year.contains(last) && !year.contains(last + 1))
    }
}
