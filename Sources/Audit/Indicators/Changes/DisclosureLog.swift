import Cohort

/// M30: a check of the tool and of what it is given. `Disclosure` writes it: `withheld` in the report.
enum DisclosureLog: DescribedIndicator {
    static let about = IndicatorEntry(
        id: "M30", chapter: .changes,
        name: .init("Onthullingslog", "Disclosure log"),
        question: .init("Wat laat dit rapport weg, en waarom?", "What does this report leave out, and why?"),
        definition: .init(
            "Elke cel die niet getoond wordt, met de regel, nooit met de waarde.",
            "Every cell that is not shown, with the rule, never with the value."),
        polarity: .neither,
        verdicts: .init(
            equivalent: .init("Niets hoefde weggelaten te worden.", "Nothing had to be left out."),
            disparity: .init("Komt niet voor: het is een lijst.", "Does not happen: it is a list."),
            inconclusive: .init("Komt niet voor: het is een lijst.", "Does not happen: it is a list.")),
        citation: "Huizen H172, H176; Utrecht U103-114, U196-206; Participatiewet 65")

    static func cohortTables(_ frame: AuditFrame, limits: Thresholds) -> [ReportTable] {
        []
    }
}
