import Cohort
import Metrics

/// How far a difference could move if we knew the group of everybody: bounds over all labels that the unknown could have.
///
/// The unknown are a line of their own in tables and in no reference; nothing is assumed about why their group is missing.
enum UnknownBoundsTables {
    /// Table 4.7, per attribute with unknown people: every headline that is a rate, each compared group. An attribute of which the unknown may not
    /// be shown has no such table: with the known people's figures the bounds would show them.
    static func all(_ plan: ComparisonPlan) -> [ReportTable] {
        plan.attributes.compactMap { attribute in
            let found = plan.metrics.filter { $0.metric.description.headline && $0.indicator.groupedBy.isByAttribute }.flatMap { measurement in
                rows(
                    measurement.metric.observations, measurement.indicator.id,
                    plan.partition(
                        measurement.metric.observations, indicator: measurement.indicator.id, metric: measurement.metric.description.metric,
                        Grouping(attribute)), limits: plan.limits)
            }
            guard !found.isEmpty else { return nil }
            return ReportTable(
                id: "4.7", indicator: "population", attribute: attribute.rawValue,
                columns: [
                    .init("indicator"), .init("group"), .init("difference", "points"), .init("unknown_bound_low", "points"),
                    .init("unknown_bound_high", "points"), .init("unknown", "per_100"),
                ], rows: found, notes: ["unknown_bounds"])
        }
    }

    static func rows(_ observations: Observations, _ indicator: String, _ partition: Partition, limits: Thresholds) -> [[ReportTable.Cell]] {
        guard !partition.unknown.isEmpty, partition.rule(for: Attribute.unknown) == nil else { return [] }
        return ComparisonPlan.compared(partition).compactMap { group in
            guard let bounds = bounds(
                observations, group: partition.members[group] ?? [], reference: partition.reference(of: group), unknown: partition.unknown,
                limits: limits)
            else { return nil }
            return [
                .text(indicator), .text(group), .number(bounds.estimate), .number(bounds.low), .number(bounds.high), .number(bounds.unknownShare),
            ]
        }
    }

    /// Of waiting times the shares by the last day up to the horizon that all three sides reach; `nil` for what is no rate of people.
    static func bounds(
        _ observations: Observations, group: [Int], reference: [Int], unknown: [Int], limits: Thresholds
    ) -> UnknownGroupBounds? {
        let sides = [group, reference, unknown]
        var events: [Double] = []
        switch observations {
        case .outcomes(let outcomes): events = sides.map { Double($0.count { outcomes[$0] == true }) }
        case .exits(let exits):
            let curves = sides.compactMap { side in try? CumulativeIncidence(side.compactMap { exits[$0] }) }
            guard curves.count == sides.count, let day = PlacementRate.horizon(of: curves, limits: limits) else { return nil }
            events = zip(curves, sides).map { $0.incidence(at: day) * Double($1.count) }
        case .values, .shares, .contrast: return nil
        }
        return try? UnknownGroupBounds(
            groupEvents: events[0], groupTotal: Double(group.count), referenceEvents: events[1], referenceTotal: Double(reference.count),
            unknownEvents: min(events[2], Double(unknown.count)), unknownTotal: Double(unknown.count))
    }
}
