import Cohort

extension Growth {
    /// Table 8.6: who moved up, stayed or went down, and what changed at the re-test.
    static func tables(_ frame: AuditFrame, partition: Partition, limits: Thresholds) -> [ReportTable] {
        let moves = KindOfWork.moves(frame)
        let changes = frame.snapshot.offers("standard_error", of: "assessment_score") ? Retest.changes(frame) : []
        let (higher, lower) = (PackedValues(changes.lazy.map { $0?.higher }), PackedValues(changes.lazy.map { $0?.lower }))
        let labelling = frame.labelling(of: partition.grouping)
        var retested: [String: [Int]] = [:]
        for person in changes.indices where changes[person] != nil { retested[labelling.name(person) ?? Attribute.unknown, default: []].append(person) }
        let minimum = limits.disclosure.minimumCell.value
        // Every group that was tested twice or none: a total elsewhere would show the missing one.
        let mayShow = !changes.isEmpty && partition.members.keys.allSatisfy { (retested[$0] ?? []).count >= minimum }
        return [
            GroupTable.make(
                id: "8.6", indicator: id, partition: partition,
                columns: [
                    .init("with_two_steps", "people"), .init("moved_up", "per_100"), .init("stayed", "per_100"), .init("moved_down", "per_100"),
                    .init("tested_twice", "people"), .init("reliably_higher", "per_100"), .init("reliably_lower", "per_100"),
                ], notes: ["growth_among_two_steps", "reliable_change"]
            ) { group, members in
                func share(_ matches: (Int) -> Bool) -> ReportTable.Cell {
                    let own = members.compactMap { moves[$0] }
                    return own.isEmpty ? .none : .number(Double(own.count(where: matches)) / Double(own.count))
                }
                let twice = retested[group] ?? []
                let retest: [ReportTable.Cell] = mayShow && twice.count >= minimum
                    ? [
                        .count(twice.count), .number(GroupTable.mean(of: higher, over: twice)),
                        .number(GroupTable.mean(of: lower, over: twice)),
                    ] : [.none, .none, .none]
                return [.count(members.count), share { $0 > 0 }, share { $0 == 0 }, share { $0 < 0 }] + retest
            }
        ]
    }
}
