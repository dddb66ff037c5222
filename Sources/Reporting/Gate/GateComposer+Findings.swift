import Audit
import Gate

/// Every question about every group, with its numbers.
extension GateComposer {
    func questions() -> ReportDocument.Section {
        var blocks: [Block] = []
        if primary.isEmpty {
            blocks.append(.paragraph(words.text("gate.lede.nothing")))
        } else {
            blocks.append(.paragraph(words.text("gate.questions.intro", ["count": words.numbers.count(primary.count), "size": words.numbers.count(report.summary.familySize)])))
            var notes = [words.text("gate.questions.note")]
            if report.indicators.contains(where: \.asDifferenceInDifferences) { notes.append(words.text("gate.did")) }
            blocks.append(.table(findingTable(caption: words.text("gate.questions.caption"), primary, notes: notes)))
            blocks.append(.facts(definitions))
        }
        return .init(id: "vragen", title: words.text("gate.section.questions"), blocks: blocks, wide: true)
    }

    private var definitions: [Block.Fact] {
        report.indicators.filter { indicator in primary.contains { $0.indicator == indicator.indicator } }
            .map { .init(term: "\($0.indicator) \(words.pick($0.name))", text: words.pick($0.definition)) }
    }

    /// One row per group, under a heading per question and core; the same columns wherever findings are listed.
    func findingTable(caption: String, _ findings: [GateFinding], notes: [String] = []) -> Table {
        var order: [String] = []
        var bodies: [String: [GateFinding]] = [:]
        for finding in findings {
            let title = heading(finding)
            if bodies[title] == nil { order.append(title) }
            bodies[title, default: []].append(finding)
        }
        let numbers = ["n", "before", "after", "gap", "change", "lower", "upper", "mde"].map { key in
            Table.Column(title: words.text("gate.column.\(key)"), isNumber: true)
        }
        return Table(
            caption: caption, columns: [.init(title: words.text("all.group"))] + numbers + [.init(title: words.text("all.verdict"))],
            bodies: order.map { title in .init(title: title, rows: (bodies[title] ?? []).map(row)) }, notes: notes)
    }

    /// `M2 Dagbesteding in de eerste 5, tegenover de huidige versie. Marge 10,0 van de 100`
    func heading(_ finding: GateFinding) -> String {
        words.text("gate.questions.heading", [
            "indicator": finding.indicator, "name": name(finding), "against": against(finding.against),
            "margin": words.size(finding.margin, unit: unit(finding)),
        ])
    }

    private func row(_ finding: GateFinding) -> [Table.Cell] {
        let unit = unit(finding)
        let header = finding.attribute == Self.everybody
            ? [words.text("gate.everybody").capitalizedFirst]
            : [words.group(finding.attribute, finding.group).capitalizedFirst, words.attribute(finding.attribute).lowercasedFirst]
        return [
            .text(header), .text(words.numbers.count(finding.n)), .text(words.value(finding.referenceValue, unit: unit)),
            .text(words.value(finding.candidateValue, unit: unit)), .text(words.difference(finding.candidateGap, unit: unit)),
            .text(words.difference(finding.change, unit: unit)), .text(words.difference(finding.lower, unit: unit)),
            .text(words.difference(finding.upper, unit: unit)), .text(words.value(finding.minimumDetectable, unit: unit)),
            .mark(mark(finding), remark: remark(finding)),
        ]
    }

    /// Why it cannot be settled, or what follows from it.
    func remark(_ finding: GateFinding) -> String? {
        var parts: [String] = []
        if let reason = finding.reason { parts.append(self.reason(reason)) }
        if finding.verdict == .notSettled, report.blockedBy.contains(finding.id) { parts.append(words.text("gate.remark.policy")) }
        if let override = finding.overriddenBy { parts.append(words.text("gate.remark.override", ["id": override])) }
        if report.controls.blind.contains(finding.id) { parts.append(words.text("gate.remark.blind")) }
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }

    func mark(_ finding: GateFinding) -> VerdictMark {
        let word = words.text(finding.family == .scan && finding.verdict == .blocked ? "gate.mark.scan" : "gate.mark.\(finding.verdict.rawValue)")
        switch finding.verdict {
        case .cleared: return VerdictMark(verdict: .equivalent, tone: .settled, word: word)
        case .blocked:
            let accepted = finding.overriddenBy != nil || finding.family == .scan
            return VerdictMark(verdict: accepted ? .signal : .disparity, tone: accepted ? .caution : .adverse, word: word)
        case .notSettled: return VerdictMark(verdict: .inconclusive, tone: .plain, word: word)
        case .withheld: return VerdictMark(verdict: .withheld, tone: .plain, word: word)
        case .unavailable: return VerdictMark(verdict: .unavailable, tone: .plain, word: word)
        }
    }

    func mark(_ state: GateReport.Invariant.State) -> VerdictMark {
        let word = words.text("gate.state.\(state.rawValue)")
        switch state {
        case .holds: return VerdictMark(verdict: .equivalent, tone: .settled, word: word)
        case .broken: return VerdictMark(verdict: .disparity, tone: .adverse, word: word)
        case .notExamined: return VerdictMark(verdict: .unavailable, tone: .plain, word: word)
        }
    }

    func warnings() -> ReportDocument.Section {
        let quiet = report.findings.filter { $0.family == .scan }.count - scanWarnings.count
        var blocks: [Block] = []
        if scanWarnings.isEmpty {
            blocks.append(.paragraph(words.text("gate.warnings.none")))
        } else {
            blocks.append(.paragraph(words.text("gate.warnings.intro")))
            blocks.append(.table(findingTable(caption: words.text("gate.warnings.caption"), scanWarnings)))
        }
        if quiet > 0 { blocks.append(.paragraph(words.counted("gate.warnings.quiet", quiet))) }
        return .init(id: "verkenning", title: words.text("gate.section.warnings"), blocks: blocks, wide: !scanWarnings.isEmpty)
    }
}
