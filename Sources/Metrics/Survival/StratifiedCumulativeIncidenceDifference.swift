/// Difference of cumulative incidences at a horizon over strata, with Mantel-Haenszel weights.
///
/// Every stratum enters Sato's common risk difference with the effective counts of `CumulativeIncidenceDifference`; without
/// censoring it is the Mantel-Haenszel comparison of the counts exactly. A stratum counts only if follow-up of both its sides
/// reaches the horizon.
public struct StratifiedCumulativeIncidenceDifference: GroupDifference {
    public static let method = "mantel_haenszel_sato_effective_counts"
    public static let citation = "Aalen and Johansen (1978), Scandinavian Journal of Statistics 5:141-150; Greenland and Robins (1985), Biometrics 41:55-68"

    public typealias Observation = (exit: Exit, stratum: Int)

    public let horizon: Int
    public let groupCount: Int
    public let referenceCount: Int
    public let groupValue: Double
    public let referenceValue: Double
    public let informativeStrata: Int
    public let peopleInInformativeStrata: Int
    private let strata: [Stratum]
    private let pooled: MantelHaenszelRiskDifference

    private struct Stratum: Sendable {
        var group: CumulativeIncidence
        var reference: CumulativeIncidence
    }

    /// - Throws: `noObservations`, `outsideRange` for a day before 0, `noInformativeStratum`, `zeroVariance` when in every stratum
    ///   all people have the same outcome.
    public init(group: [Observation], reference: [Observation], horizon: Int) throws(Undefined) {
        guard !group.isEmpty, !reference.isEmpty else { throw .noObservations }
        guard horizon >= 0 else { throw .outsideRange }
        let groups = Dictionary(grouping: group, by: \.stratum)
        let references = Dictionary(grouping: reference, by: \.stratum)
        var strata: [Stratum] = []
        for number in groups.keys.sorted() {
            guard let first = groups[number], let second = references[number] else { continue }
            let stratum = try Stratum(
                group: CumulativeIncidence(first.map(\.exit)), reference: CumulativeIncidence(second.map(\.exit)))
            if stratum.group.isKnown(at: horizon), stratum.reference.isKnown(at: horizon) { strata.append(stratum) }
        }
        try self.init(strata: strata, horizon: horizon)
    }

    private init(strata: [Stratum], horizon: Int) throws(Undefined) {
        guard !strata.isEmpty else { throw .noInformativeStratum }
        self.horizon = horizon
        self.strata = strata
        pooled = try MantelHaenszelRiskDifference(strata: strata.map { Self.counts($0, horizon) })
        groupCount = strata.reduce(0) { $0 + $1.group.count }
        referenceCount = strata.reduce(0) { $0 + $1.reference.count }
        informativeStrata = strata.count
        peopleInInformativeStrata = groupCount + referenceCount
        groupValue = Self.crude(strata.map(\.group), horizon)
        referenceValue = Self.crude(strata.map(\.reference), horizon)
    }

    public var estimate: Double { pooled.estimate }
    public var standardError: Double { pooled.standardError }
    public var pValue: Double { pooled.pValue }

    public func interval(level: Double) -> Interval {
        pooled.interval(level: level)
    }

    /// One person's outcome recoded, in the stratum and of the person that bring the estimate closest to zero.
    public func weakened() -> StratifiedCumulativeIncidenceDifference? {
        let before = estimate
        if before == 0 { return nil }
        let movesGroup = weakensGroup
        let removing = movesGroup == (before > 0)
        var best: (strata: [Stratum], distance: Double)?
        for (number, stratum) in strata.enumerated() {
            let side = movesGroup ? stratum.group : stratum.reference
            for days in side.days.recoded(at: horizon, removingEvent: removing) {
                var changed = strata
                if movesGroup {
                    changed[number].group = CumulativeIncidence(days)
                } else {
                    changed[number].reference = CumulativeIncidence(days)
                }
                guard let moved = try? MantelHaenszelRiskDifference(strata: changed.map { Self.counts($0, horizon) }) else { continue }
                let distance = abs(moved.estimate)
                if distance < best?.distance ?? abs(before) { best = (changed, distance) }
            }
        }
        guard let best else { return nil }
        return try? StratifiedCumulativeIncidenceDifference(strata: best.strata, horizon: horizon)
    }

    private static func counts(_ stratum: Stratum, _ horizon: Int) -> RateStratum {
        let group = stratum.group.effectiveShare(at: horizon)
        let reference = stratum.reference.effectiveShare(at: horizon)
        return RateStratum(
            groupEvents: group.events, groupTotal: group.total, referenceEvents: reference.events, referenceTotal: reference.total)
    }

    /// The curve of everybody in the strata together.
    private static func crude(_ curves: [CumulativeIncidence], _ horizon: Int) -> Double {
        CumulativeIncidence(ExitDays(merging: curves.map(\.days))).incidence(at: horizon)
    }
}
