import Audit

/// Turns one `AuditReport` into a document: chooses what is said where, never what is true.
struct ReportComposer {
    let report: AuditReport
    let words: Words
    /// Findings of the window that is judged; a rolling window beside it is description and stands in the annex only.
    let judged: [ReportFinding]
    /// The other language, for the summary at the end; `nil` = no such summary.
    let other: Words?

    /// The day on which the page is made; `nil` = one on which the report has not expired.
    let day: String?

    init(report: AuditReport, words: Words, other: Words? = nil, day: String? = nil) {
        let report = GroupOrder.ordered(report)
        self.report = report
        self.words = words
        self.other = other
        self.day = day
        let window = ["year_to_date", "single_audit", "rolling_12_months"].first { window in
            report.findings.contains { $0.window == window }
        }
        // People whose group is not known are a line in the tables, not a question that was asked.
        judged = report.findings.filter { $0.window == window && $0.group != Words.unknownGroup }
    }

    /// The same findings for everybody; how much is told beside them depends on who reads.
    func compose() -> ReportDocument {
        switch report.edition {
        case .full, .public: document(pageOne() + everything())
        case .council: document(pageOne() + [grid(), assessments(), workshopFollowUp(inFull: false), signOff(), identification()])
        case .resident: residentPage()
        }
    }

    private func everything() -> [ReportDocument.Section] {
        let chapters = [decisions(), grid(), answers(), unknowns(), identification(), whatItDoes(), lawfulness(), population()] + chapters()
            + [algorithmChanges(), assessments(), workshopFollowUp(), signOff()]
        return chapters + annexes(after: chapters)
    }

    private func document(_ sections: [ReportDocument.Section]) -> ReportDocument {
        ReportDocument(
            language: words.language, kicker: kicker(), title: words.text("title", ["system": report.system.name]),
            lede: lede(), banner: standing(), tally: tally(), sections: sections,
            footer: words.text("footer", ["tool": report.tool.name, "version": report.tool.version]))
    }

    /// In the order of the outline. The matrix of norms points only at what this report has.
    private func annexes(after chapters: [ReportDocument.Section]) -> [ReportDocument.Section] {
        let first = [method(), thresholds(), comparisons(), multipleTesting(), withholdings()]
        let last = [reproduction(), glossary(), otherLanguage()].compactMap { $0 }
        return first + [norms(chapters + first + last)] + last
    }

    // MARK: - What the chapters share

    func description(_ finding: ReportFinding) -> AuditReport.IndicatorDescription? { description(finding.indicator, finding.metric) }

    func description(_ indicator: String, _ metric: String) -> AuditReport.IndicatorDescription? {
        report.indicators.first { $0.indicator == indicator && $0.metric == metric }
    }

    func unit(_ finding: ReportFinding) -> String { description(finding)?.unit ?? "number" }

    /// Indicators in the order of the catalogue, each with the metric that stands for it.
    var questions: [AuditReport.IndicatorDescription] {
        var seen: Set<String> = []
        return report.indicators.filter { description in
            guard seen.insert(description.indicator).inserted else { return false }
            return judged.contains { $0.indicator == description.indicator }
                || report.unavailable.contains { $0.indicator == description.indicator }
        }.map { first in report.indicators.first { $0.indicator == first.indicator && $0.headline } ?? first }
    }

    /// Attributes in the order in which the report names them.
    var attributes: [String] {
        var seen: Set<String> = []
        return (report.groups.map(\.attribute) + judged.map(\.attribute)).filter { seen.insert($0).inserted }
    }

    /// Name of the metric, or its code when the catalogue has no words for it.
    func name(_ finding: ReportFinding) -> String { description(finding).map { words.pick($0.name) } ?? finding.metric }

    func sentence(_ findings: [ReportFinding]) -> String {
        guard let first = findings.first else { return "" }
        return words.sentence(
            of: description(first), metric: first.metric, attribute: first.attribute,
            groups: findings.map(\.group), higher: (first.effect.value ?? 0) > 0)
    }

    /// What was done about a finding so far. An action names its finding as `indicator metric attribute group`, or the start of that.
    func actions(for finding: ReportFinding) -> [AuditReport.Action] {
        let key = "\(finding.indicator) \(finding.metric) \(finding.attribute) \(finding.group)"
        return report.actions.filter { key == $0.finding || key.hasPrefix($0.finding + " ") }
    }

    /// Why a verdict is what it is, when there is more to say than the word.
    func remark(_ finding: ReportFinding) -> String? {
        let parts = remarks(finding)
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }

    func remarks(_ finding: ReportFinding) -> [String] {
        (finding.reason.map { [words.reason($0)] } ?? []) + (finding.beside?.differs == true ? [words.text("beside.differs")] : [])
    }
}

extension ReportFinding {
    var isCounted: Bool { mirrorOf == nil }
    var isAdverse: Bool { direction == .adverse && mirrorOf == nil }
    var isFound: Bool { verdict == .disparity || verdict == .signal }
}
