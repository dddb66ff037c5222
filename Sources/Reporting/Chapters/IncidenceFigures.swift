import Audit

/// Tables of points over days become a curve, with one row per group in the table beside it.
extension ReportComposer {
    /// `nil` for a table that is no curve.
    func curve(_ table: ReportTable) -> Figure? {
        func column(_ key: String) -> Int? { table.columns.firstIndex { $0.key == key } }
        guard let group = column("group"), let day = column("day"), let risk = column("at_risk"), let placed = column("placed") else { return nil }
        let low = column("low"), high = column("high")
        func number(_ row: [ReportTable.Cell], _ index: Int?) -> Double? {
            guard let index, case .number(let value) = row[index] else { return nil }
            return value
        }
        var order: [String] = []
        var points: [String: [IncidencePlot.Point]] = [:]
        for row in table.rows {
            guard case .text(let code) = row[group], let at = number(row, day) else { continue }
            if points[code] == nil { order.append(code) }
            points[code, default: []].append(.init(
                day: at, atRisk: words.numbers.count(number(row, risk).map { Int($0) }), placed: number(row, placed).map { $0 * 100 },
                low: number(row, low).map { $0 * 100 }, high: number(row, high).map { $0 * 100 }))
        }
        guard !order.isEmpty else { return nil }
        let attribute = table.attribute ?? ""
        // The largest groups are told apart; the order of the data stands for the rest.
        let size: (String) -> Double = { code in table.rows.first { $0[group] == .text(code) }.flatMap { number($0, risk) } ?? 0 }
        let largest = Set(order.sorted { size($0) > size($1) }.prefix(IncidencePlot.told))
        let sorted = order.filter(largest.contains) + order.filter { !largest.contains($0) }
        let series = sorted.map { IncidencePlot.Series(name: words.group(attribute, $0), points: points[$0] ?? []) }
        let plot = IncidencePlot(
            series: series, dayLabel: words.text("curve.days"), atRiskLabel: words.text("curve.at_risk"),
            number: { words.numbers.decimal($0, digits: 0) })
        let title = curveTitle(table)
        let id = "c-\(table.id)-\(attribute)".map { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" ? $0 : "_" }
        let description = words.text("curve.description", ["attribute": words.attribute(attribute).lowercasedFirst, "count": String(order.count)])
        return Figure(
            title: title, wide: plot.wide(id: String(id) + "-w", title: title, description: description),
            narrow: plot.narrow(id: String(id) + "-n", title: title, description: description),
            caption: words.text(order.count > IncidencePlot.told ? "curve.caption.many" : order.count > 3 ? "curve.caption" : "curve.caption.band"),
            table: pivot(table, attribute: attribute, order: order, points: points))
    }

    private func curveTitle(_ table: ReportTable) -> String {
        let attribute = table.attribute ?? ""
        let findings = judged.filter { $0.indicator == table.indicator && $0.attribute == attribute && $0.isCounted }
        let found = findings.filter(\.isFound)
        let name = words.attribute(attribute)
        if !found.isEmpty { return words.text("curve.title.found", ["attribute": name.lowercasedFirst]) }
        return words.text(findings.contains { $0.verdict == .inconclusive } ? "curve.title.open" : "curve.title", ["attribute": name.lowercasedFirst])
    }

    private func pivot(_ table: ReportTable, attribute: String, order: [String], points: [String: [IncidencePlot.Point]]) -> Table {
        let days = Set(points.values.flatMap { $0.map(\.day) }).sorted()
        return Table(
            caption: words.text("table.caption", ["id": table.id, "name": words.text("curve.table", ["attribute": words.attribute(attribute).lowercasedFirst])]),
            columns: [.init(title: words.attribute(attribute))] + days.map { day in
                .init(title: words.text("curve.day", ["day": words.numbers.decimal(day, digits: 0)]), isNumber: true)
            },
            rows: order.map { code in
                [.text(words.group(attribute, code))] + days.map { day in
                    guard let point = points[code]?.first(where: { $0.day == day }) else { return .text(Numbers.none) }
                    func whole(_ value: Double?) -> String { words.numbers.decimal(value, digits: 0) }
                    return .text([words.numbers.decimal(point.placed, digits: 1), "(\(whole(point.low))–\(whole(point.high)))", point.atRisk])
                }
            },
            notes: [words.text("curve.table.note")] + table.notes.map { words.reason($0, prefix: "note") })
    }
}
