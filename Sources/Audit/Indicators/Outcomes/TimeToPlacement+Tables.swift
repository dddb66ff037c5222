import Cohort
import Metrics

extension TimeToPlacement {
    /// Days of the curve that are printed; the horizon is added.
    private static let points = [30, 90]

    /// Table 8.3: still without a placement at a few days, the mean days without one, and the log-rank test against the others.
    static func tables(_ frame: AuditFrame, partition: Partition, limits: Thresholds) -> [ReportTable] {
        let exits = frame.waiting(delayed: frame.system.delayedEntry)
        let horizon = limits.analysis.horizonDays.value
        let points = points.filter { $0 < horizon } + [horizon]
        let offersLeaving = frame.snapshot.offers("left_on", of: "participant")
        return [
            GroupTable.make(
                id: "8.3", indicator: id, partition: partition,
                columns: [.init("participants", "people"), .init("horizon", "days")] + points.map { .init("without_placement_day_\($0)", "per_100") }
                    + [.init("days_without", "days"), .init("low", "days"), .init("high", "days"), .init("log_rank_p", "number")],
                notes: ["area_above_curve", "log_rank_secondary"] + (offersLeaving ? ["competing_exits"] : ["ignorable_censoring"])
                    + (frame.system.delayedEntry ? ["delayed_entry"] : [])
            ) { group, members in
                let own = members.compactMap { exits[$0] }
                guard let curve = try? AalenJohansen(own.map(\.followUp), causes: 2),
                    let day = try? PlacementRate.horizonDay(own, own, limits: limits)
                else { return [.count(members.count)] + [ReportTable.Cell](repeating: .none, count: points.count + 5) }
                let time = try? RestrictedTimeWithout(own, horizon: day)
                let interval = try? time?.interval(level: 0.95)
                let rest = group == Attribute.unknown ? [] : partition.reference(of: group).compactMap { exits[$0] }
                let test = rest.isEmpty ? nil : try? LogRank(groups: [own, rest].map { $0.map { Self.placed($0) } })
                return [.count(members.count), .count(day)]
                    + points.map { $0 <= day ? .number(1 - curve.incidence(of: 1, at: Double($0))) : .none }
                    + [.number(time?.estimate), .number(interval?.low), .number(interval?.high), .number(test?.pValue)]
            }
        ]
    }

    /// For the log-rank test, which compares the hazard of being placed: whoever left is no longer looked at.
    private static func placed(_ exit: ObservedExit) -> Metrics.FollowUp {
        let record = exit.followUp
        return Metrics.FollowUp(end: record.end, cause: exit.kind == .event ? 1 : 0, entry: record.entry)
    }
}
