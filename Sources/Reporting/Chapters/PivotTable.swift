import Audit

extension ReportComposer {
    /// A table of points with a row per group and a column per stage, day or share: as many numbers in a fraction of the rows.
    /// - Parameters:
    ///   - key: the column whose values become columns.
    ///   - values: the columns that share a cell, in this order.
    func pivot(_ table: ReportTable, across key: String, values: [String]) -> Table {
        guard let group = table.column("group"), let across = table.column(key) else { return joined([table]) }
        var heads: [ReportTable.Cell] = []
        for row in table.rows where !heads.contains(row[across]) { heads.append(row[across]) }
        let kept = values.compactMap(table.column)
        let shared = sharedUnit(kept.map { table.columns[$0] })
        let rows = table.texts("group").map { code -> [Table.Cell] in
            [.text(words.group(table.attribute ?? "", code))] + heads.map { head in
                guard let row = table.rows.first(where: { $0[group] == .text(code) && $0[across] == head }) else { return .text(Numbers.none) }
                let texts = kept.flatMap { labelled(lines(row, table.columns, $0, attribute: table.attribute), table.columns[$0], row[$0], among: kept.count) }
                return .text(texts.allSatisfy { $0 == Numbers.none } ? [Numbers.none] : texts)
            }
        }
        let names = kept.map { header(table.columns[$0], except: shared).lowercasedFirst }
        return Table(
            caption: withKey(caption(table, attribute: table.attribute, unit: shared), names),
            columns: [.init(title: words.attribute(table.attribute ?? ""))] + heads.map { head in
                .init(title: columnHead(head, table.columns[across]), isNumber: true)
            },
            rows: rows,
            notes: unique(table.notes).map { words.reason($0, prefix: "note") })
    }

    /// A cell with several numbers says above the table what they are.
    func withKey(_ caption: String, _ names: [String]) -> String {
        names.count > 1 ? words.text("table.cell.lines", ["caption": caption, "columns": words.list(names)]) : caption
    }

    /// A number of people among other numbers says so itself: `106 mensen`.
    private func labelled(_ lines: [String], _ column: ReportTable.Column, _ cell: ReportTable.Cell, among count: Int) -> [String] {
        guard count > 1, column.unit == "people", case .number(let people) = cell else { return lines }
        return [words.size(people, unit: "people")]
    }

    private func columnHead(_ cell: ReportTable.Cell, _ column: ReportTable.Column) -> String {
        if column.unit == "percent", case .number(let value) = cell { return words.numbers.percent(value / 100) }
        return text(cell, column: column, attribute: nil).capitalizedFirst
    }
}
