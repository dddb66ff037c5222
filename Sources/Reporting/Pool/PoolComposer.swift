import Audit

/// Turns one `PooledReport` into words: what is so on average in these organisations, and where they differ.
struct PoolComposer {
    let report: PooledReport
    let words: Words
    /// Findings in the order of the report; groups as a reader expects them.
    let findings: [PooledReport.Finding]

    init(report: PooledReport, words: Words) {
        self.report = report
        self.words = words
        findings = report.findings
    }

    func document() -> ReportDocument {
        ReportDocument(
            language: words.language,
            kicker: kicker(),
            title: words.text("pool.title", ["system": report.definitions.system, "count": String(report.organisations.count)]),
            lede: lede(), banner: nil, tally: tally(),
            sections: [meaning()] + questions() + [differences(), others(), all(), partners(), cannot()].compactMap { $0 },
            footer: footer())
    }

    func kicker() -> String {
        words.text("pool.kicker", [
            "cycle": report.definitions.cycle.name, "from": words.date(report.definitions.cycle.from), "to": words.date(report.definitions.cycle.to),
            "count": String(report.organisations.count),
        ])
    }

    func footer() -> String {
        words.text("pool.footer", [
            "tool": report.tool.name, "version": report.tool.version, "digest": String(report.definitionsDigest.prefix(16)),
        ])
    }

    private func lede() -> [String] {
        let adverse = findings.filter { $0.verdict == .disparity && $0.direction == .adverse && $0.mirrorOf == nil }
        let groups = unique(adverse.map { words.text("lede.group", ["attribute": words.attribute($0.grouping).lowercasedFirst, "group": words.group($0.grouping, $0.group)]) })
        var sentences = [
            groups.isEmpty ? words.text("pool.lede.none")
                : words.text("pool.lede.shown", ["count": String(groups.count), "groups": words.list(Array(groups.prefix(4)) + (groups.count > 4 ? [words.text("list.more", ["count": String(groups.count - 4)])] : []))])
        ]
        sentences.append(words.text("pool.lede.open", ["open": words.numbers.count(report.summary.inconclusive), "all": words.numbers.count(findings.count)]))
        if report.summary.heterogeneous > 0 { sentences.append(words.counted("pool.lede.differ", report.summary.heterogeneous)) }
        return sentences
    }

    private func tally() -> [ReportDocument.Tally] {
        let counts: [(Verdict, Int, String)] = [
            (.disparity, report.summary.disparity, "disparity"), (.signal, report.summary.signal, "signal"), (.equivalent, report.summary.equivalent, "equivalent"),
            (.inconclusive, report.summary.inconclusive, "inconclusive"), (.withheld, report.summary.withheld, "withheld"),
        ]
        return counts.map { verdict, count, key in
            let isAdverse = verdict == .disparity || verdict == .signal
            return .init(
                mark: words.mark(verdict, direction: isAdverse ? .adverse : nil), count: words.numbers.count(count), label: words.text("tally.\(key)"),
                remark: verdict == .disparity && count > 0 ? words.text("tally.adverse", ["count": String(report.summary.adverseDisparities)]) : nil)
        }
    }

    private func meaning() -> ReportDocument.Section {
        .init(id: "betekenis", title: words.text("pool.meaning"), blocks: [
            .paragraph(words.text("pool.meaning.average", ["count": String(report.organisations.count)])),
            .paragraph(words.text("pool.meaning.differ")),
            .paragraph(words.text("pool.meaning.people", ["minimum": String(report.minimumOrganisations), "cell": String(report.definitions.minimumCell)])),
        ])
    }

    private func cannot() -> ReportDocument.Section {
        .init(id: "niet", title: words.text("pool.cannot"), blocks: [
            .bullets((1...4).map { words.text("pool.cannot.\($0)") })
        ])
    }

    // MARK: - What the sections share

    func description(_ finding: PooledReport.Finding) -> AuditReport.IndicatorDescription? {
        report.definitions.questions["\(finding.indicator) \(finding.metric)"]?.description
    }

    func unit(_ finding: PooledReport.Finding) -> String { description(finding)?.unit ?? "number" }

    func name(_ finding: PooledReport.Finding) -> String { description(finding).map { words.pick($0.name) } ?? finding.metric }

    func group(_ finding: PooledReport.Finding) -> String {
        let name = words.group(finding.grouping, finding.group)
        return finding.isCoarser ? words.text("pool.coarser", ["group": name]) : name
    }

    func mark(_ finding: PooledReport.Finding) -> VerdictMark {
        words.mark(
            finding.verdict, direction: finding.direction, family: finding.family, mirrorOf: finding.mirrorOf.map { words.group(finding.grouping, $0) })
    }

    func remark(_ finding: PooledReport.Finding) -> String? {
        finding.reason.map { words.reason($0) }
    }
}
