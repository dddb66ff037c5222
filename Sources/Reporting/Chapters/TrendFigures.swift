import Audit

/// Table 1.1: a difference quarter by quarter.
extension ReportComposer {
    func trend(_ table: ReportTable) -> Figure? {
        guard table.has("cycle", "group", "difference", "low", "high", "margin", "verdict", "line"), let attribute = table.attribute else { return nil }
        // The names of quarters sort by time.
        let cycles = table.texts("cycle").sorted(), codes = table.texts("group").filter { $0 != Words.unknownGroup }
        let unit = table.unit("difference"), factor = Words.factor(unit)
        let all = codes.map { code in
            TrendPlot.Panel(name: words.group(attribute, code).capitalizedFirst, points: cycles.map { cycle in
                trendRow(table, cycle, code).map { row in
                    let mark = trendMark(table, row)
                    let hidden = mark.verdict == .withheld || mark.verdict == .unavailable
                    return TrendPlot.Point(
                        mark: mark, value: hidden ? nil : table.number(row, "difference").map { $0 * factor },
                        low: hidden ? nil : table.number(row, "low").map { $0 * factor }, high: hidden ? nil : table.number(row, "high").map { $0 * factor },
                        margin: (table.number(row, "margin") ?? 0) * factor, line: Int(table.number(row, "line") ?? 0))
                }
            })
        }
        func isShown(_ panel: TrendPlot.Panel) -> Bool { panel.points.contains { $0?.value != nil } }
        let panels = all.filter(isShown), hidden = zip(codes, all).filter { !isShown($0.1) }.map(\.0)
        guard !panels.isEmpty else { return nil }
        let margins = Set(table.rows.compactMap { table.number($0, "margin") }).sorted().map { words.value($0, unit: unit) }
        let zone = words.text("zone", ["margin": margins.count > 1 ? words.text("range", ["low": margins[0], "high": margins[margins.count - 1]]) : margins.first ?? ""])
        let plot = TrendPlot(
            cycles: cycles, panels: panels, zone: zone, changed: words.text("trend.changed"), tick: { words.numbers.decimal($0, digits: $1, sign: true) })
        let isBroken = panels.contains { Set($0.points.compactMap { $0?.line }).count > 1 }
        let points = panels.flatMap(\.points), marks = points.compactMap { $0?.mark }
        let isBelow = points.contains { $0.map { $0.value == nil } ?? false }
        return figure(
            plot, of: table, kind: "trend", title: trendTitle(table, cycles, codes),
            caption: [words.text("trend.caption", ["name": trendName(table), "unit": words.optional("unit.difference.\(unit)") ?? unit])]
                + [words.marksKey(of: marks)] + (isBelow ? [words.text("trend.below")] : []) + (points.contains { $0 == nil } ? [words.text("trend.gap")] : [])
                + (isBroken ? [words.text("trend.broken")] : []) + (hidden.isEmpty ? [] : [words.text("trend.left_out", ["groups": groupNames(table, hidden)])]),
            table: trendTable(table, cycles, codes), ["name": trendName(table), "count": String(panels.count)])
    }

    func trendRow(_ table: ReportTable, _ cycle: String, _ code: String) -> [ReportTable.Cell]? {
        table.rows.first { table.text($0, "cycle") == cycle && table.text($0, "group") == code }
    }

    func trendMark(_ table: ReportTable, _ row: [ReportTable.Cell]) -> VerdictMark {
        let verdict = table.text(row, "verdict").flatMap(Verdict.init(rawValue:)) ?? .unavailable
        let adverse = report.indicators.first { $0.indicator == table.indicator && $0.headline }?.adverse
        let difference = table.number(row, "difference") ?? 0
        let direction: Direction? = switch adverse {
        case "higher": difference > 0 ? .adverse : .favourable
        case "lower": difference < 0 ? .adverse : .favourable
        default: nil
        }
        return words.mark(verdict, direction: direction, family: .primary)
    }

    private func trendName(_ table: ReportTable) -> String {
        report.indicators.first { $0.indicator == table.indicator && $0.headline }.map { words.pick($0.name) } ?? table.indicator
    }

    /// Quarters below each other, groups beside each other when they fit on a page.
    private func trendTable(_ table: ReportTable, _ cycles: [String], _ codes: [String]) -> Table {
        guard codes.count <= 7 else { return joined([table]) }
        let attribute = table.attribute ?? "", unit = table.unit("difference")
        return Table(
            caption: words.text("trend.table", ["id": table.id, "name": trendName(table), "attribute": words.attribute(attribute).lowercasedFirst]),
            columns: [.init(title: words.text("column.cycle"))] + codes.map { .init(title: words.group(attribute, $0).capitalizedFirst, isNumber: true) }
                + [.init(title: words.text("column.margin"), isNumber: true)],
            rows: cycles.map { cycle in
                let margins = Set(codes.compactMap { trendRow(table, cycle, $0).flatMap { table.number($0, "margin") } }).sorted()
                return [.text(cycle)] + codes.map { code in
                    guard let row = trendRow(table, cycle, code) else { return .text(Numbers.none) }
                    let mark = trendMark(table, row)
                    guard mark.verdict != .withheld, mark.verdict != .unavailable else { return .text([Numbers.none, mark.word]) }
                    return .text([
                        words.difference(table.number(row, "difference"), unit: unit),
                        words.range(table.number(row, "low"), table.number(row, "high"), unit: unit), mark.word,
                    ])
                } + [.text(margins.map { "±" + words.value($0, unit: unit) }.joined(separator: " / "))]
            },
            notes: [words.text("trend.table.note", ["unit": words.optional("unit.difference.\(unit)") ?? unit])] + table.notes.map { words.reason($0, prefix: "note") })
    }
}
