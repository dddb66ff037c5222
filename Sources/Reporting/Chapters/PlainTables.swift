import Audit

/// Tables of the report as they are, by column key; a key without a phrase is its own header.
extension ReportComposer {
    func tables(id prefix: String) -> [ReportTable] { report.tables.filter { $0.id.hasPrefix(prefix) } }

    /// Tables of one id over several attributes, with the same columns, are one table with a part per attribute.
    func plain(_ tables: [ReportTable]) -> [Block] {
        var blocks: [Block] = []
        var told: Set<String> = []
        for table in tables where told.insert(table.id).inserted {
            let alike = tables.filter { $0.id == table.id }
            if alike.allSatisfy(\.rows.isEmpty) {
                blocks.append(.paragraph(words.text("table.none", ["table": caption(table, attribute: alike.count == 1 ? table.attribute : nil, unit: nil)])))
            } else if table.columns.contains(where: { $0.key == "sector" }) {
                blocks += alike.map { .table(bySector($0) ?? joined([$0])) }
            } else if table.columns.contains(where: { $0.key == "scale" }) {
                blocks += alike.map { .table(byScale($0)) }
            } else if alike.allSatisfy({ $0.columns == table.columns }) {
                blocks.append(.table(joined(alike)))
            } else {
                blocks += alike.map { .table(joined([$0])) }
            }
        }
        return blocks
    }

    func joined(_ tables: [ReportTable]) -> Table {
        let first = tables[0]
        let shared = sharedUnit(first.columns)
        let hidden = tables.filter(\.rows.isEmpty).compactMap(\.attribute).map { words.attribute($0).lowercasedFirst }
        let aboutHidden = hidden.isEmpty ? [] : [words.text("table.hidden", ["attributes": words.list(hidden)])]
        return Table(
            caption: caption(first, attribute: tables.count == 1 ? first.attribute : nil, unit: shared),
            columns: shownColumns(first.columns).map { index in
                let column = first.columns[index]
                let title = header(column, except: shared)
                return .init(title: hasInterval(first.columns, index) ? words.text("column.with_interval", ["name": title]) : title, isNumber: column.unit != nil)
            },
            bodies: tables.filter { !$0.rows.isEmpty }.map { table in
                .init(title: tables.count > 1 ? table.attribute.map(words.attribute) : nil, rows: table.rows.map { row in
                    shownColumns(table.columns).map { .text(lines(row, table.columns, $0, attribute: table.attribute)) }
                })
            },
            notes: unique(tables.flatMap(\.notes)).map { words.reason($0, prefix: "note") } + aboutHidden)
    }

    /// The ends of an interval stand in the cell of the value that they belong to.
    private func hasInterval(_ columns: [ReportTable.Column], _ index: Int) -> Bool {
        guard index + 2 < columns.count else { return false }
        return [["low", "high"], ["ratio_low", "ratio_high"]].contains([columns[index + 1].key, columns[index + 2].key])
    }

    func shownColumns(_ columns: [ReportTable.Column]) -> [Int] {
        let ends = columns.indices.filter { hasInterval(columns, $0) }.flatMap { [$0 + 1, $0 + 2] }
        return columns.indices.filter { !ends.contains($0) }
    }

    func lines(_ row: [ReportTable.Cell], _ columns: [ReportTable.Column], _ index: Int, attribute: String?) -> [String] {
        let value = text(row[index], column: columns[index], attribute: attribute)
        guard hasInterval(columns, index), row[index] != .none, row[index + 1] != .none || row[index + 2] != .none else { return [value] }
        let ends = [index + 1, index + 2].map { text(row[$0], column: columns[$0], attribute: attribute) }
        return [value, "(\(words.text("range", ["low": ends[0], "high": ends[1]])))"]
    }

    /// A part per scale of the test, with its groups.
    private func byScale(_ table: ReportTable) -> Table {
        guard let scale = table.columns.firstIndex(where: { $0.key == "scale" }) else { return joined([table]) }
        let kept = table.columns.indices.filter { $0 != scale }
        func without(_ row: [ReportTable.Cell]) -> [ReportTable.Cell] { kept.map { row[$0] } }
        var parts = table
        parts.columns = kept.map { table.columns[$0] }
        parts.rows = []
        var whole = joined([parts])
        whole.bodies = table.texts("scale").map { code in
            parts.rows = table.rows.filter { $0[scale] == .text(code) }.map(without)
            return .init(title: words.optional("code.\(code)")?.capitalizedFirst ?? code, rows: joined([parts]).bodies.flatMap(\.rows))
        }
        whole.notes = joined([table]).notes
        return whole
    }

    /// Groups beside each other, a row per sector; `nil` when there are too many groups for a page.
    private func bySector(_ table: ReportTable) -> Table? {
        guard let group = table.columns.firstIndex(where: { $0.key == "group" }), let sector = table.columns.firstIndex(where: { $0.key == "sector" })
        else { return nil }
        let values = table.columns.indices.filter { $0 != group && $0 != sector }
        func codes(_ column: Int) -> [String] {
            unique(table.rows.compactMap { row in if case .text(let code) = row[column] { code } else { nil } })
        }
        let groups = codes(group)
        guard !groups.isEmpty, groups.count <= 8 else { return nil }
        let shared = sharedUnit(table.columns)
        return Table(
            caption: caption(table, attribute: table.attribute, unit: shared),
            columns: [.init(title: header(table.columns[sector], except: nil))]
                + groups.map { .init(title: words.group(table.attribute ?? "", $0).capitalizedFirst, isNumber: true) },
            rows: codes(sector).map { name in
                [.text(words.optional("code.\(name)") ?? name)] + groups.map { code in
                    let row = table.rows.first { $0[group] == .text(code) && $0[sector] == .text(name) }
                    let texts = values.map { index in row.map { text($0[index], column: table.columns[index], attribute: nil) } ?? Numbers.none }
                    return .text(texts.count == 2 ? "\(texts[0]) (\(texts[1]))" : texts.joined(separator: " · "))
                }
            },
            notes: [words.text("table.cell", ["columns": cellWords(values.map { header(table.columns[$0], except: shared).lowercasedFirst })])]
                + table.notes.map { words.reason($0, prefix: "note") })
    }

    func cellWords(_ names: [String]) -> String {
        names.count == 2 ? words.text("table.cell.two", ["first": names[0], "second": names[1]]) : words.list(names)
    }

    func caption(_ table: ReportTable, attribute: String?, unit: String?) -> String {
        var name = words.optional("table.\(table.id)") ?? description(table.indicator)
        if let attribute { name += ", \(words.text("per")) \(words.attribute(attribute).lowercasedFirst)" }
        // A plain number needs no unit in a title.
        if unit != "number", let unit = words.unit(unit) { name += " (\(unit))" }
        return words.text("table.caption", ["id": table.id, "name": name])
    }

    /// The unit that most columns have is said once, above the table.
    func sharedUnit(_ columns: [ReportTable.Column]) -> String? {
        let units = columns.compactMap(\.unit).filter { words.unit($0) != nil }
        return Set(units).max { first, second in
            (units.count { $0 == first }, first) < (units.count { $0 == second }, second)
        }
    }

    private func description(_ indicator: String) -> String {
        report.indicators.first { $0.indicator == indicator }.map { words.pick($0.name) } ?? indicator
    }

    func header(_ column: ReportTable.Column, except shared: String?) -> String {
        let (general, number) = Phrasebook.generalised(column.key)
        let name = words.optional("column.\(column.key)") ?? words.optional("column.\(general)", ["k": number]) ?? column.key
        // A plain number needs no unit in a title.
        guard column.unit != shared, column.unit != "number", let unit = words.unit(column.unit) else { return name }
        return "\(name) (\(unit))"
    }

    func text(_ cell: ReportTable.Cell, column: ReportTable.Column, attribute: String?) -> String {
        switch cell {
        case .none: return Numbers.none
        case .number(let number) where Self.isProbability(column): return words.numbers.p(number, digits: 2)
        case .number(let number): return words.value(number, unit: column.unit ?? "number")
        case .text(let code):
            switch column.key {
            case "group": return attribute.map { words.group($0, code) } ?? code
            case "attribute": return words.attribute(code)
            case "indicator": return words.optional("code.\(code)") ?? questionName(code).map { "\(code) \($0)" } ?? code
            case "relation": return words.optional("relation.\(code)") ?? code
            default: return words.optional("code.\(code)") ?? code
            }
        }
    }

    /// `stability_p`: one of 0 and one of 1 are never exact.
    private static func isProbability(_ column: ReportTable.Column) -> Bool { column.key == "p" || column.key.hasSuffix("_p") }
}
