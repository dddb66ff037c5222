import Audit

/// Annex C: every comparison that was made, also the ones that showed nothing, and the tables that no chapter shows.
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
        blocks += moreTables()
        return .init(id: "bijlage-c", number: "C", title: words.text("section.comparisons"), blocks: blocks, wide: true)
    }

    /// What is the same for every comparison of a metric stands once below its table.
    private func comparisonTable(_ first: ReportFinding, _ findings: [ReportFinding]) -> Table {
        let unit = unit(first)
        let heading = unit == "number" ? "" : words.unit(unit).map { " (\($0))" } ?? ""
        let strata = unique(findings.compactMap { $0.beside.map { stratum($0.stratum) } })
        let limits = Limits(findings)
        var columns: [Table.Column] = ["all.group", "all.n", "all.values", "all.difference", "all.adjusted", "all.p", "all.mde"]
            .enumerated().map { .init(title: words.text($1), isNumber: $0 > 0) }
        if !limits.areShared { columns.append(.init(title: words.text("all.limits"), isNumber: true)) }
        if !strata.isEmpty { columns.append(.init(title: words.text("all.beside", ["stratum": words.list(strata, or: true)]), isNumber: true)) }
        columns.append(.init(title: words.text("all.verdict")))
        var notes: [String] = []
        if limits.areShared {
            notes.append(words.text("all.limits.shared", ["margin": words.size(first.margin, unit: unit), "signal": words.size(first.signal, unit: unit)]))
        }
        // What was not shown was not stratified either.
        if findings.contains(where: { $0.n != nil }) {
            notes.append(words.text("all.held", ["stratum": words.list(unique(findings.filter { $0.n != nil }.map { stratum($0.stratum) }), or: true)]))
        }
        let shared = sharedRemarks(findings)
        if !shared.isEmpty { notes.append(words.text("all.shared", ["remarks": shared.joined(separator: "; ")])) }
        return Table(
            caption: "\(first.indicator) · \(name(first))\(heading)", columns: columns,
            bodies: unique(findings.map(\.attribute)).map { attribute in
                body(attribute, findings.filter { $0.attribute == attribute }) { row($0, unit: unit, limits: limits, beside: !strata.isEmpty, shared: shared) }
            },
            notes: notes.isEmpty ? [] : [notes.joined(separator: " ")])
    }

    /// The groups of one grouping: under its heading the family they belong to, and those of which nothing may be shown.
    private func body(_ attribute: String, _ findings: [ReportFinding], row: (ReportFinding) -> [Table.Cell]) -> Table.Body {
        let shown = findings.filter { $0.verdict != .withheld }
        var parts = [words.attribute(attribute)] + unique(shown.map(families))
        let hidden = findings.filter { $0.verdict == .withheld }.map { words.group(attribute, $0.group) }
        if !hidden.isEmpty { parts.append(words.text("all.withheld", ["groups": words.list(hidden)])) }
        return .init(title: parts.joined(separator: " · "), rows: shown.map(row))
    }

    /// Whether every comparison has the same margin and signal size.
    private struct Limits {
        let areShared: Bool

        init(_ findings: [ReportFinding]) {
            areShared = Set(findings.map { "\($0.margin) \($0.signal)" }).count == 1
        }
    }

    private func row(_ finding: ReportFinding, unit: String, limits: Limits, beside: Bool, shared: [String]) -> [Table.Cell] {
        var cells: [Table.Cell] = [
            .text(words.group(finding.attribute, finding.group)),
            .text([words.numbers.count(finding.n), words.numbers.count(finding.nReference)]),
            .text([words.value(finding.groupValue, unit: unit), words.value(finding.referenceValue, unit: unit)]),
            .text([
                words.difference(finding.effect.value, unit: unit),
                words.range(finding.interval?.low, finding.interval?.high, unit: unit),
            ]),
            .text(adjusted(finding, unit: unit)), .text([words.numbers.p(finding.p), words.numbers.p(finding.pAdjusted)]),
            .text([words.value(finding.minimumDetectable, unit: unit), settling(finding)].compactMap { $0 }),
        ]
        if !limits.areShared { cells.append(.text([words.value(finding.margin, unit: unit), words.value(finding.signal, unit: unit)])) }
        if beside { cells.append(.text(besideLines(finding, unit: unit))) }
        return cells + [.text([verdictLine(finding), remarkWithFragility(finding, except: shared)].compactMap { $0 })]
    }

    /// The shape as a character: a thousand drawings would be most of the page.
    private func verdictLine(_ finding: ReportFinding) -> String {
        let mark = words.mark(of: finding)
        return "\(Mark.character(mark)) \(mark.word)"
    }

    /// How many times as many people it would take, where it could not be settled.
    private func settling(_ finding: ReportFinding) -> String? {
        finding.settling.map { words.text("all.settling", ["times": words.numbers.decimal($0.times, digits: $0.times < 10 ? 1 : 0)]) }
    }

    private func besideLines(_ finding: ReportFinding, unit: String) -> [String] {
        guard let beside = finding.beside else { return [Numbers.none] }
        return [words.difference(beside.effect, unit: unit), words.range(beside.low, beside.high, unit: unit)]
    }

    private func families(_ finding: ReportFinding) -> String {
        words.text("family.\(finding.family.rawValue)", ["size": words.numbers.count(finding.familySize)])
    }

    private func adjusted(_ finding: ReportFinding, unit: String) -> [String] {
        guard let interval = finding.intervalAdjusted else { return [Numbers.none] }
        return [words.range(interval.low, interval.high, unit: unit), words.numbers.percent(interval.level, digits: 2)]
    }

    /// What is remarked of every row of a table: said once below it.
    private func sharedRemarks(_ findings: [ReportFinding]) -> [String] {
        let rows = findings.filter { $0.verdict != .withheld }
        guard let first = rows.first, rows.count > 1 else { return [] }
        return remarks(first).filter { remark in rows.allSatisfy { remarks($0).contains(remark) } }
    }

    private func remarkWithFragility(_ finding: ReportFinding, except shared: [String]) -> String? {
        let differing = finding.beside.flatMap { beside in
            beside.differs ? words.text("all.beside.verdict", ["verdict": words.text("verdict.\(beside.verdict.rawValue)").lowercasedFirst]) : nil
        }
        let parts = remarks(finding).filter { !shared.contains($0) } + [differing, finding.fragility.map { words.fragility("all.fragility", $0) }].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }
}
