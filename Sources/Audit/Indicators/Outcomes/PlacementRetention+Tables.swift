import Cohort
import Metrics

extension PlacementRetention {
    private static let points = [90, 180, 365]

    /// Table 8.4: still in place after so many days, as far as enough people are followed, and the mean days in place within the horizon.
    static func tables(_ frame: AuditFrame, partition: Partition, limits: Thresholds) -> [ReportTable] {
        let endings = Endings(frame, horizon: limits.analysis.horizonDays.value)
        let exits = endings.exits()
        let noMatchDays = Int(limits.parameter("noMatchDays", of: id))
        let noMatch = endings.exits(within: noMatchDays) { $0 == "no_match" }
        let needed = limits.analysis.minimumAtRisk.value
        return [
            GroupTable.make(
                id: "8.4", indicator: id, partition: partition,
                columns: [.init("placed_people", "people")] + points.map { .init("retained_day_\($0)", "per_100") }
                    + [
                        .init("horizon", "days"), .init("days_in_place", "days"), .init("low", "days"), .init("high", "days"),
                        .init("ended_no_match", "per_100"),
                    ], notes: ["among_those_placed"] + (endings.knowsReasons ? ["promotion_is_no_ending"] : ["end_reason_unknown"])
            ) { _, members in
                let own = members.compactMap { exits[$0] }
                guard let curve = try? CumulativeIncidence(own), let last = curve.lastDay(withAtRiskAtLeast: needed) else {
                    return [.count(members.count)] + [ReportTable.Cell](repeating: .none, count: points.count + 5)
                }
                let horizon = min(limits.analysis.horizonDays.value, last)
                let time = try? RestrictedTimeWithout(own.map { ObservedExit($0) }, horizon: horizon)
                let interval = try? time?.interval(level: 0.95)
                let early = try? CumulativeIncidence(members.compactMap { noMatch[$0] })
                return [.count(members.count)] + points.map { $0 <= last ? .number(1 - curve.incidence(at: $0)) : .none }
                    + [
                        .count(horizon), .number(time?.estimate), .number(interval?.low), .number(interval?.high),
                        endings.knowsReasons && last >= noMatchDays ? .number(early?.incidence(at: noMatchDays)) : .none,
                    ]
            }
        ]
    }
}
