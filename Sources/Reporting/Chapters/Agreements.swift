import Audit

/// What was agreed about findings, and which earlier reports counted.
extension ReportComposer {
    /// For chapter 13.
    func agreements() -> [Block] {
        guard !report.actions.isEmpty else { return [.paragraph(words.text("actions.none"))] }
        return [.table(Table(
            caption: words.text("actions.caption"),
            columns: ["assessment.finding", "actions.action", "actions.owner", "actions.due", "actions.status"].map { .init(title: words.text($0)) },
            rows: report.actions.map {
                [.text(findingName($0.finding)), .text($0.action), .text($0.owner), .text(words.date($0.due)), .text(words.optional("code.\($0.status)") ?? $0.status)]
            }))]
    }

    /// For chapter 11.
    func earlierReports() -> [Block] {
        guard !report.history.isEmpty else { return [] }
        return [.table(Table(
            caption: words.text("history.caption"),
            columns: [.init(title: words.text("history.cycle")), .init(title: words.text("history.standing")), .init(title: words.text("history.digest"))],
            rows: report.history.map { earlier in
                [
                    .text(earlier.cycle), .text(earlier.standing.isEmpty ? words.text("history.none") : words.list(questionNames(earlier.standing))),
                    .text(earlier.sha256),
                ]
            }))]
    }
}
