import Cohort
import Metrics

/// M20: whether people move up.
///
/// Kind of work, from day activity over sheltered work and work with benefit retained to paid work: from the first to the last placement of
/// people with more than one, else from the first to the last choice. Only people who did not begin at the top: nobody can move above
/// paid work. Beside it the re-test: scores of capacity and competence that changed reliably (1.96 SEM sqrt 2) between the first and the
/// last sitting. A superseded sitting was corrected by another, which is no growth.
/// Definition: Huizen H143; domain survey M20.
enum Growth: JudgedIndicator {
    static let about = IndicatorEntry(
        id: "M20", chapter: .outcomes,
        name: .init("Ontwikkeling", "Growth"),
        question: .init("Gaat iedereen even vaak omhoog in soort werk?", "Does everybody move up in kind of work as often?"),
        definition: .init(
            "Deel van de mensen met meer dan een plaatsing (of keuze) bij wie het soort werk een stap omhoog ging.",
            "Share of people with more than one placement (or choice) whose kind of work moved a step up."),
        optional: [.relation("placement"), .relation("choice"), .column("standard_error", of: "assessment_score")],
        polarity: .lowerIsAdverse,
        verdicts: .init(
            equivalent: .init("De groep komt ongeveer even vaak een stap verder.", "The group gets a step further about as often."),
            disparity: .init("De groep komt minder vaak een stap verder.", "The group gets a step further less often."),
            inconclusive: .init("Te weinig mensen met een tweede stap om dat te zeggen.", "Too few people with a second step to say.")),
        citation: "Huizen H143, H159; Jacobson & Truax 1991")

    /// Either of the two tells where people went.
    static func unavailability(in snapshot: Snapshot) -> String? {
        snapshot.offers("placement") || snapshot.offers("chosen_workplace_id", of: "choice") ? nil : "relation_missing:placement"
    }

    static func measure(_ frame: AuditFrame, limits: Thresholds) -> [MeasuredMetric] {
        let moves = KindOfWork.moves(frame)
        var metrics = [
            MeasuredMetric(
                description: describe(
                    "moved_up", headline: true, unit: "per_100", adverse: "lower",
                    name: .init("Een stap omhoog in soort werk", "A step up in kind of work"),
                    question: .init("Gaat iedereen even vaak omhoog in soort werk?", "Does everybody move up in kind of work as often?"),
                    definition: .init(
                        "Deel van wie niet in betaald werk begon, dat bij de laatste plaatsing (of keuze) een stap hoger zit dan bij de eerste.",
                        "Share of those who did not begin in paid work whose last placement (or choice) is a step above the first."),
                    less: .init("minder vaak een stap omhoog", "less often a step up"), more: .init("vaker een stap omhoog", "more often a step up")),
                observations: .outcomes(moves.map { $0.map { $0 > 0 } }))
        ]
        if frame.snapshot.offers("standard_error", of: "assessment_score") {
            metrics.append(
                MeasuredMetric(
                    description: describe(
                        "reliable_change", unit: "points", adverse: "lower",
                        name: .init("Betrouwbaar hoger bij de hertoets", "Reliably higher at the re-test"),
                        question: .init("Gaat bij een hertoets iedereen evenveel vooruit?", "Does everybody make as much progress at a re-test?"),
                        definition: .init(
                            "Aantal schalen van capaciteit en competentie dat betrouwbaar hoger is, min het aantal dat betrouwbaar lager is, als deel van alle schalen.",
                            "Number of scales of capacity and competence that are reliably higher, minus the number that are reliably lower, as a share of all scales."),
                        less: .init("minder vooruitgang", "less progress"), more: .init("meer vooruitgang", "more progress")),
                    observations: .values(Retest.changes(frame).map { $0.map { $0.higher - $0.lower } })))
        }
        return metrics
    }
}
