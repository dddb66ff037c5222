import Audit

/// Annex A: every comparison that was made, also the ones that showed nothing.
extension ReportComposer {
    func comparisons() -> ReportDocument.Section {
        var blocks: [Block] = [.paragraph(words.text("comparisons.intro", [
            "count": words.numbers.count(report.summary.comparisons), "primary": words.numbers.count(report.summary.primaryFamilySize),
            "alpha": words.numbers.percent(report.cycle.alpha, digits: 2), "q": words.numbers.percent(report.cycle.q),
            "chance": words.numbers.decimal(report.summary.signalsExpectedByChance, digits: 1),
        ]))]
        var windows: [String] = []
        for finding in report.findings where !windows.contains(finding.window) { windows.append(finding.window) }
        for window in windows {
            if windows.count > 1 { blocks.append(.heading(words.optional("window.\(window)") ?? window)) }
            var seen: Set<String> = []
            for finding in report.findings where finding.window == window && seen.insert("\(finding.indicator) \(finding.metric)").inserted {
                let alike = report.findings.filter { $0.window == window && $0.indicator == finding.indicator && $0.metric == finding.metric }
                blocks.append(.table(comparisonTable(finding, alike)))
            }
        }
        return .init(id: "bijlage-a", number: "A", title: words.text("section.comparisons"), blocks: blocks, wide: true)
    }

    private func comparisonTable(_ first: ReportFinding, _ findings: [ReportFinding]) -> Table {
        let unit = unit(first)
        let heading = words.unit(unit).map { " (\($0))" } ?? ""
        let keys = ["all.group", "all.n", "all.values", "all.difference", "all.adjusted", "all.p", "all.mde", "all.limits", "all.beside", "all.verdict"]
        return Table(
            caption: "\(first.indicator) · \(name(first))\(heading)",
            columns: keys.enumerated().map { .init(title: words.text($1), isNumber: (1...7).contains($0)) },
            bodies: unique(findings.map(\.attribute)).map { attribute in
                .init(title: words.attribute(attribute), rows: findings.filter { $0.attribute == attribute }.map { row($0, unit: unit) })
            },
            notes: [words.text("all.note")])
    }

    private func row(_ finding: ReportFinding, unit: String) -> [Table.Cell] {
        [
            .text([words.group(finding.attribute, finding.group), families(finding)]),
            .text([words.numbers.count(finding.n), words.numbers.count(finding.nReference)]),
            .text([words.value(finding.groupValue, unit: unit), words.value(finding.referenceValue, unit: unit)]),
            .text([
                words.difference(finding.effect.value, unit: unit),
                words.range(finding.interval?.low, finding.interval?.high, unit: unit),
            ]),
            .text(adjusted(finding, unit: unit)), .text([words.numbers.p(finding.p), words.numbers.p(finding.pAdjusted)]),
            .text(words.value(finding.minimumDetectable, unit: unit)),
            .text([words.value(finding.margin, unit: unit), words.value(finding.signal, unit: unit)]),
            .text(beside(finding, unit: unit)), .mark(words.mark(of: finding), remark: remarkWithFragility(finding)),
        ]
    }

    private func families(_ finding: ReportFinding) -> String {
        words.text("family.\(finding.family.rawValue)", ["size": words.numbers.count(finding.familySize)])
    }

    private func adjusted(_ finding: ReportFinding, unit: String) -> [String] {
        guard let interval = finding.intervalAdjusted else { return [Numbers.none] }
        return [words.range(interval.low, interval.high, unit: unit), words.numbers.percent(interval.level, digits: 2)]
    }

    private func beside(_ finding: ReportFinding, unit: String) -> [String] {
        let held = words.text("all.held", ["stratum": stratum(finding.stratum)])
        guard let beside = finding.beside else { return [held] }
        return [
            held,
            words.text("all.beside.line", [
                "stratum": stratum(beside.stratum), "difference": words.difference(beside.effect, unit: unit),
                "range": words.range(beside.low, beside.high, unit: unit), "verdict": words.text("verdict.\(beside.verdict.rawValue)").lowercasedFirst,
            ]),
        ]
    }

    private func remarkWithFragility(_ finding: ReportFinding) -> String? {
        let parts = [remark(finding), finding.fragility.map { words.text("all.fragility", ["count": String($0)]) }].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }
}
