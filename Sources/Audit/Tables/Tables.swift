import Cohort

/// Every descriptive table of the judged window, in the order of the chapters.
enum Tables {
    /// How each attribute divides the whole cohort of the window.
    static func partitions(_ plan: ComparisonPlan) -> [Partition] {
        let everybody = Observations.shares(plan.frame.people.map { _ in 1 })
        return Attribute.allCases.map { plan.partition(everybody, indicator: "population", metric: "participants", attribute: $0) }
    }

    static func all(_ plan: ComparisonPlan) -> [ReportTable] {
        let partitions = partitions(plan)
        var tables = partitions.map { PopulationTables.people(plan.frame, partition: $0) }
        tables.append(PopulationTables.unknown(partitions))
        for indicator in Catalogue.judged {
            // The headline's population: a table may not show a group that its finding withholds.
            guard let headline = plan.metrics.first(where: { $0.indicator == indicator && $0.metric.description.headline }) else { continue }
            if indicator.restsOnReplay, !plan.fidelity.passed { continue }
            for attribute in Attribute.allCases {
                let partition = plan.partition(
                    headline.metric.observations, indicator: indicator.id, metric: headline.metric.description.metric, attribute: attribute)
                let own = indicator.tables(plan.frame, partition: partition, limits: plan.limits)
                tables += indicator.restsOnReplay ? own.map { withoutUnreproduced($0, attribute: attribute, gate: plan.fidelity) } : own
            }
        }
        return tables
    }

    /// A group whose lists could not be made again keeps its rows, without the figures that rest on them.
    private static func withoutUnreproduced(_ table: ReportTable, attribute: Attribute, gate: FidelityGate) -> ReportTable {
        var table = table
        table.rows = table.rows.map { row in
            guard case .text(let group)? = row.first, gate.reason(attribute: attribute, group: group) != nil else { return row }
            return row.map { cell in if case .number = cell { .none } else { cell } }
        }
        return table
    }
}
