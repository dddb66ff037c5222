import Cohort

/// A table with one row per group; a group that may not be shown has its row, and no number in it.
enum GroupTable {
    /// - Parameter row: the cells of one group, from its code and members.
    static func make(
        id: String, indicator: String, partition: Partition, columns: [ReportTable.Column],
        notes: [String] = [], row: (_ group: String, _ members: [Int]) -> [ReportTable.Cell]
    ) -> ReportTable {
        let known = partition.members.map { ($0.key, $0.value) }
        let cells = known + (partition.unknown.isEmpty ? [] : [(Attribute.unknown, partition.unknown)])
        let rows = cells.sorted { order($0.0) < order($1.0) }.map { name, members in
            let hidden = partition.rule(for: name) != nil
            return [.text(name)] + (hidden ? columns.map { _ in .none } : row(name, members))
        }
        return ReportTable(
            id: id, indicator: indicator, attribute: partition.grouping.name, columns: [.init("group")] + columns, rows: rows, notes: notes)
    }

    /// Groups in byte order, unknown last.
    static func order(_ group: String) -> String { group == Attribute.unknown ? "\u{10FFFF}" : group }

    /// Mean over the members for whom the value is defined; `nil` when it is for none.
    static func mean<Values: RandomAccessCollection<Double?>>(of values: Values, over members: [Int]) -> Double? where Values.Index == Int {
        var sum = 0.0, count = 0
        for member in members {
            guard let value = values[member] else { continue }
            sum += value
            count += 1
        }
        return count == 0 ? nil : sum / Double(count)
    }

    /// The same of yes and no.
    static func share(of outcomes: [Bool?], over members: [Int]) -> Double? {
        mean(of: outcomes.lazy.map { $0.map { $0 ? 1 : 0 } }, over: members)
    }
}
