import Audit
import Gate

/// How much lists change. That is no harm, so it never blocks.
extension GateComposer {
    func churn() -> ReportDocument.Section {
        var blocks: [Block] = [.paragraph(churnSentence())]
        if !report.churn.groups.isEmpty {
            blocks.append(.table(Table(
                caption: words.text("gate.churn.caption", ["depth": String(report.churn.depth)]),
                columns: [.init(title: words.text("all.group"))]
                    + ["n", "overlap", "excess", "lower"].map { .init(title: words.text("gate.column.\($0)"), isNumber: true) }
                    + [.init(title: words.text("all.verdict"))],
                rows: report.churn.groups.map(row), notes: [words.text("gate.churn.note", ["signal": per100(report.churn.signal)])])))
        }
        return .init(id: "verandering", title: words.text("gate.section.churn"), blocks: blocks)
    }

    func churnSentence() -> String {
        let churn = report.churn
        guard let overlap = churn.overlap else { return words.text("gate.churn.none") }
        let arguments = [
            "depth": String(churn.depth), "overlap": per100(overlap), "changed": words.numbers.count(churn.changed),
            "participants": words.numbers.count(churn.participants),
        ]
        return words.text(churn.changed == nil ? "gate.churn.few" : "gate.churn.sentence", arguments)
    }

    private func row(_ group: GateReport.Churn.Group) -> [Table.Cell] {
        let mark = group.warns
            ? VerdictMark(verdict: .signal, tone: .caution, word: words.text("gate.mark.churn"))
            : VerdictMark(verdict: .equivalent, tone: .plain, word: words.text("gate.mark.churn.quiet"))
        return [
            .text([words.group(group.attribute, group.group).capitalizedFirst, words.attribute(group.attribute).lowercasedFirst]),
            .text(words.numbers.count(group.n)), .text(per100(group.overlap)), .text(words.difference(group.excess, unit: "per_100")),
            .text(words.difference(group.lower, unit: "per_100")), .mark(mark, remark: nil),
        ]
    }
}
