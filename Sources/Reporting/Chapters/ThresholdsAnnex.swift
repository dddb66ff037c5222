import Audit

/// Annex B: which limits were in force, and annex C: what was not shown.
extension ReportComposer {
    func thresholds() -> ReportDocument.Section {
        var seen: Set<String> = []
        var rows: [[Table.Cell]] = []
        for finding in judged where seen.insert("\(finding.metric) \(finding.margin) \(finding.signal)").inserted {
            let unit = unit(finding)
            rows.append([
                .text("\(name(finding)) (\(finding.indicator))"), .text(words.size(finding.margin, unit: unit)),
                .text(words.size(finding.signal, unit: unit)),
            ])
        }
        let set = report.inputs.thresholds
        var blocks: [Block] = [.paragraph(words.text("thresholds.intro", [
            "by": set.setBy, "on": words.date(set.setOn), "alpha": words.numbers.percent(report.cycle.alpha, digits: 2),
            "q": words.numbers.percent(report.cycle.q), "fidelity": words.numbers.percent(report.fidelity.threshold, digits: 1),
        ]))]
        if !rows.isEmpty {
            blocks.append(.table(Table(
                caption: words.text("thresholds.caption"),
                columns: [
                    .init(title: words.text("thresholds.metric")), .init(title: words.text("thresholds.margin"), isNumber: true),
                    .init(title: words.text("thresholds.signal"), isNumber: true),
                ], rows: rows)))
        }
        return .init(id: "bijlage-b", number: "B", title: words.text("section.thresholds"), blocks: blocks)
    }

    func withholdings() -> ReportDocument.Section {
        var blocks: [Block] = [.paragraph(words.text("withheld.intro"))]
        if report.withheld.isEmpty {
            blocks.append(.paragraph(words.text("withheld.none")))
        } else {
            blocks.append(.table(Table(
                caption: words.text("withheld.caption"),
                columns: ["withheld.table", "withheld.attribute", "withheld.group", "withheld.rule"].map { .init(title: words.text($0)) },
                rows: report.withheld.map { entry in
                    [
                        .text(words.optional("table.\(entry.table)") ?? words.optional("code.\(entry.table)") ?? entry.table),
                        .text(words.attribute(entry.attribute)), .text(words.group(entry.attribute, entry.group)),
                        .text(words.optional("reason.\(entry.rule)") ?? "\(entry.rule): \(entry.reason)"),
                    ]
                })))
        }
        return .init(id: "bijlage-c", number: "C", title: words.text("section.withheld"), blocks: blocks)
    }
}
