/// How the alpha of a calendar year is spent over its quarterly reports.
///
/// Testing each report at its own part keeps the chance of any false finding in a year at or below the sum by the union bound,
/// however the reports of a year overlap.
public struct QuarterlySpending: Sendable, Equatable {
    /// Alpha of each quarter, first to fourth.
    public let parts: [Double]

    /// Alpha of a whole year.
    public var total: Double { parts.reduce(0, +) }

    private static let usualParts = [0.0001, 0.0055, 0.0181, 0.0263]

    /// Parts .0001, .0055, .0181, .0263 (O'Brien-Fleming type; they sum to .05), scaled to another yearly alpha.
    ///
    /// - Throws: `outsideRange` unless 0 < total < 1.
    public init(total: Double = 0.05) throws(Undefined) {
        try self.init(parts: Self.usualParts.map { $0 * (total / 0.05) })
    }

    /// - Throws: `outsideRange` unless there are four parts of at least 0 whose sum lies between 0 and 1.
    public init(parts: [Double]) throws(Undefined) {
        let total = parts.reduce(0, +)
        guard parts.count == 4, parts.allSatisfy({ $0 >= 0 }), total > 0, total < 1 else { throw .outsideRange }
        self.parts = parts
    }

    /// Alpha for the report of `quarter` (1...4): its own part and those of the quarters before it, back to the last that had a
    /// report. Zero outside 1...4, where there is nothing to spend.
    ///
    /// - Parameter reportedEarlier: quarters of the same year that had a report; this and later ones are ignored.
    public func alpha(quarter: Int, reportedEarlier: Set<Int>) -> Double {
        guard (1...4).contains(quarter) else { return 0 }
        let lastReported = reportedEarlier.filter { $0 >= 1 && $0 < quarter }.max() ?? 0
        return parts[lastReported..<quarter].reduce(0, +)
    }
}
