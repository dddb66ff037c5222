import Audit
import Gate

/// What decides: a card for everything that blocks, with the numbers that somebody has to answer for.
extension GateComposer {
    func decides() -> ReportDocument.Section {
        let harm = blockingFindings.filter { $0.verdict == .blocked }, open = blockingFindings.filter { $0.verdict != .blocked }
        var blocks: [Block] = blockingInvariants.map { .decision(card($0)) }
        if blocksOnFidelity { blocks.append(.decision(fidelityCard())) }
        blocks += harm.map { .decision(card($0)) }
        if !open.isEmpty {
            blocks.append(.paragraph(words.counted("gate.decides.open", open.count)))
            blocks.append(.table(findingTable(caption: words.text("gate.decides.open.caption"), open, notes: [words.text("gate.decides.open.next")])))
            // An acceptance names findings exactly.
            blocks.append(.facts(open.map { .init(term: "\($0.indicator), \(group($0.attribute, $0.group))", text: $0.id, isCode: true) }))
        }
        if blocks.isEmpty { blocks.append(.paragraph(words.text("gate.decides.none"))) }
        if primary.contains(where: { $0.overriddenBy != nil }) { blocks.append(.paragraph(words.text("gate.decides.overridden"))) }
        return .init(id: "beslist", title: words.text("gate.section.decides"), blocks: blocks)
    }

    private func card(_ finding: GateFinding) -> Decision {
        let unit = unit(finding)
        var lines = [
            words.text(isCentred(finding) ? "gate.card.change.did" : "gate.card.change", [
                "name": name(finding), "before": words.value(finding.referenceValue, unit: unit), "after": words.value(finding.candidateValue, unit: unit),
                "change": words.size(finding.change, unit: unit), "margin": words.value(finding.margin, unit: unit),
            ])
        ]
        if let gap = finding.candidateGap { lines.append(words.text(gap > 0 ? "gate.card.gap.worse" : "gate.card.gap.better", ["gap": words.size(gap, unit: unit)])) }
        if isCentred(finding) { lines.append(words.text("gate.did")) }
        return Decision(
            mark: mark(finding), title: sentence(finding), findings: lines, restsOn: [evidence(finding)], question: words.text("gate.card.question"),
            facts: [
                fact("change", words.difference(finding.change, unit: unit)), fact("lower", words.difference(finding.lower, unit: unit)),
                fact("upper", words.difference(finding.upper, unit: unit)), fact("margin", words.value(finding.margin, unit: unit)),
                fact("n", words.numbers.count(finding.n)), fact("gap", words.difference(finding.candidateGap, unit: unit)),
                .init(term: words.text("gate.fact.id"), text: finding.id, isCode: true),
            ])
    }

    /// Whether d is the group's change minus everybody's, and not the difference of the two means beside it.
    func isCentred(_ finding: GateFinding) -> Bool { finding.method?.hasPrefix("difference_in_differences") == true }

    /// How the limits were made.
    private func evidence(_ finding: GateFinding) -> String {
        let method = finding.method.map { words.optional("gate.method.\($0)") ?? $0 } ?? Numbers.none
        return words.text("gate.card.evidence", [
            "method": method, "size": words.numbers.count(report.summary.familySize),
            "level": finding.lowerLevel.map { words.numbers.percent($0, digits: 1) } ?? Numbers.none, "p": words.numbers.p(finding.pAdjusted),
        ])
    }

    private func card(_ invariant: GateReport.Invariant) -> Decision {
        Decision(
            mark: mark(invariant.state), title: words.text("gate.invariant.broken", ["name": invariantName(invariant.id).lowercasedFirst]),
            findings: [invariantRemark(invariant)], restsOn: [words.text("gate.invariant.rests")], question: words.text("gate.invariant.question"),
            facts: [.init(term: words.text("gate.fact.rule"), text: invariant.id, isCode: true)])
    }

    private func fidelityCard() -> Decision {
        Decision(
            mark: mark(.broken), title: words.text("gate.fidelity.broken"), findings: [fidelitySentence()], restsOn: [words.text("gate.fidelity.rests")],
            question: words.text("gate.fidelity.question"), facts: [])
    }

    private func fact(_ key: String, _ text: String) -> Block.Fact { .init(term: words.text("gate.fact.\(key)"), text: text) }
}
