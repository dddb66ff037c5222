import Audit

/// What a chapter says about its indicators: per question one answer, a figure where something was found or asked first, and everything
/// else in the annexes. With thirty questions and ten groupings a page that draws all of them is read by nobody.
extension ReportComposer {
    /// Figures, tables and sentences of the indicators of a chapter; empty when there are none.
    /// - Parameter besides: ids of tables that the chapter prints itself.
    func indicatorBlocks(_ code: String, besides: [String] = []) -> [Block] {
        let metrics = report.indicators.filter { $0.chapter == code }
        let own = (chapterNumber(code).map { tables(id: $0 + ".") } ?? []).filter { !besides.contains($0.id) }
        var blocks: [Block] = []
        var told: Set<String> = []
        var brief: [String] = []
        var same: [String] = []
        // That nothing shown is not nothing there is said once in a chapter: said everywhere it is read nowhere.
        var isCautioned = false
        for metric in metrics {
            let findings = judged.filter { $0.indicator == metric.indicator && $0.metric == metric.metric }
            // A metric beside the headline has its figures here when it adds a finding; all of it is in the annex.
            let found = findings.filter { $0.isAdverse && $0.isFound }
            let added = metric.headline ? findings : found.filter { !isToldByHeadline($0) }
            if added.isEmpty {
                if !findings.isEmpty { if found.isEmpty { brief.append(name(metric)) } else { same.append(name(metric)) } }
                if metric.headline { blocks += [.heading(words.pick(metric.question)), .paragraph(nothing(metric))] }
            } else {
                blocks.append(.heading(words.pick(metric.headline ? metric.question : metric.name)))
                blocks.append(.paragraph(words.pick(metric.definition)))
                let (drawn, rest) = groupings(findings, added)
                blocks += drawn.map { .figure(forest(metric, $0, findings, explained: $0 == drawn.first)) }
                if !rest.isEmpty {
                    blocks.append(.paragraph(notDrawn(rest, findings, besides: !drawn.isEmpty, cautioned: isCautioned)))
                    isCautioned = true
                }
            }
            if metric.headline {
                let trends = tables(id: "1.1").filter { $0.indicator == metric.indicator }
                let tables = own.filter { $0.indicator == metric.indicator }
                blocks += described((trends + tables).filter { isInChapter($0) })
                told.insert(metric.indicator)
            }
        }
        blocks += described(own.filter { !told.contains($0.indicator) && isInChapter($0) })
        if !same.isEmpty { blocks.append(.paragraph(words.text("chapter.same", ["metrics": words.list(same)]))) }
        if !brief.isEmpty { blocks.append(.paragraph(words.text("chapter.brief", ["metrics": words.list(brief)]))) }
        return blocks
    }

    private func name(_ metric: AuditReport.IndicatorDescription) -> String { words.pick(metric.name).lowercasedFirst }

    /// The same group by the same grouping, shown by the metric that stands for the question: a second drawing would say nothing more.
    private func isToldByHeadline(_ finding: ReportFinding) -> Bool {
        judged.contains { other in
            other.indicator == finding.indicator && other.attribute == finding.attribute && other.group == finding.group && other.metric != finding.metric
                && description(other)?.headline == true && other.isAdverse && other.verdict == .disparity
        }
    }

    /// For annex C: tables per group that no chapter shows.
    func moreTables() -> [Block] {
        let rest = report.tables.filter { !isInChapter($0) }
        guard !rest.isEmpty else { return [] }
        var blocks: [Block] = [.heading(words.text("section.more_tables")), .paragraph(words.text("more_tables.intro"))]
        for indicator in unique(rest.map(\.indicator)) {
            let name = report.indicators.first { $0.indicator == indicator && $0.headline }.map { words.pick($0.name) }
            blocks.append(.heading(name.map { "\(indicator) · \($0)" } ?? indicator))
            // Numbers only: a chart that answers a question stands in its chapter.
            let tables = rest.filter { $0.indicator == indicator }
            let curves = tables.map(curveTable)
            blocks += plain(zip(tables, curves).filter { $0.1 == nil }.map(\.0)) + curves.compactMap { $0.map(Block.table) }
        }
        return blocks
    }

    /// A table about everybody stands in its chapter; one per group only where something was found, or where the question was asked first.
    private func isInChapter(_ table: ReportTable) -> Bool {
        guard let attribute = table.attribute, report.indicators.contains(where: { $0.indicator == table.indicator }) else { return true }
        return isDrawn(attribute, judged.filter { $0.indicator == table.indicator }) || attribute == groupingOfChart(table)
    }

    /// A question that has a chart of its own keeps it where nothing was found: one, by the grouping that is asked about first.
    private func groupingOfChart(_ table: ReportTable) -> String? {
        let alike = report.tables.filter { $0.id == table.id && $0.indicator == table.indicator && $0.attribute != nil }
        let findings = judged.filter { $0.indicator == table.indicator }
        guard figure(of: table) != nil, !alike.contains(where: { isDrawn($0.attribute ?? "", findings) && figure(of: $0) != nil }) else { return nil }
        let primary = Set(judged.filter { $0.family == .primary }.map(\.attribute))
        let order = attributes.filter(primary.contains) + attributes.filter { !primary.contains($0) }
        return order.first { attribute in alike.contains { $0.attribute == attribute && figure(of: $0) != nil } }
    }

    /// What was agreed to be asked, and what was shown. Signals are said in a sentence: chance alone gives most of them.
    private func isDrawn(_ attribute: String, _ findings: [ReportFinding]) -> Bool {
        findings.contains { $0.attribute == attribute && ($0.family == .primary || ($0.verdict == .disparity && $0.isCounted)) }
    }

    /// Groupings with a figure, and those without.
    private func groupings(_ findings: [ReportFinding], _ added: [ReportFinding]) -> (drawn: [String], rest: [String]) {
        let shown = attributes.filter { attribute in added.contains { $0.attribute == attribute } }
        let drawn = shown.filter { isDrawn($0, findings) }
        return (drawn, shown.filter { !drawn.contains($0) })
    }

    /// Groupings without a figure, signals first, by what can be said about them; their numbers are in annex C.
    /// - Parameters:
    ///   - besides: whether other groupings of the question have a figure.
    ///   - cautioned: whether the chapter has said what it means that no difference was shown.
    private func notDrawn(_ attributes: [String], _ findings: [ReportFinding], besides: Bool, cautioned: Bool) -> String {
        var names: [String: [String]] = [:]
        for attribute in attributes {
            let alike = findings.filter { $0.attribute == attribute }
            let outcome = alike.contains { $0.isFound && $0.isCounted } ? "signal" : overall(alike)
            names[outcome, default: []].append(words.attribute(attribute).lowercasedFirst)
        }
        let outcomes = ["signal", "inconclusive", "mixed", "equivalent", "withheld", "unavailable"].compactMap { key in
            names[key].map { words.text("chapter.rest.\(key)", ["attributes": words.list($0)]) }
        }
        let told = outcomes + (cautioned ? [] : [words.text("chapter.rest.caution")])
        return words.text(besides ? "chapter.rest" : "chapter.rest.all", ["outcomes": told.joined(separator: " ")])
    }

    /// What findings say together when no difference and no signal is among them.
    func overall(_ findings: [ReportFinding]) -> String {
        let judged = findings.filter { [.equivalent, .inconclusive, .disparity, .signal].contains($0.verdict) }
        let open = judged.count { $0.verdict == .inconclusive }
        if judged.isEmpty { return findings.allSatisfy { $0.verdict == .withheld } ? "withheld" : "unavailable" }
        return open == 0 ? "equivalent" : open == judged.count ? "inconclusive" : "mixed"
    }
}
