import Audit

/// Annex A: what each measure and each statistic is, what the verdicts mean, and what none of it can tell.
extension ReportComposer {
    func method() -> ReportDocument.Section {
        var blocks: [Block] = [
            .heading(words.text("method.verdicts")),
            .facts(
                Verdict.allCases.map { .init(term: "\(Mark.character($0)) \(words.text("verdict.\($0.rawValue)"))", text: words.text("meaning.\($0.rawValue)")) }
                    + [.init(term: words.text("marks.hollow"), text: words.text("meaning.hollow"))]),
            .paragraph(words.text("method.families")), .paragraph(words.text("method.mirrors")),
            .heading(words.text("method.statistics")), .table(statistics),
            .heading(words.text("method.questions")), .paragraph(words.text("method.questions.sources")), .table(measures),
        ]
        if !report.fidelity.byGroup.isEmpty { blocks.append(.table(fidelityTable)) }
        blocks += [.heading(words.text("method.cannot")), .bullets((1...5).map { words.text("cannot.\($0)") })]
        return .init(id: "bijlage-a", number: "A", title: words.text("section.method"), blocks: blocks)
    }

    /// Only what this report used, and what every report uses.
    private var statistics: Table {
        var codes: [String] = []
        let methods = report.findings.compactMap { $0.interval?.method } + report.findings.compactMap { $0.beside?.method }
        for code in methods + report.findings.map(\.adjustment) + report.tables.flatMap(\.notes) where !codes.contains(code) { codes.append(code) }
        let known = codes.filter { words.has("method.name.\($0)") } + ["tost", "mde"]
        let unknown = Set(methods).filter { !words.has("method.name.\($0)") }.sorted()
        return Table(
            caption: words.text("method.statistics.caption"),
            columns: ["method.statistic", "method.statistic.does", "method.formula"].map { .init(title: words.text($0)) },
            rows: known.map { [.text(words.text("method.name.\($0)")), .text(words.text("method.text.\($0)")), .text(words.text("method.formula.\($0)"))] }
                + unknown.map { [.text($0), .text(Numbers.none), .text(Numbers.none)] },
            notes: [words.text("method.formula.note")])
    }

    /// What is counted, and where the question and the measure come from.
    private var measures: Table {
        let citations = Dictionary(IndicatorCatalogue.entries.map { ($0.id, $0.citation) }, uniquingKeysWith: { first, _ in first })
        let rows = report.indicators.map { description -> [Table.Cell] in
            [
                .text("\(description.indicator) \(words.pick(description.name))"), .text(words.pick(description.definition)),
                .text(citations[description.indicator] ?? Numbers.none),
            ]
        }
        return Table(
            caption: words.text("method.questions.caption"),
            columns: ["method.measure", "method.definition", "method.citation"].map { .init(title: words.text($0)) },
            rows: rows + [[.text(words.text("method.m24")), .text(words.text("method.m24.text")), .text(citations["M24"] ?? Numbers.none)]])
    }

    private var fidelityTable: Table {
        Table(
            caption: words.text("method.fidelity.caption"),
            columns: [
                .init(title: words.text("withheld.attribute")), .init(title: words.text("all.group")),
                .init(title: words.text("method.fidelity.rate"), isNumber: true), .init(title: words.text("method.fidelity.passed")),
            ],
            rows: report.fidelity.byGroup.map {
                [
                    .text(words.attribute($0.attribute)), .text(words.group($0.attribute, $0.group)), .text(words.numbers.percent($0.rate, digits: 1)),
                    .text(words.text($0.passed ? "yes" : "no")),
                ]
            })
    }
}
