import Cohort

/// A quarter of a calendar year, such as 2026-Q4.
public struct Quarter: Sendable, Hashable, Comparable, CustomStringConvertible {
    public let year: Int
    /// 1...4.
    public let number: Int

    /// `nil` unless the year lies from 1970 to 2099 and the number from 1 to 4.
    public init?(year: Int, number: Int) {
        guard (1970...2099).contains(year), (1...4).contains(number) else { return nil }
        self.init(checked: year, number)
    }

    /// Reads `2026-Q4` and nothing else.
    public init?(_ text: String) {
        guard let match = text.wholeMatch(of: /([0-9]{4})-Q([1-4])/), let year = Int(match.1), let number = Int(match.2) else { return nil }
        self.init(year: year, number: number)
    }

    private init(checked year: Int, _ number: Int) {
        self.year = year
        self.number = number
    }

    /// The quarter that a day lies in.
    init(of day: Day) { self.init(checked: day.year, (day.month + 2) / 3) }

    /// The four quarters of a year.
    public static func year(_ year: Int) -> ClosedRange<Quarter> { Quarter(checked: year, 1)...Quarter(checked: year, 4) }

    /// The twelve quarters of the demonstration: 2024-Q1 to 2026-Q4.
    public static let all = Quarter(checked: 2024, 1)...Quarter(checked: 2026, 4)

    public var first: Day {
        // The days before each quarter of a year that is no leap year; in a leap year all but the first start a day later.
        let before = [0, 90, 181, 273][number - 1]
        return Day(number: Self.newYear(year).number + before + (year % 4 == 0 && number > 1 ? 1 : 0))
    }

    public var last: Day { next.first + -1 }

    public var next: Quarter { number == 4 ? Quarter(checked: year + 1, 1) : Quarter(checked: year, number + 1) }

    public var description: String { "\(year)-Q\(number)" }

    public static func < (a: Quarter, b: Quarter) -> Bool { (a.year, a.number) < (b.year, b.number) }

    /// Day 0 is 1970-01-01, and 1972 the first leap year after it; holds from 1970 to 2099.
    static func newYear(_ year: Int) -> Day { Day(number: (year - 1970) * 365 + (year - 1969) / 4) }
}

extension ClosedRange<Quarter> {
    /// One after another.
    public var quarters: [Quarter] {
        var all = [lowerBound]
        while let last = all.last, last < upperBound { all.append(last.next) }
        return all
    }
}

/// The days that a demonstration shows: whole quarters, of which is known what was known on the last day.
struct Timeline: Sendable, Equatable {
    let quarters: ClosedRange<Quarter>
    let first: Day
    let last: Day

    init(_ quarters: ClosedRange<Quarter>) {
        self.quarters = quarters
        first = quarters.lowerBound.first
        last = quarters.upperBound.last
    }

    /// Calendar years of which at least one quarter is shown.
    var years: ClosedRange<Int> { quarters.lowerBound.year...quarters.upperBound.year }

    static let timeZone = "Europe/Amsterdam"
    /// The year whose places and people the town was first described by; other years are numbered from it.
    static let referenceYear = 2026
}
