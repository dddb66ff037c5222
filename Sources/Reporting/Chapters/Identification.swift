import Audit

/// What exactly was audited, with what, and until when it holds.
extension ReportComposer {
    func identification() -> ReportDocument.Section {
        let inputs = report.inputs
        func fact(_ key: String, _ text: String, code: Bool = false) -> Block.Fact { .init(term: words.text("id.\(key)"), text: text, isCode: code) }
        var facts = [
            fact("system", "\(report.system.name), \(report.system.organisation)"),
            fact("core", "\(inputs.core.name) \(inputs.core.version); " + words.text("id.constants.\(inputs.core.constants == "given" ? "given" : "frozen")")),
            fact("core_hash", inputs.core.sha256, code: true),
            fact("fidelity", fidelitySentence()),
            fact("period", words.text("period", ["from": words.date(report.cycle.from), "to": words.date(report.cycle.to)])),
            fact("people", words.text("id.people.text", [
                "participants": words.numbers.count(inputs.snapshot.participants), "runs": words.numbers.count(inputs.snapshot.matchRuns),
            ])),
            fact("snapshot", inputs.snapshot.sha256, code: true),
            fact("k", words.text("id.k.text", ["k": words.numbers.count(inputs.snapshot.k)])),
            fact("thresholds", inputs.thresholds.sha256, code: true),
            fact("thresholds_set", words.text("id.thresholds_set.text", ["by": inputs.thresholds.setBy, "on": words.date(inputs.thresholds.setOn)])),
            fact("seed", String(inputs.seed), code: true),
            fact("tool", "\(report.tool.name) \(report.tool.version)"),
            fact("expires", words.date(report.expires)),
            fact("edition", words.text("edition.\(report.edition.rawValue)")),
        ]
        if let deviation = inputs.core.bestDistanceStandardDeviation {
            facts.insert(fact("sd", words.text("id.sd.text", ["value": words.numbers.decimal(deviation, digits: 3)])), at: 3)
        }
        return .init(id: "kerngegevens", title: words.text("section.identification"), blocks: [.facts(facts)])
    }

    func fidelitySentence() -> String {
        let fidelity = report.fidelity
        guard fidelity.runs > 0 else { return words.text("fidelity.nothing") }
        var text = words.text(fidelity.passed ? "fidelity.passed" : "fidelity.failed", [
            "exact": words.numbers.count(fidelity.exact), "runs": words.numbers.count(fidelity.runs),
        ])
        if let first = fidelity.firstDifferences.min(by: { $0.rank < $1.rank }) {
            text += " " + words.text("fidelity.first", [
                "rank": String(first.rank), "lists": words.numbers.count(first.lists),
                "error": fidelity.largestDistanceError.map { words.numbers.decimal($0, digits: 6) } ?? Numbers.none,
            ])
        }
        return text
    }
}
