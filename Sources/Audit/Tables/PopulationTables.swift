import Cohort

/// Chapter 4: who is in the figures.
enum PopulationTables {
    /// Table 4.1: people, lists and choices per group.
    static func people(_ frame: AuditFrame, partition: Partition, limits: Thresholds) -> ReportTable {
        GroupTable.make(
            id: "4.1", indicator: "population", partition: partition,
            columns: [.init("participants", "people"), .init("lists", "lists"), .init("with_choice", "people")]
        ) { _, members in
            let choices = members.count { frame.people[$0].choice != nil }
            // A count near zero or near everybody would show a few people by subtraction.
            let minimum = limits.disclosure.minimumCell.value
            let hidden = choices < minimum || (members.count - choices > 0 && members.count - choices < minimum)
            return [
                .count(members.count), .count(members.reduce(0) { $0 + frame.people[$1].runs.count }), hidden ? .none : .count(choices),
            ]
        }
    }

    /// Table 4.2: for how many people the group is not known.
    static func unknown(_ frame: AuditFrame, partitions: [Partition], limits: Thresholds) -> ReportTable {
        ReportTable(
            id: "4.2", indicator: "population", attribute: nil, columns: [.init("attribute"), .init("unknown", "per_100")],
            rows: partitions.map { partition in
                // Nobody unknown is worth saying; a few unknown people may not be counted out.
                let shown = partition.unknown.isEmpty || partition.unknown.count >= limits.disclosure.minimumCell.value
                return [.text(partition.attribute.rawValue), shown ? .number(partition.missingShare) : .none]
            }, notes: [])
    }
}
