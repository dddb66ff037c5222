import Audit

/// The chapters about the lists, what people did with them, and what came of it: per metric and attribute a figure that states
/// its finding, with its table.
extension ReportComposer {
    /// Chapters with a section of their own for their indicators, in order; `population` and `changes` have theirs elsewhere.
    private static let fixed = ["test", "advice", "human", "outcomes", "voices", "platform"]
    private static let elsewhere = ["population", "changes"]

    func chapterNumber(_ chapter: String) -> String? { words.optional("chapter.\(chapter).number") }

    func chapterLabel(_ chapter: String) -> String {
        let title = words.optional("chapter.\(chapter).title") ?? chapter
        return chapterNumber(chapter).map { "\($0) (\(title.lowercasedFirst))" } ?? title
    }

    func chapters() -> [ReportDocument.Section] {
        var codes = Self.fixed
        for code in report.indicators.map(\.chapter) + judged.map(\.chapter) where !(codes + Self.elsewhere).contains(code) { codes.append(code) }
        return codes.compactMap(chapter)
    }

    private func chapter(_ code: String) -> ReportDocument.Section? {
        let blocks = indicatorBlocks(code)
        let number = chapterNumber(code)
        // A chapter that this system does not have says so in its place: a number that is passed over looks like something kept back.
        guard !blocks.isEmpty else {
            return words.optional("chapter.\(code).absent", ["system": report.system.name]).map {
                .init(id: "hoofdstuk-\(number ?? code)", number: number, title: words.optional("chapter.\(code).title") ?? code, blocks: [.paragraph($0)])
            }
        }
        return .init(
            id: "hoofdstuk-\(number ?? code)", number: number, title: words.optional("chapter.\(code).title") ?? code,
            blocks: (words.optional("chapter.\(code).intro").map { [.paragraph($0)] } ?? []) + blocks)
    }

    /// Tables with the points of a chart as figures, everything else as it is.
    func described(_ tables: [ReportTable]) -> [Block] {
        let figures = tables.map { ($0, figure(of: $0)) }
        return figures.compactMap { $0.1.map(Block.figure) } + plain(figures.filter { $0.1 == nil }.map(\.0))
    }

    func nothing(_ metric: AuditReport.IndicatorDescription) -> String {
        let reason = report.unavailable.first { $0.indicator == metric.indicator }?.reason
        return words.text("answer.unavailable", ["reason": reason.map { words.reason($0) } ?? words.text("reason.no_reason")])
    }

    // MARK: - Forest

    /// - Parameters:
    ///   - all: the findings of the metric over every attribute: they share one axis, so that charts can be compared.
    ///   - explained: whether the caption says how to read the chart.
    func forest(_ metric: AuditReport.IndicatorDescription, _ attribute: String, _ all: [ReportFinding], explained: Bool) -> Figure {
        let findings = all.filter { $0.attribute == attribute }
        let unit = metric.unit
        let factor = Words.factor(unit)
        let margins = Set(findings.map(\.margin)).sorted()
        let sizes = margins.map { words.value($0, unit: unit) }
        let zone = words.text("zone", ["margin": sizes.count > 1 ? words.text("range", ["low": sizes[0], "high": sizes[sizes.count - 1]]) : sizes.first ?? ""])
        func rows(_ findings: [ReportFinding]) -> [ForestPlot.Row] {
            findings.map { finding in
                let hidden = finding.verdict == .withheld || finding.verdict == .unavailable
                return .init(
                    label: words.group(attribute, finding.group), n: words.numbers.count(finding.n), mark: words.mark(of: finding),
                    value: hidden ? nil : finding.effect.value.map { $0 * factor },
                    low: finding.interval?.low.map { $0 * factor }, high: finding.interval?.high.map { $0 * factor },
                    margin: finding.margin * factor)
            }
        }
        let plot = ForestPlot(
            rows: rows(findings), range: ForestPlot.range(of: rows(all)),
            less: words.pick(metric.less), more: words.pick(metric.more), zone: zone, people: words.text("header.n").lowercasedFirst,
            tick: { words.numbers.decimal($0, digits: $1, sign: true) })
        let title = figureTitle(metric, attribute, findings)
        let id = "f-\(metric.indicator)-\(metric.metric)-\(attribute)".map { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" ? $0 : "_" }
        let description = words.text("forest.description", [
            "name": words.pick(metric.name), "attribute": words.attribute(attribute).lowercasedFirst, "count": String(findings.count),
        ])
        let layouts = plot.layouts(id: String(id), title: title, description: description)
        return Figure(
            title: title, wide: layouts.wide, narrow: layouts.narrow,
            caption: ([words.text(explained ? "forest.caption.explained" : "forest.caption", [
                "name": words.pick(metric.name), "attribute": words.attribute(attribute).lowercasedFirst,
                "unit": words.optional("unit.difference.\(unit)") ?? unit,
            ])] + undrawnGroups(attribute, findings)).joined(separator: " "),
            table: findingTable(metric, attribute, findings))
    }

    /// The title says what was found: the strongest thing that can be said, and no more than that. What is to the disadvantage of a group goes first,
    /// also when it is a signal and something in favour was shown.
    /// - Parameter subject: what nothing was found about; `nil` = the grouping.
    func figureTitle(_ metric: AuditReport.IndicatorDescription, _ attribute: String, _ findings: [ReportFinding], subject: String? = nil) -> String {
        let name = subject ?? words.attribute(attribute)
        for (verdict, adverse) in [(Verdict.disparity, true), (.signal, true), (.disparity, false), (.signal, false)] {
            let found = findings.filter { $0.verdict == verdict && $0.isCounted && $0.isAdverse == adverse }
            guard let first = found.max(by: { abs($0.effect.value ?? 0) < abs($1.effect.value ?? 0) }) else { continue }
            let alike = found.filter { (($0.effect.value ?? 0) > 0) == ((first.effect.value ?? 0) > 0) }
            let sentence = sentence(alike)
            return verdict == .disparity ? sentence : words.text("title.signal", ["sentence": sentence.lowercasedFirst])
        }
        let open = findings.filter { $0.verdict == .inconclusive }.count
        let judged = findings.count { [.equivalent, .inconclusive, .disparity, .signal].contains($0.verdict) }
        // Only the mixed title has counts to fill in; the others ignore them.
        return words.text("title.\(overall(findings))", ["attribute": name, "count": String(open), "all": String(judged)])
    }

    private func findingTable(_ metric: AuditReport.IndicatorDescription, _ attribute: String, _ findings: [ReportFinding]) -> Table {
        let unit = metric.unit
        let suffix = words.unit(unit).map { " (\($0))" } ?? ""
        return Table(
            caption: "\(words.pick(metric.name)), \(words.text("per")) \(words.attribute(attribute).lowercasedFirst)",
            columns: [
                .init(title: words.attribute(attribute)), .init(title: words.text("header.n"), isNumber: true),
                .init(title: words.text("header.value") + suffix, isNumber: true), .init(title: words.text("header.others"), isNumber: true),
                .init(title: words.text("header.difference"), isNumber: true), .init(title: words.text("header.interval"), isNumber: true),
                .init(title: words.text("header.verdict")),
            ],
            rows: findings.map { finding in
                [
                    .text(words.group(attribute, finding.group)), .text(words.numbers.count(finding.n)),
                    .text(words.value(finding.groupValue, unit: unit)), .text(words.value(finding.referenceValue, unit: unit)),
                    .text(words.difference(finding.effect.value, unit: unit)),
                    .text(words.range(finding.interval?.low, finding.interval?.high, unit: unit)),
                    .mark(words.mark(of: finding), remark: remark(finding)),
                ]
            })
    }
}
