import Audit

/// Annex B: which limits were in force, and whether they changed since earlier reports.
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
        blocks += [.heading(words.text("thresholds.changes"))] + changes()
        return .init(id: "bijlage-b", number: "B", title: words.text("section.thresholds"), blocks: blocks)
    }

    /// One row per report that the limits of which are on record, the present one last.
    private func changes() -> [Block] {
        let earlier = report.history.compactMap { earlier in earlier.thresholds.map { (earlier.cycle, $0) } }
        guard !earlier.isEmpty else { return [.paragraph(words.text("thresholds.changes.none"))] }
        let all = earlier + [(report.cycle.name, report.inputs.thresholds)]
        return [.table(Table(
            caption: words.text("thresholds.changes.caption"),
            columns: ["history.cycle", "thresholds.set_on", "thresholds.set_by", "thresholds.changed", "thresholds.digest"].map { .init(title: words.text($0)) },
            rows: all.enumerated().map { index, entry in
                let isChanged = index > 0 && all[index - 1].1.sha256 != entry.1.sha256
                return [
                    .text(entry.0), .text(words.date(entry.1.setOn)), .text(entry.1.setBy),
                    .text(index == 0 ? Numbers.none : words.text(isChanged ? "yes" : "no")), .text(String(entry.1.sha256.prefix(12))),
                ]
            },
            notes: [words.text("thresholds.changes.note")]))]
    }
}
