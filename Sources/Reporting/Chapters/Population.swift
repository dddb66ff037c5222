import Audit

/// Chapter 4: who is in the figures, and who cannot be shown.
extension ReportComposer {
    func population() -> ReportDocument.Section {
        var blocks: [Block] = [
            .paragraph(words.text("population.intro", [
                "participants": words.numbers.count(report.inputs.snapshot.participants),
                "runs": words.numbers.count(report.inputs.snapshot.matchRuns),
            ]))
        ]
        if report.groups.isEmpty {
            blocks.append(.paragraph(words.text("population.none")))
        } else if tables(id: "4.1").isEmpty {
            blocks += attributes.map { .table(sizes($0)) }
        }
        let own = ["4.1", "4.2"]
        blocks += plain(own.flatMap { id in report.tables.filter { $0.id == id } })
        blocks += indicatorBlocks("population", besides: own)
        return .init(id: "hoofdstuk-4", number: "4", title: words.text("section.population"), blocks: blocks)
    }

    /// Sizes of the groups of one attribute, when the report has no table of them.
    private func sizes(_ attribute: String) -> Table {
        Table(
            caption: words.text("population.sizes", ["attribute": words.attribute(attribute).lowercasedFirst]),
            columns: [.init(title: words.attribute(attribute)), .init(title: words.text("header.n"), isNumber: true)],
            rows: report.groups.filter { $0.attribute == attribute }.map { group in
                [.text(words.group(attribute, group.group)), .text(words.numbers.count(group.participants))]
            })
    }
}
