/// Restricted mean time without the event when other exits compete: the area above the cumulative incidence of the event up to a
/// horizon, in days.
///
/// Horizon minus the restricted mean time lost to the event (Andersen 2013). Whoever leaves for another reason stays without the event
/// through the horizon. Without competing exits it is `RestrictedMean`, without censoring the plain mean of min(day, horizon)
/// with the horizon for everybody who had no event. Variance: the infinitesimal jackknife, the sum of squared influences, which without
/// censoring is the variance with divisor n over n. Delayed entry is allowed.
public struct RestrictedTimeWithout: Statistic {
    public static let method = "restricted_time_without_event"
    public static let citation = "Andersen (2013), Statistics in Medicine 32:5278-5285"

    /// Days, at least 1.
    public let horizon: Int
    public let estimate: Double
    /// Without correction for small numbers.
    public let standardError: Double
    public let count: Int
    public let atRiskAtHorizon: Int
    public let eventsBeforeHorizon: Int
    /// Number of people without censoring who would give the same standard error.
    public let effectiveCount: Double
    package let counts: DatedCounts
    /// Influence of one person of each cell on the estimate.
    package let influences: [Double]

    /// - Parameter horizon: the last day, at least 1; an event on it takes nothing away any more.
    /// - Throws: `outsideRange` for a horizon below 1 or exits that `DatedCounts` refuses; `noObservations`; `nobodyAtRisk` when nobody
    ///   is followed from time zero, follow-up does not reach the horizon, or all at risk have left before others enter.
    public init(_ exits: [ObservedExit], horizon: Int) throws(Undefined) {
        guard horizon >= 1 else { throw .outsideRange }
        try self.init(DatedCounts(exits, horizon: horizon))
    }

    package init(_ counts: DatedCounts) throws(Undefined) {
        let horizon = counts.horizon
        let days = try RiskDays(counts)
        // Mass of the event on each day: S(d-) e/n; what is lost is the mass times the days that are left.
        var survival = 1.0
        var mass = [Double](repeating: 0, count: horizon + 1)
        var before = mass
        for day in 0...horizon {
            before[day] = survival
            guard days.atRisk[day] > 0 else { continue }
            let n = Double(days.atRisk[day])
            mass[day] = survival * (Double(days.events[day]) / n)
            let leaving = days.events[day] + days.competing[day]
            survival = leaving == days.atRisk[day] ? 0 : survival * (1 - Double(leaving) / n)
        }
        var lost = 0.0
        var square = 0.0
        for day in 0...horizon {
            let left = Double(horizon - day)
            lost += mass[day] * left
            square += mass[day] * left * left
        }
        // What one person at risk on a day pays, and what an exit on it gains.
        var after = 0.0
        var pays = [Double](repeating: 0, count: horizon + 2)
        var eventGain = pays
        var otherGain = pays
        for day in stride(from: horizon, through: 0, by: -1) {
            let leaving = days.events[day] + days.competing[day]
            if leaving > 0 {
                let n = Double(days.atRisk[day])
                let remaining = days.atRisk[day] - leaving
                // Whoever leaves now can no longer have the event later.
                let loss = remaining > 0 ? after / Double(remaining) : 0
                let gain = before[day] * Double(horizon - day) / n
                eventGain[day] = gain - loss
                otherGain[day] = -loss
                pays[day] = (gain * Double(days.events[day]) - loss * Double(leaving)) / n
            }
            after += mass[day] * Double(horizon - day)
        }
        var paidBefore = [0.0]
        for day in 0...horizon { paidBefore.append(paidBefore[day] + pays[day]) }
        influences = counts.cells.map { cell in
            let end = min(cell.exit.days, horizon)
            var gain = 0.0
            if cell.exit.days <= horizon {
                switch cell.exit.kind {
                case .event: gain = eventGain[end]
                case .competing: gain = otherGain[end]
                case .censored: break
                }
            }
            return -(gain - (paidBefore[end + 1] - paidBefore[cell.exit.entry]))
        }
        let variance = zip(counts.cells, influences).reduce(0) { $0 + Double($1.0.people) * $1.1 * $1.1 }
        self.horizon = horizon
        self.counts = counts
        estimate = Double(horizon) - lost
        standardError = variance.squareRoot()
        count = counts.people
        atRiskAtHorizon = days.atRisk[horizon]
        eventsBeforeHorizon = days.events.prefix(horizon).reduce(0, +)
        let spread = max(0, square - lost * lost)
        let known = Double(days.atRisk[horizon] + (0..<horizon).reduce(0) { $0 + days.events[$1] + days.competing[$1] })
        effectiveCount = variance > 0 && spread > 0 ? spread / variance : known
    }

    /// Variance of the estimate with the divisor n - 1 that a sample mean has, n the effective count; nil below two people.
    package var correctedVariance: Double? {
        effectiveCount > 1 ? standardError * standardError * (effectiveCount / (effectiveCount - 1)) : nil
    }

    package var degreesOfFreedom: Double { effectiveCount - 1 }

    /// Student's t at the effective count.
    ///
    /// - Throws: `outsideRange` for a level outside (0, 1); `tooFewObservations` below two effective people; `zeroVariance` when nobody
    ///   had the event before the horizon, which says nothing about how sure that is.
    public func interval(level: Double) throws(Undefined) -> Interval {
        guard level > 0, level < 1 else { throw .outsideRange }
        guard let variance = correctedVariance else { throw .tooFewObservations(needed: 2) }
        guard variance > 0 else { throw .zeroVariance }
        let half = StudentT.critical(level: level, df: degreesOfFreedom) * variance.squareRoot()
        return Interval(level: level, low: max(0, estimate - half), high: min(Double(horizon), estimate + half))
    }
}

/// Who is at risk and who leaves on each day up to the horizon.
private struct RiskDays {
    var atRisk: [Int]
    var events: [Int]
    var competing: [Int]

    init(_ counts: DatedCounts) throws(Undefined) {
        let horizon = counts.horizon
        events = [Int](repeating: 0, count: horizon + 1)
        competing = events
        // Changes of the number at risk at the beginning of each day.
        var entering = [Int](repeating: 0, count: horizon + 2)
        var gone = [Int](repeating: 0, count: horizon + 3)
        for cell in counts.cells {
            entering[cell.exit.entry] += cell.people
            gone[cell.exit.days + 1] += cell.people
            guard cell.exit.days <= horizon else { continue }
            switch cell.exit.kind {
            case .event: events[cell.exit.days] += cell.people
            case .competing: competing[cell.exit.days] += cell.people
            case .censored: break
            }
        }
        atRisk = [Int](repeating: 0, count: horizon + 1)
        var risk = 0
        var hasEnded = false
        for day in 0...horizon {
            risk += entering[day] - gone[day]
            atRisk[day] = risk
            // Nothing can be said of people who enter after everybody at risk has left.
            if hasEnded, entering[day] > 0 { throw .nobodyAtRisk }
            if risk == 0, !hasEnded { throw .nobodyAtRisk }
            if risk > 0, risk == events[day] + competing[day] { hasEnded = true }
        }
    }
}
