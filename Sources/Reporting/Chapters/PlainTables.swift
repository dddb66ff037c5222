import Audit

/// Tables of the report as they are, by column key; a key without a phrase is its own header.
extension ReportComposer {
    func tables(id prefix: String) -> [ReportTable] { report.tables.filter { $0.id.hasPrefix(prefix) } }

    func plain(_ table: ReportTable) -> Table {
        let about = table.attribute.map(words.attribute)
        let name = words.optional("table.\(table.id)") ?? description(table.indicator)
        return Table(
            caption: words.text("table.caption", ["id": table.id, "name": about.map { "\(name), \(words.text("per")) \($0.lowercasedFirst)" } ?? name]),
            columns: table.columns.map { .init(title: header($0), isNumber: $0.unit != nil) },
            rows: table.rows.map { row in
                zip(table.columns, row).map { column, cell in .text(text(cell, column: column, attribute: table.attribute)) }
            },
            notes: table.notes.map { words.reason($0, prefix: "note") })
    }

    private func description(_ indicator: String) -> String {
        report.indicators.first { $0.indicator == indicator }.map { words.pick($0.name) } ?? indicator
    }

    func header(_ column: ReportTable.Column) -> String {
        let (general, number) = Phrasebook.generalised(column.key)
        let name = words.optional("column.\(column.key)") ?? words.optional("column.\(general)", ["k": number]) ?? column.key
        guard let unit = words.unit(column.unit) else { return name }
        return "\(name) (\(unit))"
    }

    private func text(_ cell: ReportTable.Cell, column: ReportTable.Column, attribute: String?) -> String {
        switch cell {
        case .none: return Numbers.none
        case .number(let number): return words.value(number, unit: column.unit ?? "number")
        case .text(let code):
            switch column.key {
            case "group": return attribute.map { words.group($0, code) } ?? code
            case "attribute": return words.attribute(code)
            default: return words.optional("code.\(code)") ?? code
            }
        }
    }
}
