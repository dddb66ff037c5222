import Cohort

/// M26: a check of the tool and of what it is given. The gate measures it per release; the report tells the gates on record (`ReleaseHistory`).
enum ChangeImpact: DescribedIndicator {
    static let about = IndicatorEntry(
        id: "M26", chapter: .changes,
        name: .init("Effect van een wijziging", "Impact of a change"),
        question: .init("Schaadt een nieuwe versie van het algoritme een groep?", "Does a new version of the algorithm harm a group?"),
        definition: .init(
            "Per wijziging: oude en nieuwe versie op dezelfde mensen, verschil per groep tegen de marge (de poort, docs/gate.md).",
            "Per change: old and new version on the same people, change per group against the margin (the gate, docs/gate.md)."),
        polarity: .higherIsAdverse,
        verdicts: .init(
            equivalent: .init("Elke onderzochte groep bleef binnen de marge.", "Every group that was examined stayed within the margin."),
            disparity: .init("De wijziging is tegengehouden.", "The change was blocked."),
            inconclusive: .init("De wijziging is tegengehouden of met een waarschuwing doorgelaten, naar het beleid.", "The change was blocked or let pass with a warning, as the policy says.")),
        citation: "Huizen H161, H194; Algoritmekader org-14")

    static func cohortTables(_ frame: AuditFrame, limits: Thresholds) -> [ReportTable] {
        []
    }
}
