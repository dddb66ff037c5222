import Audit

/// Table 8.5: which placements lasted, against what the distance to the place predicts for everybody together. One group by itself is no
/// comparison: then the table says it all.
extension ReportComposer {
    func calibration(_ table: ReportTable) -> Figure? {
        guard table.has("group", "distance_part", "retained", "predicted_by_common_line") else { return nil }
        let parts = table.texts("distance_part")
        let panels = table.texts("group").map { code in
            let points = parts.enumerated().compactMap { index, part in
                table.rows.first { table.text($0, "group") == code && table.text($0, "distance_part") == part }.map { row in
                    CalibrationPlot.Point(
                        name: String(index + 1), predicted: table.number(row, "predicted_by_common_line").map { $0 * 100 },
                        observed: table.number(row, "retained").map { $0 * 100 })
                }
            }
            return (code: code, panel: CalibrationPlot.Panel(name: words.group(table.attribute ?? "", code).capitalizedFirst, points: points))
        }
        func isDrawn(_ point: CalibrationPlot.Point) -> Bool { point.predicted != nil && point.observed != nil }
        let drawn = panels.filter { $0.panel.points.contains(where: isDrawn) }
        guard drawn.count > 1 else { return nil }
        let plot = CalibrationPlot(
            panels: drawn.map(\.panel), diagonal: words.text("calibration.diagonal"), predictedLabel: words.text("calibration.predicted"),
            observedLabel: words.text("calibration.observed"), tick: { words.numbers.decimal($0, digits: $1) })
        let known = report.groups.filter { $0.attribute == table.attribute && $0.group != Words.unknownGroup }.map(\.group)
        let rest = unique(panels.map(\.code) + known).filter { code in !drawn.contains { $0.code == code } }
        let leftOut = rest.isEmpty ? [] : [words.text("chart.left_out.withheld", ["groups": groupNames(table, rest)])]
        let key = words.list(parts.enumerated().map { words.text("calibration.key", ["number": String($0 + 1), "part": words.optional("code.\($1)") ?? $1]) })
        let missing = drawn.contains { !$0.panel.points.allSatisfy(isDrawn) }
        return figure(
            plot, of: table, kind: "calibration", title: settledTitle(table, subject: calibrationSubject(table)),
            caption: [words.text("calibration.caption", ["parts": key])] + leftOut + missingNote(missing),
            table: pivot(table, across: "distance_part", values: ["retained", "predicted_by_common_line", "placed_people"]))
    }

    /// `90 dagen geplaatst bij gelijke afstand, per toetstaal`: what is drawn, for a title that has nothing found to tell.
    private func calibrationSubject(_ table: ReportTable) -> String? {
        questionName(table.indicator).map { "\($0), \(words.text("per")) \(words.attribute(table.attribute ?? "").lowercasedFirst)" }
    }
}
