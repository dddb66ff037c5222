import Audit

/// Annex D: how the number of questions was corrected for, step by step, so that a reader can follow each decision.
extension ReportComposer {
    func multipleTesting() -> ReportDocument.Section {
        let primary = judged.filter { $0.family == .primary }
        let scan = judged.filter { $0.family == .scan }
        var blocks: [Block] = [.paragraph(words.text("multiple.intro"))]
        blocks.append(.heading(words.text("multiple.primary")))
        if primary.contains(where: { $0.pAdjusted != nil }) {
            blocks += [
                .paragraph(words.text("multiple.primary.text", [
                    "m": words.numbers.count(report.summary.primaryFamilySize), "alpha": words.numbers.percent(report.cycle.alpha, digits: 2),
                ])),
                .table(holm(primary.filter { $0.pAdjusted != nil })),
            ]
        } else {
            blocks.append(.paragraph(words.text("multiple.primary.none")))
        }
        blocks.append(.heading(words.text("multiple.scan")))
        let size = scan.first { $0.pAdjusted != nil }?.familySize
        let selected = scan.filter { ($0.pAdjusted ?? 1) <= report.cycle.q }
        if let size {
            blocks.append(.paragraph(words.text("multiple.scan.text", [
                "m": words.numbers.count(size), "q": words.numbers.percent(report.cycle.q), "selected": words.numbers.count(selected.count),
            ])))
            if !selected.isEmpty { blocks.append(.table(benjaminiHochberg(selected, of: size))) }
        } else {
            blocks.append(.paragraph(words.text("multiple.scan.none")))
        }
        blocks.append(.paragraph(words.text("multiple.chance", ["chance": words.numbers.decimal(report.summary.signalsExpectedByChance, digits: 1)])))
        return .init(id: "bijlage-d", number: "D", title: words.text("section.multiple"), blocks: blocks)
    }

    private func holm(_ findings: [ReportFinding]) -> Table {
        let size = report.summary.primaryFamilySize
        // Once one does not pass, none after it does, whatever its p: the adjusted p says so.
        return steps(findings, caption: words.text("multiple.primary.caption"), limit: { report.cycle.alpha / Double(max(1, size - $0)) }, passed: { ($0.pAdjusted ?? 1) <= report.cycle.alpha })
    }

    private func benjaminiHochberg(_ findings: [ReportFinding], of size: Int) -> Table {
        steps(findings, caption: words.text("multiple.scan.caption"), limit: { report.cycle.q * Double($0 + 1) / Double(size) }, passed: { _ in true })
    }

    /// - Parameter limit: what the p at this place, counted from zero, is held against.
    private func steps(_ findings: [ReportFinding], caption: String, limit: (Int) -> Double, passed: (ReportFinding) -> Bool) -> Table {
        let ordered = findings.enumerated().sorted { ($0.element.p ?? 1, $0.offset) < ($1.element.p ?? 1, $1.offset) }.map(\.element)
        return Table(
            caption: caption,
            columns: [
                .init(title: words.text("multiple.step")), .init(title: words.text("multiple.comparison")), .init(title: words.text("multiple.p"), isNumber: true),
                .init(title: words.text("multiple.limit"), isNumber: true), .init(title: words.text("multiple.adjusted"), isNumber: true),
                .init(title: words.text("multiple.passed")),
            ],
            rows: ordered.enumerated().map { index, finding in
                [
                    .text(words.numbers.count(index + 1)),
                    .text("\(finding.indicator) \(name(finding)), \(words.attribute(finding.attribute).lowercasedFirst): \(words.group(finding.attribute, finding.group))"),
                    .text(words.numbers.p(finding.p)), .text(words.numbers.decimal(limit(index), digits: 4)), .text(words.numbers.p(finding.pAdjusted)),
                    .text(words.text(passed(finding) ? "yes" : "no")),
                ]
            })
    }
}
