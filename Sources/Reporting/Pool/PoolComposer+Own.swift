import Audit

/// What one organisation may see about itself: its own figures beside what the others have in common, and nobody else's.
extension PoolComposer {
    func document(about organisation: String) -> ReportDocument {
        let own = findings.filter { $0.mirrorOf == nil && part($0, organisation) != nil }
        let outside = own.filter { part($0, organisation)?.beyond != nil }
        return ReportDocument(
            language: words.language, kicker: kicker(), title: words.text("pool.own.title", ["organisation": organisation, "count": String(report.organisations.count - 1)]),
            lede: [
                outside.isEmpty ? words.text("pool.own.lede.none", ["all": words.numbers.count(own.count)])
                    : words.counted("pool.own.lede", outside.count, ["all": words.numbers.count(own.count)])
            ],
            banner: nil, tally: [],
            sections: [
                .init(id: "lezen", title: words.text("pool.own.reading"), blocks: [.paragraph(words.text("pool.own.intro")), .paragraph(words.text("pool.own.chance"))]),
                .init(id: "eigen", title: words.text("pool.own.all"), blocks: tables(own, organisation), wide: true),
            ],
            footer: footer())
    }

    private func part(_ finding: PooledReport.Finding, _ organisation: String) -> PooledReport.Part? {
        finding.figures?.parts.first { $0.organisation == organisation }
    }

    private func tables(_ own: [PooledReport.Finding], _ organisation: String) -> [Block] {
        unique(own.map { "\($0.indicator) \($0.metric)" }).compactMap { key in
            let alike = own.filter { "\($0.indicator) \($0.metric)" == key }
            guard let description = alike.first.flatMap({ description($0) }) else { return nil }
            return .table(Table(
                caption: "\(description.indicator) · \(words.pick(description.name))" + (words.unit(description.unit).map { " (\($0))" } ?? ""),
                columns: [
                    .init(title: words.text("all.group")), .init(title: words.text("all.n"), isNumber: true),
                    .init(title: words.text("pool.own.difference"), isNumber: true), .init(title: words.text("pool.own.others"), isNumber: true),
                    .init(title: words.text("pool.column.shrunken"), isNumber: true), .init(title: words.text("pool.column.z"), isNumber: true),
                    .init(title: words.text("pool.column.place")),
                ],
                bodies: unique(alike.map(\.grouping)).map { grouping in
                    .init(title: words.attribute(grouping), rows: alike.filter { $0.grouping == grouping }.compactMap { finding in
                        part(finding, organisation).map { ownRow(finding, $0, description.unit) }
                    })
                }))
        }
    }

    private func ownRow(_ finding: PooledReport.Finding, _ part: PooledReport.Part, _ unit: String) -> [Table.Cell] {
        [
            .text(group(finding)), .text([words.numbers.count(part.n), words.numbers.count(part.nReference)]),
            .text([words.difference(part.estimate, unit: unit), words.range(part.interval.low, part.interval.high, unit: unit)]),
            .text(words.difference(part.withoutIt, unit: unit)), .text(words.difference(part.shrunken, unit: unit)),
            .text(words.numbers.decimal(part.z, digits: 2, sign: true)), .text(place(part)),
        ]
    }

    func place(_ part: PooledReport.Part) -> String {
        part.beyond.map { words.text("pool.beyond", ["level": words.numbers.percent($0, digits: $0 > 0.99 ? 1 : 0)]) } ?? words.text("pool.within")
    }
}
