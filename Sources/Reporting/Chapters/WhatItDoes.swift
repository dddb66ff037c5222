import Audit

/// Chapter 2: what the system does, as its organisation describes it. What nobody wrote down is said to be missing.
extension ReportComposer {
    func whatItDoes() -> ReportDocument.Section {
        let about = report.about
        var blocks: [Block] = [
            .paragraph(about?.purpose.map(words.pick) ?? words.text("does.no_purpose", ["system": report.system.name])),
            .paragraph(words.text("does.scale", [
                "participants": words.numbers.count(report.inputs.snapshot.participants), "runs": words.numbers.count(report.inputs.snapshot.matchRuns),
                "from": words.date(report.cycle.from), "to": words.date(report.cycle.to),
            ])),
        ]
        if let steps = about?.steps, !steps.isEmpty {
            blocks += [.heading(words.text("does.flow.heading")), .figure(flow(steps))]
        } else {
            blocks.append(.paragraph(words.text("does.no_steps")))
        }
        blocks.append(.facts([
            .init(term: words.text("id.core"), text: words.text("does.core", ["core": report.inputs.core.name, "version": report.inputs.core.version])),
            .init(term: words.text("does.register"), text: about?.registerLink ?? notFilledIn),
            .init(term: words.text("does.ai"), text: about?.aiClassification.map(classification) ?? notFilledIn),
        ]))
        return .init(id: "hoofdstuk-2", number: "2", title: words.text("section.does", ["system": report.system.name]), blocks: blocks)
    }

    /// What people still have to write down is visible as such, never filled in by the tool.
    var notFilledIn: String { words.text("not_filled_in") }

    private func classification(_ decided: AuditReport.SystemDescription.AIClassification) -> String {
        words.text("does.ai.text", ["class": words.pick(decided.class), "on": words.date(decided.decidedOn), "by": decided.decidedBy])
    }

    private func flow(_ steps: [AuditReport.SystemDescription.Step]) -> Figure {
        let chart = FlowChart(steps: steps.map { step in
            .init(name: words.pick(step.name), lane: words.pick(step.by), isAutomatic: step.isAutomatic, isAlongside: step.isAlongside)
        })
        let names = words.list(steps.map { words.pick($0.name).lowercasedFirst })
        let automatic = steps.filter(\.isAutomatic).map { words.pick($0.name).lowercasedFirst }
        let title = words.text("does.flow.title", ["first": words.pick(steps[0].name).lowercasedFirst, "last": words.pick(steps[steps.count - 1].name).lowercasedFirst])
        let caption = automatic.isEmpty ? words.text("does.flow.by_people") : words.text("does.flow.automatic", ["steps": words.list(automatic)])
        let layouts = chart.layouts(id: "flow", title: title, description: words.text("does.flow.description", ["steps": names]))
        return Figure(
            title: title, wide: layouts.wide, narrow: layouts.narrow,
            caption: caption,
            table: Table(
                caption: words.text("does.flow.caption"),
                columns: ["does.step", "does.by", "does.what", "does.where"].map { .init(title: words.text($0)) },
                rows: zip(steps, FlowChart.numbers(steps.map(\.isAlongside))).map { step, number in
                    [
                        .text("\(number). \(words.pick(step.name))"), .text(words.pick(step.by)), .text(words.pick(step.text)),
                        .text(step.chapter.flatMap(chapterNumber).map { words.text("in_chapter", ["number": $0]) } ?? Numbers.none),
                    ]
                }))
    }
}
