import Audit
import Gate

/// What people decided, what may not be shown, what went in, and what the gate cannot tell.
extension GateComposer {
    func overrides() -> ReportDocument.Section {
        var blocks: [Block] = []
        if report.overrides.isEmpty {
            blocks.append(.paragraph(words.text("gate.overrides.none")))
        } else {
            blocks.append(.paragraph(words.text("gate.overrides.intro")))
            for override in report.overrides {
                blocks.append(.heading(override.id))
                blocks.append(.paragraph(overrideSentence(override)))
                blocks.append(.facts([
                    .init(term: words.text("gate.override.state"), text: words.text("gate.override.\(override.state.rawValue)")),
                    .init(term: words.text("gate.override.reason"), text: override.reason),
                    .init(term: words.text("gate.override.findings"), text: override.findings.joined(separator: ", "), isCode: true),
                    .init(term: words.text("gate.override.used"), text: override.used.isEmpty ? words.text("gate.override.nothing") : override.used.joined(separator: ", "), isCode: !override.used.isEmpty),
                    .init(term: words.text("gate.override.candidate"), text: override.candidate, isCode: true),
                ]))
            }
        }
        return .init(id: "akkoord", title: words.text("gate.section.overrides"), blocks: blocks)
    }

    func overrideSentence(_ override: GateReport.AppliedOverride) -> String {
        words.text("gate.override.sentence", [
            "approver": override.approver, "role": override.role, "on": words.date(override.approvedOn), "until": words.date(override.expires),
        ])
    }

    func unshown() -> ReportDocument.Section {
        var blocks: [Block] = []
        if report.withheld.isEmpty {
            blocks.append(.paragraph(words.text("withheld.none")))
        } else {
            blocks.append(.paragraph(words.text("gate.withheld.intro")))
            blocks.append(.table(Table(
                caption: words.text("withheld.caption"),
                columns: ["withheld.table", "withheld.attribute", "withheld.group", "withheld.rule"].map { .init(title: words.text($0)) },
                rows: report.withheld.map {
                    [
                        .text(question($0.table)), .text(words.attribute($0.attribute)), .text(words.group($0.attribute, $0.group)),
                        .text(words.reason($0.rule)),
                    ]
                })))
        }
        if !report.unavailable.isEmpty {
            blocks.append(.heading(words.text("gate.unavailable")))
            blocks.append(.bullets(report.unavailable.map { entry in
                words.text("unknown.unavailable", ["name": question(entry.indicator), "reason": reason(entry.reason)])
            }))
        }
        return .init(id: "niet-getoond", title: words.text("section.withheld"), blocks: blocks)
    }

    /// `M2 Dagbesteding in de eerste 5`, or the id when it is not among the questions of this gate.
    func question(_ id: String) -> String {
        report.indicators.first { $0.indicator == id }.map { "\(id) \(words.pick($0.name))" } ?? words.optional("code.\(id)") ?? id
    }

    func inputs() -> ReportDocument.Section {
        let inputs = report.inputs
        func fact(_ key: String, _ text: String, code: Bool = false) -> Block.Fact { .init(term: words.text("gate.id.\(key)"), text: text, isCode: code) }
        func core(_ key: String, _ core: GateReport.Inputs.Core) -> [Block.Fact] {
            let kind = words.text("gate.core.\(core.kind.rawValue)")
            let deviation = core.bestDistanceStandardDeviation.map { "; " + words.text("gate.core.sd", ["value": words.numbers.decimal($0, digits: 3)]) } ?? ""
            // A program that broke down before it told its name has none.
            let name = core.name.isEmpty ? Numbers.none : "\(core.name) \(core.version)"
            return [fact(key, "\(name) (\(kind))\(deviation)"), fact("\(key)_hash", core.sha256, code: true)]
        }
        var facts = core("candidate", inputs.candidate) + core("baseline", inputs.baseline)
        facts += inputs.anchor.map { core("anchor", $0) } ?? [fact("anchor", words.text("gate.anchor.none"))]
        let snapshot = inputs.snapshot
        facts += [
            fact("period", words.text("period", ["from": words.date(snapshot.from), "to": words.date(snapshot.to)])),
            fact("people", words.text("gate.id.people.text", [
                "participants": words.numbers.count(snapshot.participants), "runs": words.numbers.count(snapshot.matchRuns),
                "places": words.numbers.count(snapshot.workplaces),
            ])),
            fact("snapshot", snapshot.sha256, code: true),
            fact("k", words.text(snapshot.forCI ? "gate.id.k.ci" : "gate.id.k.text", ["k": words.numbers.count(snapshot.k)])),
            fact("thresholds", inputs.thresholds.sha256, code: true),
            fact("thresholds_set", words.text("id.thresholds_set.text", ["by": inputs.thresholds.setBy, "on": words.date(inputs.thresholds.setOn)])),
        ]
        facts.append(inputs.overrides.map { fact("overrides", $0, code: true) } ?? fact("overrides", words.text("gate.id.overrides.none")))
        facts += [fact("seed", String(inputs.seed), code: true), fact("tool", "\(report.tool.name) \(report.tool.version)")]
        return .init(id: "kerngegevens", title: words.text("section.identification"), blocks: [.facts(facts)])
    }

    func cannot() -> ReportDocument.Section {
        .init(id: "grenzen", title: words.text("gate.section.cannot"), blocks: [.bullets((1...4).map { words.text("gate.cannot.\($0)") })])
    }

    /// Room for the name of who decides; a gate only advises.
    func signature() -> ReportDocument.Section {
        let line = String(repeating: "_", count: 24)
        return .init(id: "ondertekening", title: words.text("gate.section.signature"), blocks: [
            .paragraph(words.text("gate.signature.intro")),
            .facts(["decision", "name", "role", "date"].map { .init(term: words.text("gate.signature.\($0)"), text: line) }),
        ])
    }
}
