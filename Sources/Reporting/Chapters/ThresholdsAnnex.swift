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
                columns: ["withheld.group", "withheld.attribute", "withheld.table", "withheld.rule"].map { .init(title: words.text($0)) },
                rows: withheldRows)))
        }
        return .init(id: "bijlage-c", number: "C", title: words.text("section.withheld"), blocks: blocks)
    }

    private func indicatorName(_ id: String) -> String {
        let name = report.indicators.first { $0.indicator == id && $0.headline }?.name ?? report.outcomes.first { $0.indicator == id }?.name
        return name.map { "\(id) \(words.pick($0))" } ?? id
    }

    /// One row per group and rule, with every place where it was left out.
    private var withheldRows: [[Table.Cell]] {
        func key(_ entry: AuditReport.Withholding) -> String { "\(entry.attribute) \(entry.group) \(entry.rule)" }
        return unique(report.withheld.map(key)).compactMap { name in
            let entries = report.withheld.filter { key($0) == name }
            guard let first = entries.first else { return nil }
            return [
                .text(words.group(first.attribute, first.group)), .text(words.attribute(first.attribute)),
                .text(unique(entries.map { words.optional("table.\($0.table)") ?? words.optional("code.\($0.table)") ?? indicatorName($0.table) })),
                .text(words.optional("reason.\(first.rule)") ?? "\(first.rule): \(first.reason)"),
            ]
        }
    }
}
