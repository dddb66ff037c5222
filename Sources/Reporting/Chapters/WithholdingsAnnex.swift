import Audit

/// Annex E: what was not shown, by place and rule. Which groups, never which number.
extension ReportComposer {
    func withholdings() -> ReportDocument.Section {
        var blocks: [Block] = [.paragraph(words.text("withheld.intro"))]
        if report.withheld.isEmpty {
            blocks.append(.paragraph(words.text("withheld.none")))
        } else {
            blocks.append(.table(Table(
                caption: words.text("withheld.caption"),
                columns: [
                    .init(title: words.text("withheld.attribute")), .init(title: words.text("withheld.count"), isNumber: true),
                    .init(title: words.text("withheld.groups")), .init(title: words.text("withheld.table")),
                ],
                bodies: withheldBodies)))
        }
        return .init(id: "bijlage-e", number: "E", title: words.text("section.withheld"), blocks: blocks)
    }

    /// A part per rule; places that left out the same groups share a row.
    private var withheldBodies: [Table.Body] {
        unique(report.withheld.map(\.rule)).map { rule in
            let reason = report.withheld.first { $0.rule == rule }?.reason ?? ""
            return .init(title: words.optional("reason.\(rule)")?.capitalizedFirst ?? "\(rule): \(reason)", rows: withheldRows(report.withheld.filter { $0.rule == rule }))
        }
    }

    private func withheldRows(_ entries: [AuditReport.Withholding]) -> [[Table.Cell]] {
        struct Left: Equatable { var attribute: String, groups: [String] }
        var rows: [(left: Left, places: [String])] = []
        for attribute in unique(entries.map(\.attribute)) {
            let alike = entries.filter { $0.attribute == attribute }
            for place in unique(alike.map(\.table)) {
                let left = Left(attribute: attribute, groups: unique(alike.filter { $0.table == place }.map(\.group)).sorted())
                if let row = rows.firstIndex(where: { $0.left == left }) { rows[row].places.append(place) } else { rows.append((left, [place])) }
            }
        }
        return rows.map { left, places in
            [
                .text(words.attribute(left.attribute)), .text(words.numbers.count(left.groups.count)),
                .text(words.list(left.groups.map { words.group(left.attribute, $0) })), .text(places.map(placeName).joined(separator: "; ")),
            ]
        }
    }

    private func placeName(_ table: String) -> String {
        if let name = words.optional("table.\(table)") ?? words.optional("code.\(table)") { return name }
        let name = report.indicators.first { $0.indicator == table && $0.headline }?.name ?? report.outcomes.first { $0.indicator == table }?.name
        return name.map { "\(table) \(words.pick($0))" } ?? table
    }
}
