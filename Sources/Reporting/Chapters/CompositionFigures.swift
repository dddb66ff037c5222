import Audit

/// Table 6.4: which kinds of work the attention on a list goes to.
extension ReportComposer {
    /// The kind that is judged comes first; then from least to most like paid work.
    private static let kinds = ["day_activity", "sheltered", "benefit_retained", "paid"]

    func composition(_ table: ReportTable) -> Figure? {
        let keys = Self.kinds.map { "exposure_\($0)" }
        guard table.column("group") != nil, keys.allSatisfy({ table.column($0) != nil }) else { return nil }
        let found = findings(about: table).filter { $0.isAdverse && $0.isFound }
        let rows = table.rows.compactMap { row -> (code: String, shares: [Double?], row: CompositionBars.Row)? in
            guard let code = table.text(row, "group") else { return nil }
            let shares = keys.map { table.number(row, $0) }
            return (code, shares, CompositionBars.Row(
                name: words.group(table.attribute ?? "", code).capitalizedFirst, n: words.numbers.count(table.number(row, "participants").map { Int($0) }),
                parts: shares.map { $0.map { $0 * 100 } }, isFound: found.contains { $0.group == code }))
        }
        guard rows.contains(where: { $0.shares.contains { $0 != nil } }) else { return nil }
        let plot = CompositionBars(
            kinds: Self.kinds.map { words.text("code.\($0)") }, rows: rows.map(\.row), people: words.text("header.n").lowercasedFirst,
            number: { words.numbers.decimal($0, digits: 0) })
        let names = found.map(\.group)
        let inside = rows.filter { names.contains($0.code) }.compactMap { $0.shares[0] }
        let others = rows.filter { !names.contains($0.code) && $0.code != Words.unknownGroup }.compactMap { $0.shares[0] }
        let title = inside.isEmpty || others.isEmpty
            ? settledTitle(table)
            : about(table, unique(names), words.text("composition.title", ["values": span(inside), "others": span(others)]))
        let missing = rows.contains { $0.shares.contains { $0 == nil } }
        return figure(
            plot, of: table, kind: "composition", title: title,
            caption: [words.text(found.isEmpty ? "composition.caption" : "composition.caption.found")] + missingNote(missing), table: joined([table]))
    }
}
