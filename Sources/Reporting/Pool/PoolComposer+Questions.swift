import Audit

extension PoolComposer {
    /// One section per indicator with something to see: a difference, a signal, or organisations that differ.
    func questions() -> [ReportDocument.Section] {
        let shown = findings.filter { isWorthAFigure($0) }
        return unique(shown.map(\.indicator)).map { indicator in
            let own = shown.filter { $0.indicator == indicator }
            var blocks: [Block] = []
            for key in unique(own.map { "\($0.metric) \($0.grouping)" }) {
                let alike = findings.filter { $0.indicator == indicator && "\($0.metric) \($0.grouping)" == key }
                if let figure = forest(alike) {
                    blocks.append(.heading(words.text("pool.table.caption", [
                        "name": alike.first.map { name($0) } ?? "", "attribute": alike.first.map { words.attribute($0.grouping).lowercasedFirst } ?? "",
                    ])))
                    blocks.append(.figure(figure))
                }
                for finding in own where "\(finding.metric) \(finding.grouping)" == key && isDrawnApart(finding) { blocks += apart(finding) }
            }
            let title = own.first.flatMap { description($0) }.map { words.pick($0.question) } ?? indicator
            return .init(id: "vraag-\(indicator.lowercased())", number: indicator, title: title, blocks: blocks)
        }
    }

    private func isWorthAFigure(_ finding: PooledReport.Finding) -> Bool {
        guard finding.mirrorOf == nil, finding.figures != nil, isHeadline(finding) else { return false }
        return finding.family == .primary || [.disparity, .signal].contains(finding.verdict)
    }

    /// A page of drawings is read by nobody: apart stand answers to the primary questions, and where the organisations differ.
    private func isDrawnApart(_ finding: PooledReport.Finding) -> Bool {
        finding.figures?.heterogeneity.isShown == true || (finding.family == .primary && [.disparity, .signal].contains(finding.verdict) && finding.direction == .adverse)
    }

    private func isHeadline(_ finding: PooledReport.Finding) -> Bool { description(finding)?.headline ?? false }

    /// The groups of one grouping, on average in the organisations.
    private func forest(_ alike: [PooledReport.Finding]) -> Figure? {
        guard let first = alike.first, let description = description(first), alike.contains(where: { $0.figures != nil }) else { return nil }
        let ordered = alike.sorted { GroupOrder.ranks($0.grouping, $0.group).lexicographicallyPrecedes(GroupOrder.ranks($1.grouping, $1.group)) }
        let rows = ordered.map { row($0, unit: description.unit) }
        return figure(
            rows, description, id: "p-\(first.indicator)-\(first.metric)-\(first.grouping)", title: title(ordered, description),
            caption: words.text("pool.forest.caption", [
                "name": words.pick(description.name), "attribute": words.attribute(first.grouping).lowercasedFirst,
                "unit": words.optional("unit.difference.\(description.unit)") ?? description.unit,
            ]),
            table: brief(ordered, description))
    }

    private func row(_ finding: PooledReport.Finding, unit: String) -> ForestPlot.Row {
        guard let figures = finding.figures else {
            return row(label: group(finding), n: nil, mark: mark(finding), estimate: nil, interval: nil, margin: 0, unit: unit)
        }
        return row(
            label: group(finding), n: figures.n, mark: mark(finding), estimate: figures.estimate, interval: figures.interval, margin: figures.margin,
            unit: unit)
    }

    /// One finding by organisation, and where each lies beside the others.
    private func apart(_ finding: PooledReport.Finding) -> [Block] {
        guard let description = description(finding), let figures = finding.figures else { return [] }
        let rows = figures.parts.map { part in
            row(
                label: part.organisation, n: part.n, mark: partMark(part), estimate: part.estimate, interval: part.interval,
                margin: figures.margin, unit: description.unit)
        }
        let sentence = words.text(figures.heterogeneity.isShown ? "pool.apart.title.differ" : "pool.apart.title.same", [
            "group": group(finding), "name": words.pick(description.name).lowercasedFirst,
        ])
        let forest = figure(
            rows, description, id: "o-\(finding.indicator)-\(finding.metric)-\(finding.grouping)-\(finding.group)", title: sentence,
            caption: words.text("pool.apart.caption", heterogeneityWords(figures.heterogeneity)), table: partsTable(figures, description))
        return [.figure(forest)] + (finding.family == .primary && figures.parts.count >= Self.fewestForFunnel ? [.figure(funnel(finding, figures, description))] : [])
    }

    /// With fewer, a funnel has no shape.
    private static let fewestForFunnel = 5

    private func partMark(_ part: PooledReport.Part) -> VerdictMark {
        guard let beyond = part.beyond else { return VerdictMark(verdict: .inconclusive, tone: .plain, word: words.text("pool.within")) }
        return VerdictMark(verdict: .signal, tone: .plain, word: words.text("pool.beyond", ["level": words.numbers.percent(beyond, digits: beyond > 0.99 ? 1 : 0)]))
    }

    func heterogeneityWords(_ figures: PooledReport.HeterogeneityFigures) -> [String: String] {
        [
            "q": words.numbers.decimal(figures.q, digits: 2), "df": String(figures.degreesOfFreedom), "p": words.numbers.p(figures.p),
            "share": words.numbers.percent(figures.inconsistency),
        ]
    }

    private func row(
        label: String, n: Int?, mark: VerdictMark, estimate: Double?, interval: PooledReport.Bounds?, margin: Double, unit: String
    ) -> ForestPlot.Row {
        let factor = Words.factor(unit)
        return .init(
            label: label, n: words.numbers.count(n), mark: mark, value: estimate.map { $0 * factor }, low: interval.map { $0.low * factor },
            high: interval.map { $0.high * factor }, margin: margin * factor)
    }

    private func figure(
        _ rows: [ForestPlot.Row], _ description: AuditReport.IndicatorDescription, id: String, title: String, caption: String, table: Table
    ) -> Figure {
        let margin = rows.map(\.margin).max() ?? 0
        let plot = ForestPlot(
            rows: rows, range: ForestPlot.range(of: rows), less: words.pick(description.less), more: words.pick(description.more),
            zone: words.text("zone", ["margin": words.value(margin / Words.factor(description.unit), unit: description.unit)]),
            people: words.text("header.n").lowercasedFirst, tick: { words.numbers.decimal($0, digits: $1, sign: true) })
        return finished(plot, id: id, title: title, description: words.text("pool.figure.description", ["name": words.pick(description.name), "count": String(rows.count)]), caption: caption, table: table)
    }

    private func finished(_ plot: some Chart, id: String, title: String, description: String, caption: String, table: Table) -> Figure {
        let safe = String(id.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") ? $0 : "_" })
        let layouts = plot.layouts(id: safe, title: title, description: description)
        return Figure(title: title, wide: layouts.wide, narrow: layouts.narrow, caption: caption, table: table)
    }

    private func title(_ alike: [PooledReport.Finding], _ description: AuditReport.IndicatorDescription) -> String {
        for (verdict, isAdverse) in [(Verdict.disparity, true), (.signal, true), (.disparity, false), (.signal, false)] {
            let found = alike.filter { $0.verdict == verdict && $0.mirrorOf == nil && ($0.direction == .adverse) == isAdverse }
            guard let first = found.max(by: { abs($0.figures?.estimate ?? 0) < abs($1.figures?.estimate ?? 0) }) else { continue }
            let higher = (first.figures?.estimate ?? 0) > 0
            let groups = found.filter { (($0.figures?.estimate ?? 0) > 0) == higher }.map(\.group)
            let sentence = words.sentence(of: description, metric: first.metric, attribute: first.grouping, groups: groups, higher: higher)
            return verdict == .disparity ? words.text("pool.figure.title", ["sentence": sentence.lowercasedFirst]) : words.text("title.signal", ["sentence": sentence.lowercasedFirst])
        }
        return words.text("pool.figure.title.open", ["name": words.pick(description.name), "attribute": words.attribute(alike[0].grouping).lowercasedFirst])
    }

    private func funnel(_ finding: PooledReport.Finding, _ figures: PooledReport.Figures, _ description: AuditReport.IndicatorDescription) -> Figure {
        let factor = Words.factor(description.unit)
        let chart = FunnelChart(
            points: figures.parts.map { part in
                .init(
                    name: part.organisation, estimate: part.estimate * factor, standardError: part.standardError * factor,
                    mark: part.beyond == nil ? .plain : .caution)
            },
            centre: figures.estimate * factor, limits: (1.959964, 3.090232), innerLabel: words.text("pool.funnel.inner"), outerLabel: words.text("pool.funnel.outer"),
            precisionLabel: words.text("pool.funnel.precision"),
            differenceLabel: words.text("pool.funnel.difference", ["unit": words.optional("unit.difference.\(description.unit)") ?? description.unit]),
            tick: { words.numbers.decimal($0, digits: $1, sign: $0 < 0) })
        let outside = figures.parts.filter { $0.beyond != nil }.map(\.organisation)
        return finished(
            chart, id: "f-\(finding.indicator)-\(finding.metric)-\(finding.grouping)-\(finding.group)",
            title: outside.isEmpty ? words.text("pool.funnel.title.none", ["group": group(finding)]) : words.text("pool.funnel.title", ["names": words.list(outside), "group": group(finding)]),
            description: words.text("pool.figure.description", ["name": words.pick(description.name), "count": String(figures.parts.count)]),
            caption: words.text("pool.funnel.caption"), table: funnelTable(figures, description))
    }
}
