import Cohort

/// Chapter 4: who is in the figures.
enum PopulationTables {
    /// Table 4.1: people and lists per group.
    static func people(_ frame: AuditFrame, partition: Partition) -> ReportTable {
        GroupTable.make(
            id: "4.1", indicator: "population", partition: partition,
            columns: [.init("participants", "people"), .init("lists", "lists")]
        ) { _, members in
            [.count(members.count), .count(members.reduce(0) { $0 + frame.people[$1].runs.count })]
        }
    }

    /// Table 4.2: for how many people the group is not known. Where the unknown are hidden to protect a small group, so is their share:
    /// together with the total it would be their number.
    static func unknown(_ partitions: [Partition]) -> ReportTable {
        ReportTable(
            id: "4.2", indicator: "population", attribute: nil, columns: [.init("attribute"), .init("unknown", "per_100")],
            rows: partitions.map { partition in
                [.text(partition.grouping.name), partition.rule(for: Attribute.unknown) == nil ? .number(partition.missingShare) : .none]
            }, notes: [])
    }
}
