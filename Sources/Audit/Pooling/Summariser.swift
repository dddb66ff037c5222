import Cohort
import Metrics

/// Turns the questions of one window into tables that may leave the organisation.
struct Summariser {
    let plan: ComparisonPlan
    let system: SystemConfiguration

    struct Result {
        var tables: [AuditSummary.Table] = []
        var withheld: [AuditReport.Withholding] = []
        var unavailable: [AuditReport.Unavailability] = []
    }

    func result() -> Result {
        var result = Result()
        for measurement in plan.metrics {
            let groupings = plan.groupings(measurement.indicator.groupedBy).filter { measurement.metric.notBy.isDisjoint(with: $0.attributes) }
            // A figure over everybody compares no groups; there is nothing to pool.
            for grouping in groupings where grouping != .everybody { add(measurement, grouping, to: &result) }
        }
        return result
    }

    private func add(_ measurement: ComparisonPlan.Measurement, _ grouping: Grouping, to result: inout Result) {
        let (indicator, description) = (measurement.indicator.id, measurement.metric.description)
        let observations = measurement.metric.observations
        let partition = plan.partition(observations, indicator: indicator, metric: description.metric, grouping)
        var members = partition.members
        if !partition.unknown.isEmpty { members[Attribute.unknown] = partition.unknown }
        var marked: [String: SmallCells.Rule] = [:]
        for (group, rule) in partition.withheld { if case .difference = rule { marked[group] = rule } }
        let export = ExportCells(
            members: members, events: { observations.events(among: $0) }, marked: marked,
            coarser: grouping.attributes.first.flatMap { grouping.isIntersection ? nil : system.attribute($0)?.coarser } ?? [:],
            limits: plan.limits.disclosure)
        result.withheld += export.withheld.map { group, rule in
            AuditReport.Withholding(
                table: SummaryDefinitions.key(indicator, description.metric), attribute: grouping.name, group: group, rule: rule.published,
                reason: rule.explanation)
        }
        guard export.shown.count > 1 else { return }
        if measurement.indicator.restsOnReplay, let reason = fidelityReason(grouping, export) {
            result.unavailable.append(.init(indicator: indicator, reason: reason))
            return
        }
        let sizes = measurement.sizes
        let stratum = plan.judgedStratum(measurement)
        var table = AuditSummary.Table(
            indicator: indicator, metric: description.metric, grouping: grouping.name, kind: .estimates, stratum: stratum.rawValue,
            cap: partition.missingShare > plan.limits.analysis.maximumMissing.value ? "too_many_unknown" : measurement.metric.cap,
            margin: sizes.margin, signal: sizes.signal, cells: [], pairs: [])
        switch (observations, stratum) {
        case (.outcomes(let outcomes), .none):
            table.kind = .counts
            table.cells = export.shown.map { cell in
                .init(
                    group: cell.group, isFolded: cell.isFolded, people: cell.members.count,
                    sum: Double(cell.members.count { outcomes[$0] == true }), sumOfSquares: nil)
            }
        case (.values(let values), .none), (.shares(let values), .none):
            table.kind = .moments
            table.cells = export.shown.map { Self.moments($0, values) }
        default:
            if case .exits = observations, stratum == .none { table.kind = .effectiveCounts }
            table.pairs = pairs(measurement, grouping, export, stratum)
            if table.pairs.isEmpty { return }
        }
        result.tables.append(table)
    }

    /// One group whose lists are not reproduced spoils the reference of all others.
    private func fidelityReason(_ grouping: Grouping, _ export: ExportCells) -> String? {
        export.shown.lazy.compactMap { plan.fidelity.reason(grouping, group: $0.group) }.first
    }

    private static func moments(_ cell: ExportCells.Cell, _ values: PackedValues) -> AuditSummary.Cell {
        let own = cell.members.compactMap { values[$0] }
        return .init(
            group: cell.group, isFolded: cell.isFolded, people: own.count, sum: CompensatedSum(own).value.reported,
            sumOfSquares: CompensatedSum(own.map { $0 * $0 }).value.reported)
    }

    private func pairs(
        _ measurement: ComparisonPlan.Measurement, _ grouping: Grouping, _ export: ExportCells, _ stratum: Stratum
    ) -> [AuditSummary.Pair] {
        export.shown.compactMap { cell in
            let reference = export.shown.filter { $0.group != cell.group }.flatMap(\.members).sorted()
            let sides = plan.sides(grouping, cell.group, cell.members, reference)
            guard let difference = try? plan.comparator(measurement.metric, stratum).difference(sides), difference.standardError > 0 else { return nil }
            var effective: [Double]?
            if let incidence = difference as? CumulativeIncidenceDifference {
                // Figures at different days are different figures: one that had to be read earlier is not shared.
                guard incidence.horizon == plan.limits.analysis.horizonDays.value else { return nil }
                effective = incidence.effectiveCounts.map(\.reported)
            }
            return .init(
                group: cell.group, people: difference.groupCount, referencePeople: difference.referenceCount,
                groupValue: difference.groupValue.reported, referenceValue: difference.referenceValue.reported,
                estimate: difference.estimate.reported, standardError: difference.standardError.reported, effective: effective,
                cap: measurement.metric.observations.cap(sides))
        }
    }
}
