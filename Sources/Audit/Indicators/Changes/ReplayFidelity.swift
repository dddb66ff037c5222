import Cohort

/// M24: a check of the tool and of what it is given. `Fidelity` in MatchReplay measures it, `FidelityGate` applies its limits; its figures are the report's first box.
enum ReplayFidelity: DescribedIndicator {
    static let about = IndicatorEntry(
        id: "M24", chapter: .changes,
        name: .init("Reproduceerbaarheid", "Replay fidelity"),
        question: .init("Maakt het naspelen dezelfde lijsten als de productie?", "Does the replay make the lists that production made?"),
        definition: .init(
            "Deel van de vastgelegde lijsten dat het naspelen met dezelfde invoer en versie precies zo weer maakt, over alles en per groep.",
            "Share of the recorded lists that the replay makes again exactly from the same input and version, over all and per group."),
        polarity: .lowerIsAdverse,
        verdicts: .init(
            equivalent: .init("Alle lijsten kloppen.", "All lists agree."),
            disparity: .init("Er zit een fout in de productie of een wijziging is niet vastgelegd; cijfers die op het naspelen rusten gelden niet.", "Production has an error or a change was not logged; figures that rest on the replay do not hold."),
            inconclusive: .init("Komt niet voor: het is wel of niet zo.", "Does not happen: it is so or not.")),
        citation: "Huizen H146, H154, H194")

    static func cohortTables(_ frame: AuditFrame, limits: Thresholds) -> [ReportTable] {
        []
    }
}
