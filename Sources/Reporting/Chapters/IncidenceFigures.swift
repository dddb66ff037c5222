import Audit

/// Tables of points over days become a curve, with one row per group in the table beside it.
extension ReportComposer {
    /// `nil` for a table that is no curve.
    func curve(_ table: ReportTable) -> Figure? {
        guard let curves = curves(table) else { return nil }
        let attribute = table.attribute ?? ""
        // Groups with a finding are told apart first, then the largest; the others are drawn thin.
        let found = Set(findings(about: table).filter { $0.isCounted && $0.isFound }.map(\.group))
        let size: (String) -> Double = { code in table.rows.first { table.text($0, "group") == code }.flatMap { table.number($0, "at_risk") } ?? 0 }
        let first = curves.order.sorted { (found.contains($0) ? 1 : 0, size($0)) > (found.contains($1) ? 1 : 0, size($1)) }
        let told = Set(first.prefix(IncidencePlot.told))
        let sorted = curves.order.filter(told.contains) + curves.order.filter { !told.contains($0) }
        let plot = IncidencePlot(
            series: sorted.map { IncidencePlot.Series(name: words.group(attribute, $0).capitalizedFirst, points: curves.points[$0] ?? []) },
            dayLabel: words.text("curve.days"), atRiskLabel: words.text("curve.at_risk"), number: { words.numbers.decimal($0, digits: 0) })
        let count = curves.order.count
        let thin = sorted.dropFirst(IncidencePlot.told)
        let stops = curves.order.contains { code in curves.points[code].map { stopsEarly($0, curves.days) } ?? false }
        return figure(
            plot, of: table, kind: "curve", title: curveTitle(table, curves),
            caption: [words.text(count > 3 ? "curve.caption" : "curve.caption.band")]
                + (thin.isEmpty ? [] : [words.text("curve.thin", ["groups": groupNames(table, Array(thin))])])
                + (stops ? [words.text("curve.stops")] : []),
            table: pivot(table, curves), ["count": String(count)])
    }

    /// The same points as a table; `nil` for a table that is no curve.
    func curveTable(_ table: ReportTable) -> Table? { curves(table).map { pivot(table, $0) } }

    private struct Curves {
        /// Groups, in the order of the table.
        var order: [String] = []
        var points: [String: [IncidencePlot.Point]] = [:]
        var days: [Double] { Set(points.values.flatMap { $0.map(\.day) }).sorted() }
    }

    private func curves(_ table: ReportTable) -> Curves? {
        guard table.has("group", "day", "at_risk", "placed") else { return nil }
        var curves = Curves()
        for row in table.rows {
            guard let code = table.text(row, "group"), let day = table.number(row, "day") else { continue }
            if curves.points[code] == nil { curves.order.append(code) }
            curves.points[code, default: []].append(.init(
                day: day, atRisk: words.numbers.count(table.number(row, "at_risk").map { Int($0) }), placed: table.number(row, "placed").map { $0 * 100 },
                low: table.number(row, "low").map { $0 * 100 }, high: table.number(row, "high").map { $0 * 100 }))
        }
        return curves.order.isEmpty ? nil : curves
    }

    private func stopsEarly(_ points: [IncidencePlot.Point], _ days: [Double]) -> Bool {
        points.last { $0.placed != nil }?.day != days.last
    }

    private func curveTitle(_ table: ReportTable, _ curves: Curves) -> String {
        let all = findings(about: table).filter(\.isCounted)
        let found = unique(all.filter { $0.isFound && $0.isAdverse }.map(\.group)).filter(curves.order.contains)
        func placed(_ codes: [String], _ day: Double) -> [Double] {
            codes.compactMap { code in curves.points[code]?.first { $0.day == day }?.placed.map { $0 / 100 } }
        }
        // The last day on which every group of the title still has a number.
        let day = curves.days.last { placed(found, $0).count == found.count }
        let others = curves.order.filter { !found.contains($0) && $0 != Words.unknownGroup }
        if !found.isEmpty, let day, day > 0, !placed(others, day).isEmpty {
            return about(table, found, words.text("curve.title.numbers", [
                "day": words.numbers.decimal(day, digits: 0), "values": span(placed(found, day)), "others": span(placed(others, day)),
            ]))
        }
        let attribute = words.attribute(table.attribute ?? "").lowercasedFirst
        if all.contains(where: \.isFound) { return words.text("curve.title.found", ["attribute": attribute]) }
        return words.text("curve.title.\(overall(all))", ["attribute": attribute])
    }

    private func pivot(_ table: ReportTable, _ curves: Curves) -> Table {
        let attribute = table.attribute ?? ""
        return Table(
            caption: words.text("curve.table.key", [
                "caption": words.text("table.caption", ["id": table.id, "name": words.text("curve.table", ["attribute": words.attribute(attribute).lowercasedFirst])]),
            ]),
            columns: [.init(title: words.attribute(attribute))] + curves.days.map { day in
                .init(title: words.text("curve.day", ["day": words.numbers.decimal(day, digits: 0)]), isNumber: true)
            },
            rows: curves.order.map { code in
                [.text(words.group(attribute, code))] + curves.days.map { day in
                    guard let point = curves.points[code]?.first(where: { $0.day == day }) else { return .text(Numbers.none) }
                    func whole(_ value: Double?) -> String { words.numbers.decimal(value, digits: 0) }
                    return .text([words.numbers.decimal(point.placed, digits: 1), "(\(whole(point.low))–\(whole(point.high)))", words.text("curve.still", ["count": point.atRisk])])
                }
            },
            notes: table.notes.map { words.reason($0, prefix: "note") })
    }
}
