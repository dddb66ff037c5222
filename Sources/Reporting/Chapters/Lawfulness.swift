import Audit

/// Chapter 3: on what ground people's data are used for this audit, which data, and what protects them.
extension ReportComposer {
    func lawfulness() -> ReportDocument.Section {
        var blocks: [Block] = [.paragraph(words.text("lawful.intro")), .facts(grounds)]
        blocks += [.heading(words.text("lawful.data")), .paragraph(words.text("lawful.data.text"))]
        if !report.inputs.snapshot.transformations.isEmpty { blocks.append(.table(treatments)) }
        if let about = report.about { blocks.append(.table(groupings(about))) }
        blocks += [.heading(words.text("lawful.special"))] + specialCategories()
        blocks += [.heading(words.text("lawful.disclosure"))] + disclosureRules()
        return .init(id: "hoofdstuk-3", number: "3", title: words.text("section.lawful"), blocks: blocks)
    }

    private var grounds: [Block.Fact] {
        let about = report.about
        let assessments = AuditReport.SystemDescription.ImpactAssessment.Kind.allCases.map { kind -> Block.Fact in
            let made = about?.impactAssessments.filter { $0.kind == kind } ?? []
            let text = made.map { words.text("lawful.assessment", ["reference": $0.reference, "on": words.date($0.on)]) }
            return .init(term: words.text("lawful.\(kind.rawValue)"), text: text.isEmpty ? notFilledIn : text.joined(separator: "; "))
        }
        return [.init(term: words.text("lawful.basis"), text: about?.legalBasis.map(words.pick) ?? notFilledIn)] + assessments
            + [.init(term: words.text("lawful.retention"), text: about?.retention.map(words.pick) ?? notFilledIn)]
    }

    // MARK: - Data

    /// Per relation: which columns were replaced, made coarser, or only checked. Annex G names the treatment of each.
    private var treatments: Table {
        let all = report.inputs.snapshot.transformations.sorted { $0.key < $1.key }.map { column, text -> (relation: String, column: String, treatment: Treatment) in
            let parts = column.split(separator: ".", maxSplits: 1).map(String.init)
            return (parts[0], parts.count > 1 ? parts[1] : column, Treatment(text))
        }
        return Table(
            caption: words.text("lawful.data.caption"),
            columns: ["lawful.relation", "lawful.replaced", "lawful.coarser", "lawful.checked"].map { .init(title: words.text($0)) },
            rows: unique(all.map(\.relation)).map { relation in
                func columns(_ kind: Treatment.Kind) -> Table.Cell {
                    let names = all.filter { $0.relation == relation && $0.treatment.kind == kind }.map(\.column)
                    return .text(names.isEmpty ? Numbers.none : names.joined(separator: ", "))
                }
                return [.text(words.optional("relation.\(relation)")?.capitalizedFirst ?? relation), columns(.replaced), columns(.coarser), columns(.checked)]
            },
            notes: [words.text("lawful.data.note")])
    }

    private func groupings(_ about: AuditReport.SystemDescription) -> Table {
        Table(
            caption: words.text("lawful.groupings"), columns: ["withheld.attribute", "lawful.purpose"].map { .init(title: words.text($0)) },
            rows: about.groupings.map { [.text(words.attribute($0.attribute)), .text(words.pick($0.purpose))] })
    }

    // MARK: - Special categories

    private func specialCategories() -> [Block] {
        guard let about = report.about else { return [.paragraph(notFilledIn)] }
        guard !about.specialCategories.isEmpty else { return [.paragraph(words.text("lawful.special.no"))] }
        return [
            .paragraph(words.text("lawful.special.yes", ["attributes": words.list(about.specialCategories.map { words.attribute($0.attribute).lowercasedFirst })])),
            .table(Table(
                caption: words.text("lawful.special.records"),
                columns: ["withheld.attribute", "lawful.purpose", "lawful.approver", "lawful.expires"].map { .init(title: words.text($0)) },
                rows: about.specialCategories.map {
                    [
                        .text(words.attribute($0.attribute)), .text(words.pick($0.purpose)), .text([$0.approver, words.date($0.approvedOn)]),
                        .text(words.date($0.expires)),
                    ]
                })),
            .table(Table(
                caption: words.text("lawful.special.conditions"),
                columns: ["lawful.condition", "lawful.known", "lawful.by_people"].map { .init(title: words.text($0)) },
                // The tool knows what it does itself; whether that is enough is for people to say.
                rows: ["a", "b", "c", "d", "e", "f"].map { letter in
                    [.text(words.text("lawful.4a.\(letter)")), .text(words.text("lawful.4a.\(letter).known")), .text(words.text("lawful.4a.\(letter).open"))]
                })),
        ]
    }

    // MARK: - Small numbers

    private func disclosureRules() -> [Block] {
        guard let rules = report.about?.disclosure else { return [.paragraph(words.text("lawful.disclosure.unknown"))] }
        func bullet(_ key: String, _ count: Int) -> String { words.text("lawful.disclosure.\(key)", ["count": words.numbers.count(count)]) }
        return [
            .bullets([bullet("cell", rules.minimumCell)] + (report.edition.isPublished ? [bullet("numerator", rules.minimumNumeratorPublic)] : []) + [
                bullet("secondary", rules.minimumUncertainty), bullet("difference", rules.differenceGuard), bullet("group", rules.minimumGroup),
                words.text("lawful.disclosure.person"),
            ]),
            .paragraph(words.text("lawful.disclosure.log")),
        ]
    }
}
