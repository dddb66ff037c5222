/// Cumulative incidence of one exit at a time, with Wilson's interval at the effective number of people.
public struct CauseIncidence: Statistic {
    public static let method = "aalen_johansen_wilson_effective_count"
    public static let citation = "Aalen and Johansen (1978), Scandinavian Journal of Statistics 5:141-150; Dorey and Korn (1987), Statistics in Medicine 6:679"

    public let cause: Int
    public let time: Double
    public let count: Int
    public let estimate: Double
    public let standardError: Double
    let share: EffectiveShare

    init(curve: AalenJohansen, cause: Int, time: Double) throws(Undefined) {
        guard cause >= 1, cause <= curve.causes else { throw .outsideRange }
        guard curve.isKnown(at: time) else { throw .nobodyAtRisk }
        self.cause = cause
        self.time = time
        count = curve.count
        estimate = curve.incidence(of: cause, at: time)
        standardError = curve.standardError(of: cause, at: time)
        share = EffectiveShare(share: estimate, standardError: standardError, knownPeople: curve.table.knownHeads(at: time))
    }

    /// Number of people without censoring who would give the same standard error.
    public var effectiveCount: Double { share.total }

    /// - Throws: `outsideRange` for a level outside (0, 1).
    public func interval(level: Double) throws(Undefined) -> Interval {
        guard level > 0, level < 1 else { throw .outsideRange }
        return try Wilson(events: share.events, total: share.total).interval(level: level)
    }
}
