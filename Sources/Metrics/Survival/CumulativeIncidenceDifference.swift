/// Difference of two cumulative incidences at a horizon: the score method at effective sample sizes.
///
/// Each side counts as n = F(1 - F)/Var people of whom F n had the event (Dorey and Korn 1987, Statistics in Medicine 6:679), which
/// are compared by Miettinen and Nurminen. Without censoring these are the plain counts and the result is theirs exactly.
public struct CumulativeIncidenceDifference: GroupDifference {
    public static let method = "miettinen_nurminen_effective_counts"
    public static let citation = "Aalen and Johansen (1978), Scandinavian Journal of Statistics 5:141-150; Gaynor and others (1993), JASA 88:400-409"

    public let horizon: Int
    public let group: CumulativeIncidence
    public let reference: CumulativeIncidence
    private let score: MiettinenNurminen

    /// - Parameter horizon: day >= 0; events on it count.
    /// - Throws: `noObservations`, `outsideRange` for a day before 0, `nobodyAtRisk` when follow-up of a side ends before the horizon.
    public init(group: [Exit], reference: [Exit], horizon: Int) throws(Undefined) {
        guard horizon >= 0 else { throw .outsideRange }
        try self.init(group: CumulativeIncidence(group), reference: CumulativeIncidence(reference), horizon: horizon)
    }

    init(group: CumulativeIncidence, reference: CumulativeIncidence, horizon: Int) throws(Undefined) {
        guard group.isKnown(at: horizon), reference.isKnown(at: horizon) else { throw .nobodyAtRisk }
        self.horizon = horizon
        self.group = group
        self.reference = reference
        score = try EffectiveShare.difference(
            group: group.effectiveShare(at: horizon), reference: reference.effectiveShare(at: horizon))
    }

    /// People and events of the group, then of the reference, that would tell as much without censoring: what the score is made of.
    public var effectiveCounts: [Double] { [score.groupTotal, score.groupEvents, score.referenceTotal, score.referenceEvents] }

    public var groupCount: Int { group.count }
    public var referenceCount: Int { reference.count }
    public var groupValue: Double { group.incidence(at: horizon) }
    public var referenceValue: Double { reference.incidence(at: horizon) }
    public var estimate: Double { groupValue - referenceValue }
    public var standardError: Double { score.standardError }
    public var pValue: Double { score.pValue }

    public func interval(level: Double) -> Interval {
        score.interval(level: level)
    }

    /// One person's outcome by the horizon recoded; among the people of the smaller side the one whose recoding brings the
    /// estimate closest to zero.
    public func weakened() -> CumulativeIncidenceDifference? {
        let before = estimate
        if before == 0 { return nil }
        let side = weakensGroup ? group : reference
        let other = weakensGroup ? referenceValue : groupValue
        // The higher side loses an event, the lower side gains one.
        let removing = side.incidence(at: horizon) > other
        var best: (curve: CumulativeIncidence, distance: Double)?
        for days in side.days.recoded(at: horizon, removingEvent: removing) {
            let curve = CumulativeIncidence(days)
            let distance = abs(curve.incidence(at: horizon) - other)
            if distance < best?.distance ?? abs(before) { best = (curve, distance) }
        }
        guard let curve = best?.curve else { return nil }
        return weakensGroup
            ? try? CumulativeIncidenceDifference(group: curve, reference: reference, horizon: horizon)
            : try? CumulativeIncidenceDifference(group: group, reference: curve, horizon: horizon)
    }
}
