/// What every statistic of a rate asks of its two numbers.
package enum RateCheck {
    package static func checked(_ events: Double, of total: Double) throws(Undefined) -> (events: Double, total: Double) {
        guard events.isFinite, total.isFinite else { throw .notFinite }
        guard total != 0 else { throw .noObservations }
        guard total > 0, events >= 0, events <= total else { throw .outsideRange }
        return (events, total)
    }
}
