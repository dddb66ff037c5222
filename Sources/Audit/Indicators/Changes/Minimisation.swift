import Cohort

/// M23: a check of the tool and of what it is given. The contract is checked before the first row is read (Intake); what was read stands in table 11.1.
enum Minimisation: DescribedIndicator {
    static let about = IndicatorEntry(
        id: "M23", chapter: .changes,
        name: .init("Dataminimalisatie", "Data minimisation"),
        question: .init("Leest de controle niet meer dan is afgesproken?", "Does the audit read no more than was agreed?"),
        definition: .init(
            "Kolommen die de bron aanbiedt buiten de afgesproken lijst: een is genoeg om te stoppen voordat er iets is gelezen.",
            "Columns that the source offers outside the agreed list: one is enough to stop before anything is read."),
        polarity: .neither,
        verdicts: .init(
            equivalent: .init("Er is niets gelezen buiten de lijst.", "Nothing outside the list was read."),
            disparity: .init("De controle stopt; er is geen rapport.", "The audit stops; there is no report."),
            inconclusive: .init("Komt niet voor: het is wel of niet zo.", "Does not happen: it is so or not.")),
        citation: "Huizen H172, H244; Utrecht U74-78; GDPR 5(1)(c)")

    static func cohortTables(_ frame: AuditFrame, limits: Thresholds) -> [ReportTable] {
        let manifest = frame.snapshot.manifest
        let relations = manifest.relations.sorted { $0.key < $1.key }
        return [
            ReportTable(
                id: "11.1", indicator: id, attribute: nil,
                columns: [.init("relation"), .init("offered"), .init("columns_missing", "number")],
                rows: relations.map { name, relation in
                    [.text(name), .text(relation.offered ? "yes" : "no"), relation.offered ? .count(relation.missingColumns.count) : .none]
                }, notes: ["no_column_outside_the_contract"])
        ]
    }
}
