import Audit
import Gate

/// The same report as a flat list, for surfaces that are read by machines and by people in a hurry.
extension GateComposer {
    /// Everything that is told: rules, fidelity, every primary finding, and what warns.
    func items() -> [GateItem] {
        let items = report.invariants.map(item) + [fidelityItem()] + primary.map(item) + scanWarnings.map(item) + report.churn.groups.filter(\.warns).map(item)
        // Nothing that blocks may be missing from a surface, whatever it is.
        let told = Set(items.map(\.id))
        return items + report.blockedBy.filter { !told.contains($0) }.map { id in
            GateItem(id: id, kind: .other, rule: "other", outcome: .blocks, title: words.text("gate.other"), message: id)
        }
    }

    private func item(_ invariant: GateReport.Invariant) -> GateItem {
        let outcome: GateItem.Outcome
        switch invariant.state {
        case _ where report.blockedBy.contains(invariant.id): outcome = .blocks
        case .holds: outcome = .passes
        case .broken: outcome = .warns
        case .notExamined: outcome = .unavailable
        }
        return GateItem(
            id: invariant.id, kind: .invariant, rule: invariant.id, outcome: outcome, title: invariantName(invariant.id), message: invariantRemark(invariant))
    }

    private func fidelityItem() -> GateItem {
        GateItem(
            id: Self.fidelityID, kind: .fidelity, rule: Self.fidelityID, outcome: blocksOnFidelity ? .blocks : report.fidelity.passed ? .passes : .warns,
            title: words.text("gate.section.fidelity"), message: fidelitySentence())
    }

    private func item(_ finding: GateFinding) -> GateItem {
        let kind: GateItem.Kind = finding.family == .primary ? .primary(attribute: finding.attribute) : .scan(attribute: finding.attribute)
        return GateItem(
            id: finding.id, kind: kind, rule: finding.indicator, outcome: outcome(finding), title: itemTitle(finding), message: line(finding), finding: finding)
    }

    private func item(_ group: GateReport.Churn.Group) -> GateItem {
        let name = self.group(group.attribute, group.group)
        return GateItem(
            id: group.id, kind: .churn, rule: "churn", outcome: .warns, title: words.text("gate.churn.title", ["group": name]),
            message: words.text("gate.churn.line", [
                "group": name, "depth": String(report.churn.depth), "overlap": per100(group.overlap), "excess": words.difference(group.excess, unit: "per_100"),
                "lower": words.difference(group.lower, unit: "per_100"), "n": words.numbers.count(group.n),
            ]))
    }

    func outcome(_ finding: GateFinding) -> GateItem.Outcome {
        if report.blockedBy.contains(finding.id) { return finding.verdict == .blocked ? .blocks : .blocksUnsettled }
        if finding.overriddenBy != nil { return .overridden }
        switch finding.verdict {
        case .withheld: return .withheld
        case .unavailable: return .unavailable
        case _ where finding.consequence == .warns || report.warnings.contains(finding.id): return .warns
        case .blocked: return .warns
        case .notSettled: return .open
        case .cleared: return .passes
        }
    }

    /// `M2 Dagbesteding in de eerste 5, toetstaal Arabisch, tegenover de huidige versie`
    private func itemTitle(_ finding: GateFinding) -> String {
        "\(finding.indicator) \(name(finding)), \(group(finding.attribute, finding.group)), \(against(finding.against))"
    }

    /// The verdict and its numbers, on one line.
    private func line(_ finding: GateFinding) -> String {
        let mark = mark(finding)
        let verdict = remark(finding).map { "\(mark.word) (\($0))" } ?? mark.word
        guard finding.change != nil else { return "\(verdict)." }
        let unit = unit(finding)
        return words.text("gate.line", [
            "verdict": verdict, "change": words.difference(finding.change, unit: unit), "lower": words.difference(finding.lower, unit: unit),
            "upper": words.difference(finding.upper, unit: unit), "margin": words.size(finding.margin, unit: unit),
            "n": words.numbers.count(finding.n), "before": words.value(finding.referenceValue, unit: unit),
            "after": words.value(finding.candidateValue, unit: unit), "gap": words.difference(finding.candidateGap, unit: unit),
            "mde": words.value(finding.minimumDetectable, unit: unit),
        ])
    }

    /// How an outcome looks beside a line of text.
    func character(_ item: GateItem) -> String {
        switch item.outcome {
        case .blocks: "▲"
        case .blocksUnsettled, .open: "○"
        case .overridden: "◆"
        case .warns: item.finding?.verdict == .notSettled ? "○" : "◆"
        case .passes: "●"
        case .withheld: "▧"
        case .unavailable: "—"
        }
    }
}
