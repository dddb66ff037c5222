import Audit

/// Annex F: where this report says something for which norm. It shows material; whether a norm is met is for people.
extension ReportComposer {
    /// - Parameter sections: what this report has; the matrix never points elsewhere.
    func norms(_ sections: [ReportDocument.Section]) -> ReportDocument.Section {
        let own = ReportDocument.Section(id: "bijlage-f", number: "F", title: words.text("section.norms"), blocks: [])
        let all = sections + [own]
        let bodies = Norm.Source.allCases.map { source in
            Table.Body(title: words.text("norm.source.\(source.rawValue)"), rows: NormMatrix.norms.filter { $0.source == source }.map { norm in
                let places = self.places(norm.sections.compactMap { id in all.first { $0.id == id } })
                return [
                    .text(norm.id), .text(words.text(norm.phrase)), .text(places.isEmpty ? words.text("norm.nowhere") : places),
                    .text(words.text(norm.isRead ? "norm.read" : "norm.unread")),
                ]
            })
        }
        var section = own
        section.blocks = [
            .paragraph(words.text("norm.intro")),
            .table(Table(
                caption: words.text("norm.caption"), columns: ["norm.norm", "norm.shows", "norm.where", "norm.text"].map { .init(title: words.text($0)) },
                bodies: bodies)),
        ]
        return section
    }

    /// `hoofdstuk 4, 5 en 6; bijlage C`
    private func places(_ sections: [ReportDocument.Section]) -> String {
        let annexes = sections.filter { $0.id.hasPrefix("bijlage") }.compactMap(\.number)
        let chapters = sections.filter { !$0.id.hasPrefix("bijlage") }.compactMap(\.number)
        let named = sections.filter { $0.number == nil }.map { words.text("in_section", ["title": $0.title.lowercasedFirst]) }
        func told(_ key: String, _ numbers: [String]) -> [String] {
            numbers.isEmpty ? [] : [words.counted("place.\(key)", numbers.count, ["numbers": words.list(numbers)])]
        }
        return (told("chapter", chapters) + told("annex", annexes) + named).joined(separator: "; ")
    }
}
