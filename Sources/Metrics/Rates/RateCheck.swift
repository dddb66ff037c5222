/// What every statistic of a rate asks of its two numbers.
package enum RateCheck {
    /// Totals above this are refused: whole numbers beyond it are no longer exact.
    private static let largestTotal = 0x1p53

    package static func checked(_ events: Double, of total: Double) throws(Undefined) -> (events: Double, total: Double) {
        guard events.isFinite, total.isFinite else { throw .notFinite }
        guard total != 0 else { throw .noObservations }
        guard total > 0, total <= largestTotal, events >= 0, events <= total else { throw .outsideRange }
        return (events, total)
    }

    /// The same for whole counts.
    package static func checked(_ events: Int, of total: Int) throws(Undefined) -> (events: Int, total: Int) {
        guard total != 0 else { throw .noObservations }
        guard total > 0, total <= Int(largestTotal), events >= 0, events <= total else { throw .outsideRange }
        return (events, total)
    }
}
