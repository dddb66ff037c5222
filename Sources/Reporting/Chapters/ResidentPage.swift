import Audit

/// The edition for the people whom the lists are about: one page, one message per sentence, at most fifteen words each.
extension ReportComposer {
    func residentPage() -> ReportDocument {
        ReportDocument(
            language: words.language, kicker: residentKicker(), title: words.text("resident.title", ["system": report.system.name]),
            lede: [words.text("resident.lede.looked"), words.text("resident.lede.groups"), words.text("resident.lede.people")],
            banner: expired(), tally: [],
            sections: [residentFindings(), residentUnknowns(), residentActions(), residentRights()],
            footer: words.text("resident.footer", ["tool": report.tool.name, "version": report.tool.version]))
    }

    private func residentKicker() -> String {
        [report.system.organisation, words.text("period", ["from": words.date(report.cycle.from), "to": words.date(report.cycle.to)])]
            .joined(separator: " · ")
    }

    private func residentFindings() -> ReportDocument.Section {
        let shown = judged.filter { $0.verdict == .disparity && $0.isAdverse }
        var blocks: [Block] = []
        if !report.fidelity.passed { blocks.append(.paragraph(words.text("resident.fidelity"))) }
        let primary = shown.filter { $0.family == .primary }
        for key in unique(primary.map { "\($0.metric) \($0.attribute) \(($0.effect.value ?? 0) > 0)" }) {
            let alike = primary.filter { "\($0.metric) \($0.attribute) \(($0.effect.value ?? 0) > 0)" == key }
            blocks += residentFinding(alike)
        }
        let explored = Set(shown.filter { $0.family == .scan }.map { "\($0.attribute) \($0.group)" })
            .subtracting(primary.map { "\($0.attribute) \($0.group)" }).count
        if shown.isEmpty { blocks.append(.paragraph(words.text("resident.none"))) }
        if !primary.isEmpty, explored > 0 || report.summary.adverseSignals > 0 { blocks.append(.heading(words.text("resident.also"))) }
        if explored > 0 { blocks.append(.paragraph(words.counted("resident.explored", explored))) }
        if report.summary.adverseSignals > 0 { blocks.append(.paragraph(words.counted("resident.signals", report.summary.adverseSignals))) }
        return .init(id: "gevonden", title: words.text("resident.section.found"), blocks: blocks)
    }

    /// Who, what, and the two numbers of the group that differs most.
    private func residentFinding(_ findings: [ReportFinding]) -> [Block] {
        guard let first = findings.max(by: { abs($0.effect.value ?? 0) < abs($1.effect.value ?? 0) }) else { return [] }
        let heading = Words.withoutComma(words.subject(first.attribute, findings.map(\.group)))
        let end = (first.effect.value ?? 0) > 0 ? "more" : "less"
        let (general, _) = Phrasebook.generalised(first.metric)
        let axis = description(first).map { words.pick(end == "more" ? $0.more : $0.less).lowercasedFirst } ?? first.metric
        var text = words.optional("resident.what.\(general).\(end)") ?? words.text("resident.what.other", ["what": axis])
        if unit(first) == "per_100", let group = first.groupValue, let reference = first.referenceValue {
            let pair = words.ratePair(group, reference)
            text += " " + (findings.count > 1
                ? words.text("resident.numbers.group", ["group": words.group(first.attribute, first.group), "a": pair.0, "b": pair.1])
                : words.text("resident.numbers", ["a": pair.0, "b": pair.1]))
        }
        return [.heading(heading), .paragraph(text)]
    }

    private func residentUnknowns() -> ReportDocument.Section {
        var items: [String] = []
        let open = report.summary.inconclusive, all = report.summary.comparisons
        if open > 0, all > 0 {
            items.append(words.text("resident.open", ["share": words.numbers.per100(Double(open) / Double(all))]))
        }
        items.append(words.text("resident.cause"))
        if report.summary.withheld > 0 { items.append(words.text("resident.withheld")) }
        return .init(id: "onbekend", title: words.text("resident.section.unknown"), blocks: [.bullets(items)])
    }

    private func residentActions() -> ReportDocument.Section {
        let blocks: [Block] = report.actions.isEmpty
            ? [.paragraph(words.text("resident.actions.none"))]
            : [.bullets(report.actions.map { words.text("resident.action", ["action": $0.action, "due": words.date($0.due)]) })]
        return .init(id: "afspraken", title: words.text("resident.section.actions"), blocks: blocks)
    }

    private func residentRights() -> ReportDocument.Section {
        .init(
            id: "rechten", title: words.text("resident.section.rights"),
            blocks: [.bullets(["why", "talk", "retest", "complain"].map { words.text("resident.rights.\($0)") })])
    }
}
