import Cohort
import MatchReplay

/// Every descriptive table of the judged window, in the order of the chapters.
enum Tables {
    /// How each attribute divides the people with a list in the window.
    static func partitions(_ plan: ComparisonPlan) -> [Partition] {
        let listed = Observations.shares(plan.frame.people.map { $0.runs.isEmpty ? nil : 1 })
        return plan.attributes.map { plan.partition(listed, indicator: "population", metric: "participants", Grouping($0)) }
    }

    static func all(_ plan: ComparisonPlan, _ observer: AuditStage.Observer? = nil) -> [ReportTable] {
        let partitions = partitions(plan)
        var tables = partitions.map { PopulationTables.people(plan.frame, partition: $0) }
        tables.append(PopulationTables.unknown(partitions))
        tables += UnknownBoundsTables.all(plan)
        let measured = Catalogue.all.filter { Availability.reason(against: $0, plan.frame, limits: plan.limits) == nil }
        // The one that makes every list again, and again, begins first, so that the others are made beside it.
        let order = measured.indices.sorted { (isLong(measured[$0]) ? 0 : 1, $0) < (isLong(measured[$1]) ? 0 : 1, $1) }
        let made = parallelMap(count: order.count, threads: plan.frame.threads) { position in
            let indicator = measured[order[position]]
            return AuditStage.observed(observer, "tables", indicator.id) { Self.tables(indicator, plan) }
        }
        tables += zip(order, made).sorted { $0.0 < $1.0 }.flatMap(\.1)
        return tables
    }

    private static func isLong(_ indicator: any Indicator.Type) -> Bool { indicator == LanguageReplay.self }

    private static func tables(_ indicator: any Indicator.Type, _ plan: ComparisonPlan) -> [ReportTable] {
        let frame = plan.frame.withOwnScratch()
        guard let indicator = indicator as? any JudgedIndicator.Type else {
            return (indicator as? any DescribedIndicator.Type)?.cohortTables(frame, limits: plan.limits) ?? []
        }
        // The headline's population: a table may not show a group that its finding withholds.
        guard let headline = plan.metrics.first(where: { $0.indicator == indicator && $0.metric.description.headline }) else { return [] }
        if indicator.restsOnReplay, !plan.fidelity.passed { return [] }
        let byGroup = plan.groupings(indicator.groupedBy).flatMap { grouping in
            let partition = plan.partition(headline.metric.observations, indicator: indicator.id, metric: headline.metric.description.metric, grouping)
            let own = indicator.tables(frame, partition: partition, limits: plan.limits)
            return indicator.restsOnReplay ? own.map { withoutUnreproduced($0, grouping, gate: plan.fidelity) } : own
        }
        return byGroup + indicator.cohortTables(frame, limits: plan.limits)
    }

    /// A group whose lists could not be made again keeps its rows, without the figures that rest on them.
    private static func withoutUnreproduced(_ table: ReportTable, _ grouping: Grouping, gate: FidelityGate) -> ReportTable {
        var table = table
        table.rows = table.rows.map { row in
            guard case .text(let group)? = row.first, gate.reason(grouping, group: group) != nil else { return row }
            return row.map { cell in if case .number = cell { .none } else { cell } }
        }
        return table
    }
}
