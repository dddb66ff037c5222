/// Difference of the cumulative incidences of one exit at a real-valued horizon: the score method at effective counts.
///
/// What `CumulativeIncidenceDifference` is for whole days, for real times, several causes, weights and delayed entry; without
/// these the two agree.
public struct IncidenceDifference: GroupDifference {
    public static let method = "miettinen_nurminen_effective_counts"
    public static let citation = "Aalen and Johansen (1978), Scandinavian Journal of Statistics 5:141-150; Dorey and Korn (1987), Statistics in Medicine 6:679"

    public let group: AalenJohansen
    public let reference: AalenJohansen
    public let cause: Int
    public let horizon: Double
    private let groupIncidence: CauseIncidence
    private let referenceIncidence: CauseIncidence
    private let score: MiettinenNurminen

    /// - Throws: `outsideRange` for a cause that a side does not have, `nobodyAtRisk` when follow-up of a side ends before the
    ///   horizon.
    public init(group: AalenJohansen, reference: AalenJohansen, cause: Int, horizon: Double) throws(Undefined) {
        groupIncidence = try group.probability(of: cause, at: horizon)
        referenceIncidence = try reference.probability(of: cause, at: horizon)
        score = try EffectiveShare.difference(group: groupIncidence.share, reference: referenceIncidence.share)
        self.group = group
        self.reference = reference
        self.cause = cause
        self.horizon = horizon
    }

    public var groupCount: Int { group.count }
    public var referenceCount: Int { reference.count }
    public var groupValue: Double { groupIncidence.estimate }
    public var referenceValue: Double { referenceIncidence.estimate }
    public var estimate: Double { groupValue - referenceValue }
    public var standardError: Double { score.standardError }
    public var pValue: Double { score.pValue }

    public func interval(level: Double) -> Interval {
        score.interval(level: level)
    }

    /// One person's outcome by the horizon recoded. Somebody with the exit stays under observation through the horizon instead;
    /// somebody without has it on leaving, or at the horizon when followed beyond. First-order influence finds a dozen people to try in
    /// earnest.
    public func weakened() -> IncidenceDifference? {
        let before = estimate
        if before == 0 { return nil }
        let side = weakensGroup ? group : reference
        let sign: Double = weakensGroup ? 1 : -1
        let removing = sign * before > 0
        let influence = side.influence(of: cause, at: horizon)
        var changes: [(change: (index: Int, recoded: FollowUp), distance: Double)] = []
        for (index, record) in side.table.records.enumerated() {
            let hasExit = record.cause == cause && record.end <= horizon
            guard hasExit == removing, record.entry < horizon else { continue }
            let recoded = removing ? record.with(end: horizon, cause: 0) : record.with(end: min(record.end, horizon), cause: cause)
            let weight = side.table.meaning == .people ? min(1, record.weight) : record.weight
            let change = (influence.of(recoded) - influence.of(record)) * weight
            changes.append(((index, recoded), abs(before + sign * change)))
        }
        let moved = Shortlist.best(changes) { recoding(side, $0.index, $0.recoded) }
        guard let moved, abs(moved.estimate) < abs(before) else { return nil }
        return moved
    }

    private func recoding(_ side: AalenJohansen, _ index: Int, _ recoded: FollowUp) -> IncidenceDifference? {
        var records = side.table.records
        let old = records[index]
        records[index] = recoded
        // A record that stands for more than one person loses one of them only.
        if side.table.meaning == .people, old.weight > 1 {
            records[index] = FollowUp(end: recoded.end, cause: recoded.cause, entry: recoded.entry)
            records.append(FollowUp(end: old.end, cause: old.cause, entry: old.entry, weight: old.weight - 1))
        }
        guard let curve = try? AalenJohansen(records, causes: side.causes, weights: side.table.meaning) else { return nil }
        return try? IncidenceDifference(
            group: weakensGroup ? curve : group, reference: weakensGroup ? reference : curve, cause: cause, horizon: horizon)
    }
}
