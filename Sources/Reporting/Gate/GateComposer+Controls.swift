import Audit
import Gate

/// How far the gate itself can be trusted: would it have blocked no change, and would it have caught a harm?
extension GateComposer {
    func controls() -> ReportDocument.Section {
        var blocks: [Block] = [.paragraph(falseBlockSentence())]
        blocks.append(.paragraph(words.text(
            report.controls.harms.isEmpty ? "gate.controls.harms.none" : report.controls.blind.isEmpty ? "gate.controls.sees" : "gate.controls.looks",
            ["below": words.numbers.per100(report.controls.blindBelow)])))
        if !report.controls.blind.isEmpty { blocks.append(.paragraph(blindSentence())) }
        if !report.controls.harms.isEmpty {
            blocks.append(.table(Table(
                caption: words.text("gate.controls.caption"),
                columns: [.init(title: words.text("gate.column.question"))]
                    + ["caught", "missed"].map { .init(title: words.text("gate.column.\($0)"), isNumber: true) },
                rows: report.controls.harms.map { harm in
                    let finding = primary.first { $0.id == harm.finding }
                    let header = finding.map { [group($0.attribute, $0.group).capitalizedFirst, "\($0.indicator), \(against($0.against))"] } ?? [harm.finding]
                    return [.text(header), .text(per100(harm.blockedAtTwiceMargin)), .text(per100(harm.clearedAtMargin))]
                })))
        }
        return .init(id: "controle", title: words.text("gate.section.controls"), blocks: blocks)
    }

    func falseBlockSentence() -> String {
        guard let share = report.controls.falseBlocks else { return words.text("gate.controls.null.none") }
        return words.text("gate.controls.null", ["share": per100(share), "flips": words.numbers.count(report.controls.flips)])
    }
}
