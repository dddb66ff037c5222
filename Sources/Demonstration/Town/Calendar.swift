import Cohort

/// The days of the demonstration: the year 2026, of which the data show what was known on its last day.
package enum Calendar {
    package static let year = 2026
    package static let first = newYear(year)
    package static let last = newYear(year + 1) + -1
    static let timeZone = "Europe/Amsterdam"

    /// Day 0 is 1970-01-01, and 1972 the first leap year after it; holds from 1970 to 2099.
    static func newYear(_ year: Int) -> Day { Day(number: (year - 1970) * 365 + (year - 1969) / 4) }
}
