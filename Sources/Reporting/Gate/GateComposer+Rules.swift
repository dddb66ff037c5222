import Audit
import Gate

/// What does not rest on statistics: the fixed rules, and whether the baseline reproduces production.
extension GateComposer {
    func invariants() -> ReportDocument.Section {
        let table = Table(
            caption: words.text("gate.invariants.caption"),
            columns: [
                .init(title: words.text("gate.column.rule")), .init(title: words.text("gate.column.state")),
                .init(title: words.text("gate.column.lists"), isNumber: true), .init(title: words.text("gate.column.broken"), isNumber: true),
            ],
            rows: report.invariants.map { invariant in
                [
                    .text(invariantName(invariant.id)), .mark(mark(invariant.state), remark: invariant.state == .holds ? nil : invariantRemark(invariant)),
                    .text(words.numbers.count(invariant.lists)), .text(words.numbers.count(invariant.broken)),
                ]
            })
        return .init(
            id: "regels", title: words.text("gate.section.invariants"),
            blocks: [.paragraph(words.text("gate.invariants.intro"))]
                + (report.invariants.isEmpty ? [.paragraph(words.text("gate.invariants.none"))] : [.table(table)]))
    }

    func invariantName(_ id: String) -> String { words.optional("gate.\(id)") ?? id }

    /// What is known about a rule that does not hold, or was not looked at.
    func invariantRemark(_ invariant: GateReport.Invariant) -> String {
        switch invariant.state {
        case .holds: return words.text("gate.invariant.holds", ["lists": words.numbers.count(invariant.lists)])
        case .notExamined: return words.text("gate.invariant.not_examined", ["reason": invariant.reason.map(reason) ?? words.text("reason.no_reason")])
        case .broken:
            var parts = [
                invariant.broken.map { words.text("gate.invariant.count", ["count": words.numbers.count($0), "lists": words.numbers.count(invariant.lists)]) }
                    ?? words.text("gate.invariant.few", ["lists": words.numbers.count(invariant.lists)])
            ]
            if let both = invariant.brokenByBaseline { parts.append(words.text(both ? "gate.invariant.both" : "gate.invariant.new")) }
            if !invariant.places.isEmpty { parts.append(words.text("gate.invariant.where", ["places": words.list(invariant.places)])) }
            if let reason = invariant.reason { parts.append(self.reason(reason).capitalizedFirst + ".") }
            return parts.joined(separator: " ")
        }
    }

    func fidelity() -> ReportDocument.Section {
        var blocks: [Block] = [.paragraph(fidelitySentence())]
        let failed = report.fidelity.byGroup.filter { !$0.passed }
        if !failed.isEmpty {
            blocks.append(.paragraph(words.text("gate.fidelity.groups", ["threshold": words.numbers.percent(report.fidelity.groupThreshold, digits: 1)])))
            blocks.append(.bullets(failed.map { "\(group($0.attribute, $0.group)): \(words.numbers.percent($0.rate, digits: 1))" }))
        }
        return .init(id: "naspelen", title: words.text("gate.section.fidelity"), blocks: blocks)
    }

    func fidelitySentence() -> String {
        let fidelity = report.fidelity
        guard fidelity.runs > 0 else { return words.text("fidelity.nothing") }
        return words.text(fidelity.passed ? "gate.fidelity.passed" : "gate.fidelity.failed", [
            "exact": words.numbers.count(fidelity.exact), "runs": words.numbers.count(fidelity.runs),
            "threshold": words.numbers.percent(fidelity.threshold, digits: 1),
        ]) + " " + words.text("gate.fidelity.source.\(fidelity.source.rawValue)")
    }
}
