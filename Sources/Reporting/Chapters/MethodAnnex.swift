import Audit

/// Annex D: how to get the same report again, what each statistic is, what the verdicts mean, and what none of it can tell.
extension ReportComposer {
    func method() -> ReportDocument.Section {
        let inputs = report.inputs
        var blocks: [Block] = [
            .heading(words.text("method.again")), .paragraph(words.text("method.again.text")),
            .facts([
                .init(term: words.text("method.command"), text: command, isCode: true),
                .init(term: words.text("id.snapshot"), text: inputs.snapshot.sha256, isCode: true),
                .init(term: words.text("id.thresholds"), text: inputs.thresholds.sha256, isCode: true),
                .init(term: words.text("id.core_hash"), text: inputs.core.sha256, isCode: true),
                .init(term: words.text("id.seed"), text: String(inputs.seed), isCode: true),
            ]),
            .heading(words.text("method.verdicts")),
            .facts(Verdict.allCases.map { .init(term: "\(Mark.character($0)) \(words.text("verdict.\($0.rawValue)"))", text: words.text("meaning.\($0.rawValue)")) }),
            .paragraph(words.text("method.families")), .paragraph(words.text("method.mirrors")),
            .heading(words.text("method.statistics")),
            .facts(statistics),
        ]
        blocks += [
            .heading(words.text("method.questions")),
            .facts(report.indicators.map { .init(term: "\($0.indicator) \(words.pick($0.name))", text: words.pick($0.definition)) }
                + [.init(term: words.text("method.m24"), text: words.text("method.m24.text"))]),
        ]
        if !report.fidelity.byGroup.isEmpty { blocks.append(.table(fidelityTable)) }
        if !inputs.snapshot.transformations.isEmpty {
            blocks += [
                .heading(words.text("method.privacy")), .paragraph(words.text("method.privacy.text", ["k": words.numbers.count(inputs.snapshot.k)])),
                .table(Table(
                    caption: words.text("method.privacy.caption"),
                    columns: [.init(title: words.text("method.column")), .init(title: words.text("method.done"))],
                    rows: inputs.snapshot.transformations.sorted { $0.key < $1.key }.map {
                        [.text($0.key), .text(words.optional("transformation.\($0.value)") ?? $0.value)]
                    })),
            ]
        }
        blocks += [.heading(words.text("method.cannot")), .bullets((1...5).map { words.text("cannot.\($0)") })]
        return .init(id: "bijlage-d", number: "D", title: words.text("section.method"), blocks: blocks)
    }

    private var command: String {
        let cycle = report.cycle
        let period = cycle.name == "once" ? "--once --from \(cycle.from) --to \(cycle.to)" : "--cycle \(cycle.name)"
        return "fairness-audit run --snapshot \(words.text("method.snapshot_file")) \(period)"
    }

    private var statistics: [Block.Fact] {
        var codes: [String] = []
        let methods = report.findings.compactMap { $0.interval?.method } + report.findings.compactMap { $0.beside?.method }
        for code in methods + report.findings.map(\.adjustment) + report.tables.flatMap(\.notes) where !codes.contains(code) { codes.append(code) }
        let known = codes.compactMap { code in words.optional("method.name.\(code)").map { (code, $0) } }
        let unknown = Set(methods).filter { !words.has("method.name.\($0)") }.sorted()
        return known.map { .init(term: $0.1, text: words.text("method.text.\($0.0)")) } + unknown.map { .init(term: $0, text: Numbers.none) }
            + [.init(term: words.text("method.name.mde"), text: words.text("method.text.mde"))]
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
