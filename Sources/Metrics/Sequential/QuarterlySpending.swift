/// How the alpha of a calendar year is spent over its quarterly reports.
///
/// Shares .0001, .0055, .0181, .0263 (O'Brien-Fleming type; they sum to .05), scaled to another yearly alpha. Testing each
/// report at its own part keeps the chance of any false finding in a year at or below the whole by the union bound, however
/// the reports of a year overlap.
public struct QuarterlySpending: Sendable, Equatable {
    /// Alpha of a whole year.
    public let total: Double

    private static let parts = [0.0001, 0.0055, 0.0181, 0.0263]

    /// - Throws: `outsideRange` unless 0 < total < 1.
    public init(total: Double = 0.05) throws(Undefined) {
        guard total > 0, total < 1 else { throw .outsideRange }
        self.total = total
    }

    /// Alpha for the report of `quarter` (1...4): its own part and those of the quarters before it, back to the last that had a
    /// report. Zero outside 1...4, where there is nothing to spend.
    ///
    /// - Parameter reportedEarlier: quarters of the same year that had a report; this and later ones are ignored.
    public func alpha(quarter: Int, reportedEarlier: Set<Int>) -> Double {
        guard (1...4).contains(quarter) else { return 0 }
        let lastReported = reportedEarlier.filter { $0 >= 1 && $0 < quarter }.max() ?? 0
        let share = Self.parts[lastReported..<quarter].reduce(0, +)
        return share * (total / 0.05)
    }
}
