import Audit

/// Annex I: what the first page says, in the other language.
extension ReportComposer {
    /// A summary is a few sentences; the cards stand in order of weight.
    private static let mostCards = 5

    /// `nil` when the report was composed with one language only.
    func otherLanguage() -> ReportDocument.Section? {
        guard let other else { return nil }
        let composer = ReportComposer(report: report, words: other)
        let summary = report.summary
        func count(_ value: Int) -> String { other.numbers.count(value) }
        var blocks: [Block] = [.paragraph(composer.kicker())] + composer.lede().map { .paragraph($0) }
        // One line per card of the first page: who it is about, and the numbers.
        let shown = composer.decisionCards().map { "\($0.title): \($0.findings.joined(separator: " "))" }
        if !shown.isEmpty { blocks += [.heading(other.text("section.decisions")), .bullets(Array(shown.prefix(Self.mostCards)))] }
        if shown.count > Self.mostCards { blocks.append(.paragraph(other.counted("other.more", shown.count - Self.mostCards))) }
        blocks += [
            .heading(other.text("other.counts")),
            .bullets(composer.tally().map { "\($0.count) \($0.label)" + ($0.remark.map { " (\($0))" } ?? "") }),
            .paragraph(other.text("other.rest", ["all": count(summary.comparisons)])),
        ]
        return .init(
            id: "bijlage-i", number: "I", title: other.text("section.other", ["system": report.system.name]), blocks: blocks, foreign: other.language)
    }
}
