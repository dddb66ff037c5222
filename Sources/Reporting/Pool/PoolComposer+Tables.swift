import Audit

extension PoolComposer {
    func table(_ findings: [PooledReport.Finding], _ description: AuditReport.IndicatorDescription) -> Table {
        let unit = description.unit
        return Table(
            caption: words.text("pool.table.caption", ["name": words.pick(description.name), "attribute": findings.first.map { words.attribute($0.grouping).lowercasedFirst } ?? ""])
                + (words.unit(unit).map { " (\($0))" } ?? ""),
            columns: [
                .init(title: words.text("all.group")), .init(title: words.text("pool.column.organisations"), isNumber: true),
                .init(title: words.text("all.n"), isNumber: true), .init(title: words.text("all.values"), isNumber: true),
                .init(title: words.text("all.difference"), isNumber: true), .init(title: words.text("all.adjusted"), isNumber: true),
                .init(title: words.text("all.p"), isNumber: true), .init(title: words.text("pool.column.mde"), isNumber: true),
                .init(title: words.text("pool.column.heterogeneity"), isNumber: true), .init(title: words.text("all.verdict")),
            ],
            rows: findings.map { row($0, unit) })
    }

    /// What a figure of groups draws.
    func brief(_ findings: [PooledReport.Finding], _ description: AuditReport.IndicatorDescription) -> Table {
        let unit = description.unit
        return Table(
            caption: words.text("pool.table.caption", ["name": words.pick(description.name), "attribute": findings.first.map { words.attribute($0.grouping).lowercasedFirst } ?? ""])
                + (words.unit(unit).map { " (\($0))" } ?? ""),
            columns: [
                .init(title: words.text("all.group")), .init(title: words.text("header.n"), isNumber: true),
                .init(title: words.text("header.difference"), isNumber: true), .init(title: words.text("header.interval"), isNumber: true),
                .init(title: words.text("header.verdict")),
            ],
            rows: findings.map { briefRow($0, unit) })
    }

    private func briefRow(_ finding: PooledReport.Finding, _ unit: String) -> [Table.Cell] {
        let verdict = Table.Cell.mark(mark(finding), remark: remark(finding))
        guard let figures = finding.figures else { return [.text(group(finding))] + nothing(3) + [verdict] }
        return [
            .text(group(finding)), .text(words.numbers.count(figures.n)), .text(words.difference(figures.estimate, unit: unit)),
            .text(words.range(figures.interval.low, figures.interval.high, unit: unit)), verdict,
        ]
    }

    private func nothing(_ cells: Int) -> [Table.Cell] { Array(repeating: .text(Numbers.none), count: cells) }

    private func row(_ finding: PooledReport.Finding, _ unit: String) -> [Table.Cell] {
        let start: [Table.Cell] = [.text(group(finding)), .text(String(finding.organisations))]
        let verdict = Table.Cell.mark(mark(finding), remark: remark(finding))
        guard let figures = finding.figures else { return start + nothing(7) + [verdict] }
        var adjusted = [Numbers.none]
        if let interval = figures.intervalAdjusted {
            adjusted = [words.range(interval.low, interval.high, unit: unit), words.numbers.percent(interval.level, digits: 2)]
        }
        return start + [
            .text([words.numbers.count(figures.n), words.numbers.count(figures.nReference)]),
            .text([words.value(figures.groupValue, unit: unit), words.value(figures.referenceValue, unit: unit)]),
            .text([words.difference(figures.estimate, unit: unit), words.range(figures.interval.low, figures.interval.high, unit: unit)]),
            .text(adjusted), .text([words.numbers.p(figures.p), words.numbers.p(figures.pAdjusted)]),
            .text(words.value(figures.minimumDetectable, unit: unit)),
            .text([words.numbers.p(figures.heterogeneity.p), words.numbers.percent(figures.heterogeneity.inconsistency)]), verdict,
        ]
    }

    /// One finding by organisation.
    func partsTable(_ figures: PooledReport.Figures, _ description: AuditReport.IndicatorDescription) -> Table {
        let unit = description.unit
        return Table(
            caption: words.text("pool.parts.caption") + (words.unit(unit).map { " (\($0))" } ?? ""),
            columns: [
                .init(title: words.text("pool.column.organisation")), .init(title: words.text("all.n"), isNumber: true),
                .init(title: words.text("all.difference"), isNumber: true), .init(title: words.text("pool.column.shrunken"), isNumber: true),
                .init(title: words.text("pool.column.weight"), isNumber: true), .init(title: words.text("pool.column.without"), isNumber: true),
            ],
            rows: figures.parts.map { part in
                [
                    .text(part.organisation), .text([words.numbers.count(part.n), words.numbers.count(part.nReference)]),
                    .text([words.difference(part.estimate, unit: unit), words.range(part.interval.low, part.interval.high, unit: unit)]),
                    .text(words.difference(part.shrunken, unit: unit)), .text(words.numbers.percent(part.weight)),
                    .text(words.difference(part.withoutIt, unit: unit)),
                ]
            },
            notes: [words.text("pool.parts.note")])
    }

    func funnelTable(_ figures: PooledReport.Figures, _ description: AuditReport.IndicatorDescription) -> Table {
        Table(
            caption: words.text("pool.funnel.table") + (words.unit(description.unit).map { " (\($0))" } ?? ""),
            columns: [
                .init(title: words.text("pool.column.organisation")), .init(title: words.text("header.difference"), isNumber: true),
                .init(title: words.text("pool.column.error"), isNumber: true), .init(title: words.text("pool.column.z"), isNumber: true),
                .init(title: words.text("pool.column.place")),
            ],
            rows: figures.parts.map { part in
                [
                    .text(part.organisation), .text(words.difference(part.estimate, unit: description.unit)),
                    .text(words.value(part.standardError, unit: description.unit)), .text(words.numbers.decimal(part.z, digits: 2, sign: true)),
                    .text(place(part)),
                ]
            })
    }

    // MARK: - Sections

    /// Where the organisations differ from each other: those of which an average says little.
    func differences() -> ReportDocument.Section? {
        let apart = findings.filter { $0.mirrorOf == nil && $0.figures?.heterogeneity.isShown == true }
        guard !apart.isEmpty else {
            return .init(id: "verschillen", title: words.text("pool.differ"), blocks: [.paragraph(words.text("pool.differ.none"))])
        }
        let table = Table(
            caption: words.text("pool.differ.caption"),
            columns: [
                .init(title: words.text("assessment.finding")), .init(title: words.text("pool.column.organisations"), isNumber: true),
                .init(title: words.text("pool.column.q"), isNumber: true), .init(title: words.text("pool.column.p"), isNumber: true),
                .init(title: words.text("pool.column.inconsistency"), isNumber: true), .init(title: words.text("pool.column.range"), isNumber: true),
            ],
            rows: apart.compactMap { finding in
                finding.figures.map { figures in
                    let estimates = figures.parts.map(\.estimate)
                    return [
                        .text(findingName(finding)), .text(String(finding.organisations)), .text(words.numbers.decimal(figures.heterogeneity.q, digits: 2)),
                        .text(words.numbers.p(figures.heterogeneity.p)), .text(words.numbers.percent(figures.heterogeneity.inconsistency)),
                        .text(words.range(estimates.min(), estimates.max(), unit: unit(finding))),
                    ]
                }
            })
        return .init(id: "verschillen", title: words.text("pool.differ"), blocks: [.paragraph(words.text("pool.differ.intro")), .table(table)], wide: true)
    }

    /// What may be said about organisations that are not in it: from five on.
    func others() -> ReportDocument.Section? {
        let known = findings.filter { $0.mirrorOf == nil && $0.family == .primary && $0.figures?.others != nil }
        guard !known.isEmpty else { return nil }
        let table = Table(
            caption: words.text("pool.others.caption"),
            columns: [
                .init(title: words.text("assessment.finding")), .init(title: words.text("pool.column.mean"), isNumber: true),
                .init(title: words.text("pool.column.next"), isNumber: true),
            ],
            rows: known.compactMap { finding in
                finding.figures?.others.map { others in
                    let unit = unit(finding)
                    return [
                        .text(findingName(finding)),
                        .text([words.difference(others.estimate, unit: unit), words.range(others.interval.low, others.interval.high, unit: unit)]),
                        .text(words.range(others.prediction.low, others.prediction.high, unit: unit)),
                    ]
                }
            })
        return .init(id: "andere", title: words.text("pool.others"), blocks: [.paragraph(words.text("pool.others.intro")), .table(table)])
    }

    func all() -> ReportDocument.Section? {
        var blocks: [Block] = [.paragraph(words.text("pool.all.intro", [
            "count": words.numbers.count(findings.count), "primary": words.numbers.count(report.summary.primaryFamilySize),
            "alpha": words.numbers.percent(report.definitions.cycle.alpha, digits: 2), "q": words.numbers.percent(report.definitions.cycle.q),
        ]))]
        for key in unique(findings.map { "\($0.indicator) \($0.metric) \($0.grouping)" }) {
            let alike = findings.filter { "\($0.indicator) \($0.metric) \($0.grouping)" == key }
            if let description = alike.first.flatMap({ description($0) }) { blocks.append(.table(table(alike, description))) }
        }
        return .init(id: "alle", title: words.text("pool.all"), blocks: blocks, wide: true)
    }

    /// Who took part, with what, and what each left out.
    func partners() -> ReportDocument.Section {
        let table = Table(
            caption: words.text("pool.partners.caption"),
            columns: [
                .init(title: words.text("pool.column.organisation")), .init(title: words.text("pool.column.participants"), isNumber: true),
                .init(title: words.text("pool.column.core")), .init(title: words.text("pool.column.withheld"), isNumber: true),
            ],
            rows: report.organisations.map {
                [
                    .text($0.name), .text(words.numbers.count($0.participants)), .text("\($0.core.name) \($0.core.version)"),
                    .text(words.numbers.count($0.withheld)),
                ]
            },
            notes: report.leftOut.isEmpty ? [] : [
                words.text("pool.left_out", ["names": words.list(unique(report.leftOut.map { "\($0.organisation) (\($0.question), \(words.attribute($0.grouping).lowercasedFirst))" }))])
            ])
        return .init(id: "deelnemers", title: words.text("pool.partners"), blocks: [.paragraph(words.text("pool.partners.intro")), .table(table)])
    }

    func findingName(_ finding: PooledReport.Finding) -> String {
        words.text("finding.name", ["name": name(finding), "attribute": words.attribute(finding.grouping).lowercasedFirst, "groups": group(finding)])
    }
}
