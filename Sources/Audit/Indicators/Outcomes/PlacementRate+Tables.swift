import Cohort
import Metrics

extension PlacementRate {
    static func tables(_ frame: AuditFrame, partition: Partition, limits: Thresholds) -> [ReportTable] {
        let year = partition.grouping.attributes.first.flatMap { YearCohort(frame, by: $0).table(partition, limits: limits) }
        return [rates(frame, partition, limits), curves(frame, partition, limits)] + (year.map { [$0] } ?? [])
    }

    /// The last day up to the horizon with enough people still waiting.
    static func horizon(of curves: [CumulativeIncidence], limits: Thresholds) -> Int? {
        var day = limits.analysis.horizonDays.value
        for curve in curves {
            guard let last = curve.lastDay(withAtRiskAtLeast: limits.analysis.minimumAtRisk.value) else { return nil }
            day = min(day, last)
        }
        return day
    }

    private static func curve(_ exits: [Exit?], _ members: [Int]) -> CumulativeIncidence? {
        try? CumulativeIncidence(members.compactMap { exits[$0] })
    }

    private static func interval(_ curve: CumulativeIncidence, at day: Int) -> Interval? {
        let count = curve.effectiveCount(at: day)
        return try? Wilson(events: curve.incidence(at: day) * count, total: count).interval(level: 0.95)
    }

    /// Table 8.1: placed within the horizon, and who left for another reason, with bounds where many left.
    private static func rates(_ frame: AuditFrame, _ partition: Partition, _ limits: Thresholds) -> ReportTable {
        let exits = exits(frame)
        let offersLeaving = frame.snapshot.offers("left_on", of: "participant")
        return GroupTable.make(
            id: "8.1", indicator: id, partition: partition,
            columns: [
                .init("participants", "people"), .init("horizon", "days"), .init("placed", "per_100"), .init("low", "per_100"),
                .init("high", "per_100"), .init("left", "per_100"), .init("bound_low", "per_100"), .init("bound_high", "per_100"),
            ], notes: offersLeaving ? ["competing_exits", "bounds_for_leavers"] : ["ignorable_censoring"]
        ) { _, members in
            guard let curve = curve(exits, members), let day = horizon(of: [curve], limits: limits) else {
                return [.count(members.count)] + [ReportTable.Cell](repeating: .none, count: 7)
            }
            let interval = interval(curve, at: day)
            let left = members.count { exits[$0]?.kind == .competing && (exits[$0]?.days ?? 0) <= day }
            let share = Double(left) / Double(members.count)
            let bounded = offersLeaving && share > limits.analysis.leaversForBounds.value
            return [
                .count(members.count), .count(day), .number(curve.incidence(at: day)), .number(interval?.low), .number(interval?.high),
                offersLeaving ? .number(share) : .none,
                bounded ? .number(curve.incidence(at: day)) : .none,
                bounded ? .number(min(1, curve.incidence(at: day) + share)) : .none,
            ]
        }
    }

    /// Days between the points of the curve: a step per placement would show on which day somebody found a place.
    private static let gridDays = 30

    /// Table 8.2: the curve on a grid, as far as enough people are still waiting.
    private static func curves(_ frame: AuditFrame, _ partition: Partition, _ limits: Thresholds) -> ReportTable {
        let exits = exits(frame)
        var rows: [[ReportTable.Cell]] = []
        for group in partition.shown {
            guard let curve = curve(exits, partition.members[group] ?? []), let last = horizon(of: [curve], limits: limits) else { continue }
            for day in stride(from: 0, through: last, by: gridDays) {
                let interval = interval(curve, at: day)
                rows.append([
                    .text(group), .count(day), .count(curve.atRisk(on: day)), .number(curve.incidence(at: day)),
                    .number(interval?.low), .number(interval?.high),
                ])
            }
        }
        return ReportTable(
            id: "8.2", indicator: id, attribute: partition.grouping.name,
            columns: [
                .init("group"), .init("day", "days"), .init("at_risk", "people"), .init("placed", "per_100"), .init("low", "per_100"),
                .init("high", "per_100"),
            ], rows: rows, notes: [])
    }
}
