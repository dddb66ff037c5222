import Cohort
import Metrics

/// Which stretch of time is judged, and how much of the year's alpha this report may spend.
public struct AuditCycle: Sendable, Equatable {
    /// `2026-Q4`, or `once`.
    public let name: String
    public let kind: Kind

    public enum Kind: Sendable, Equatable {
        /// Outside any cycle: the whole period at the whole alpha.
        case single(Period)
        case quarter(year: Int, quarter: Int)
    }

    public static func once(_ period: Period) -> AuditCycle { AuditCycle(name: "once", kind: .single(period)) }

    /// Reads `2026-Q4`; `nil` for anything else.
    public init?(quarter text: String) {
        guard let match = text.wholeMatch(of: /([0-9]{4})-Q([1-4])/), let year = Int(match.1), year >= 1, let quarter = Int(match.2) else {
            return nil
        }
        self.init(name: text, kind: .quarter(year: year, quarter: quarter))
    }

    private init(name: String, kind: Kind) {
        self.name = name
        self.kind = kind
    }

    /// One stretch of time that is measured.
    struct Window {
        let name: String
        let period: Period
        /// Why nothing in it is more than a signal; `nil` for the judged window.
        let cap: String?
    }

    /// 1 to 4; `nil` outside a cycle of quarters.
    var quarter: Int? { if case .quarter(_, let quarter) = kind { quarter } else { nil } }

    /// The judged window first. A rolling year is described beside it, unless it is the calendar year itself.
    var windows: [Window] {
        switch kind {
        case .single(let period): return [Window(name: "single_audit", period: period, cap: nil)]
        case .quarter(let year, let quarter):
            guard let judged = Self.yearToDate(year, quarter), let rolling = Self.rollingYear(year, quarter) else { return [] }
            let judgedWindow = Window(name: "year_to_date", period: judged, cap: nil)
            return judged == rolling ? [judgedWindow] : [judgedWindow, Window(name: "rolling_12_months", period: rolling, cap: "rolling_window")]
        }
    }

    /// Everything that any window needs: what a capture for this cycle must reach back to.
    public var capturePeriod: Period {
        let periods = windows.map(\.period)
        let from = periods.map(\.from).min(), to = periods.map(\.to).max()
        // A cycle always has a window, and each of its periods is in order.
        return from.flatMap { from in to.flatMap { Period(from: from, to: $0) } } ?? periods[0]
    }

    /// What this report may spend: all of it for a single audit, the quarter's part of the year's (with what earlier quarters
    /// without a report left) in a cycle.
    func alpha(limits: Thresholds.Analysis, reportedQuarters: Set<Int>) throws(Undefined) -> Double {
        guard case .quarter(_, let quarter) = kind else { return limits.alpha.value }
        return try QuarterlySpending(parts: limits.quarterlySpending.value).alpha(quarter: quarter, reportedEarlier: reportedQuarters)
    }

    private static func end(ofQuarter quarter: Int, _ year: Int) -> Day? {
        quarter == 4 ? Day(year: year, month: 12, day: 31) : Day(year: year, month: 3 * quarter + 1, day: 1).map { $0 + -1 }
    }

    private static func yearToDate(_ year: Int, _ quarter: Int) -> Period? {
        guard let from = Day(year: year, month: 1, day: 1), let to = end(ofQuarter: quarter, year) else { return nil }
        return Period(from: from, to: to)
    }

    private static func rollingYear(_ year: Int, _ quarter: Int) -> Period? {
        guard let to = end(ofQuarter: quarter, year),
            let from = quarter == 4 ? Day(year: year, month: 1, day: 1) : Day(year: year - 1, month: 3 * quarter + 1, day: 1)
        else { return nil }
        return Period(from: from, to: to)
    }
}
