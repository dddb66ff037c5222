import Audit

/// Chapters 12 and 13: what people made of it, and what they agreed. The tool fills in nothing here.
extension ReportComposer {
    func assessmentsAndActions() -> ReportDocument.Section {
        var blocks: [Block] = []
        if report.assessments.isEmpty {
            blocks.append(.paragraph(words.text("assessment.none")))
        } else {
            blocks.append(.table(Table(
                caption: words.text("assessment.caption"),
                columns: ["assessment.finding", "assessment.bias", "assessment.justification", "assessment.desirability"]
                    .map { .init(title: words.text($0)) },
                rows: report.assessments.map { [.text(findingName($0.finding)), .text($0.bias), .text($0.justification), .text($0.desirability)] })))
        }
        if report.actions.isEmpty {
            blocks.append(.paragraph(words.text("actions.none")))
        } else {
            blocks.append(.table(Table(
                caption: words.text("actions.caption"),
                columns: ["assessment.finding", "actions.action", "actions.owner", "actions.due", "actions.status"].map { .init(title: words.text($0)) },
                rows: report.actions.map {
                    [.text(findingName($0.finding)), .text($0.action), .text($0.owner), .text(words.date($0.due)), .text(words.optional("code.\($0.status)") ?? $0.status)]
                })))
        }
        if !report.history.isEmpty {
            blocks.append(.table(Table(
                caption: words.text("history.caption"),
                columns: [.init(title: words.text("history.cycle")), .init(title: words.text("history.standing")), .init(title: words.text("history.digest"))],
                rows: report.history.map { earlier in
                    [
                        .text(earlier.cycle), .text(earlier.standing.isEmpty ? [words.text("history.none")] : earlier.standing.map(findingName)),
                        .text(earlier.sha256),
                    ]
                })))
        }
        return .init(id: "hoofdstuk-12", number: "12", title: words.text("section.assessment"), blocks: blocks)
    }

    /// `indicator metric attribute group` in words; anything else as it was written.
    private func findingName(_ key: String) -> String {
        let parts = key.split(separator: " ", maxSplits: 3).map(String.init)
        guard parts.count == 4, let description = description(parts[0], parts[1]) else { return key }
        return "\(words.pick(description.name)), \(words.attribute(parts[2]).lowercasedFirst): \(words.group(parts[2], parts[3]))"
    }
}
