import Audit

/// Tables 4.6 and 5.1: shares of each group beside each other.
extension ReportComposer {
    /// Steps that people take one after the other; other columns of the table are no step, and stay in it.
    private static let steps = [
        "accepted_of_invited", "tested_of_accepted", "list_of_tested", "contact_of_listed", "placed_of_listed", "placed_of_contacted",
    ]
    private static let parts = ["level", "spread", "shape"]

    func funnel(_ table: ReportTable) -> Figure? {
        let known = Self.steps.filter { table.column($0) != nil }
        let steps = known.filter { step in table.rows.contains { table.number($0, step) != nil } }
        let empty = known.filter { !steps.contains($0) }.compactMap(table.column).map { stepName(table, $0) }
        let all = findings(about: table)
        guard let plot = shares(table, columns: steps, people: "followed_first_step", all) else { return nil }
        return figure(
            plot, of: table, kind: "funnel", title: funnelTitle(table, steps, all),
            caption: [words.text(plot.rows.contains { $0.marks.contains { $0.map { [.disparity, .signal].contains($0.verdict) } ?? false } } ? "funnel.caption.found" : "funnel.caption")]
                + (empty.isEmpty ? [] : [words.text("chart.left_out.withheld", ["groups": words.list(empty)])])
                + missingNote(isMissing(plot)), table: joined([table]))
    }

    func parts(_ table: ReportTable) -> Figure? {
        guard Self.parts.allSatisfy({ table.column($0) != nil }), let plot = shares(table, columns: Self.parts, people: "participants", []) else { return nil }
        let settled = settledTitle(table)
        let found = findings(about: table).contains { $0.isFound && $0.isCounted }
        let largest = partsTitle(table)
        return figure(
            plot, of: table, kind: "parts", title: found ? settled : largest,
            caption: [words.text("parts.caption"), found ? largest + "." : words.text("parts.settled", ["sentence": settled])] + missingNote(isMissing(plot)), table: joined([table]))
    }

    private func shares(_ table: ReportTable, columns: [String], people: String, _ findings: [ReportFinding]) -> ShareColumns? {
        let rows = table.rows.compactMap { row -> ShareColumns.Row? in
            guard let code = table.text(row, "group") else { return nil }
            return ShareColumns.Row(
                name: words.group(table.attribute ?? "", code).capitalizedFirst, n: words.numbers.count(table.number(row, people).map { Int($0) }),
                values: columns.map { table.number(row, $0).map { $0 * 100 } },
                marks: columns.map { column in
                    findings.first { $0.metric == column && $0.group == code && $0.isAdverse }.map { words.mark(of: $0) }
                })
        }
        guard rows.contains(where: { $0.values.contains { $0 != nil } }) else { return nil }
        let titles = columns.map { key in table.column(key).map { stepName(table, $0) } ?? key }
        return ShareColumns(columns: titles, rows: rows, people: words.text("header.n").lowercasedFirst, number: { words.numbers.decimal($0, digits: 0) })
    }

    private func stepName(_ table: ReportTable, _ column: Int) -> String { header(table.columns[column], except: table.columns[column].unit) }

    private func isMissing(_ plot: ShareColumns) -> Bool { plot.rows.contains { $0.values.contains { $0 == nil } } }

    private func funnelTitle(_ table: ReportTable, _ steps: [String], _ all: [ReportFinding]) -> String {
        let found = all.filter { steps.contains($0.metric) && $0.isAdverse && $0.isFound }
        let named = steps.compactMap { step -> String? in
            let groups = found.filter { $0.metric == step }.map(\.group)
            guard !groups.isEmpty, let column = table.column(step) else { return nil }
            return about(table, groups, words.text("funnel.title", ["step": stepName(table, column)]))
        }
        if named.isEmpty { return words.text("funnel.title.\(overallShown(all))", ["attribute": words.attribute(table.attribute ?? "").lowercasedFirst]) }
        let sentence = named.prefix(2).joined(separator: ". ")
        return found.contains { $0.verdict == .disparity } ? sentence : words.text("title.signal", ["sentence": sentence.lowercasedFirst])
    }

    /// Which part is the largest, when it is the same one in every group.
    private func partsTitle(_ table: ReportTable) -> String {
        let shares = table.rows.compactMap { row -> [Double]? in
            let values = Self.parts.compactMap { table.number(row, $0) }
            return values.count == Self.parts.count ? values : nil
        }
        let largest = Set(shares.map { values in values.indices.max { values[$0] < values[$1] } ?? 0 })
        guard largest.count == 1, let part = largest.first else { return words.text("parts.title") }
        return words.text("parts.title.\(Self.parts[part])", ["values": span(shares.map { $0[part] })])
    }
}
