import Cohort
import Metrics

/// M18: whether placements last.
///
/// Among people whose first placement after their first list began in the window: the cumulative incidence of its end. Promotion is no
/// ending but an exit of its own, after which the placement cannot end early any more. Claims are among those placed: a group that is
/// placed only where it is safe is retained well, so M16 stands beside it.
/// Definition: Huizen H157, H170; domain survey M18.
enum PlacementRetention: JudgedIndicator {
    static let about = IndicatorEntry(
        id: "M18", chapter: .outcomes,
        name: .init("Duurzaamheid", "Retention"),
        question: .init("Houdt een plaatsing voor iedereen even goed stand?", "Do placements last as well for everybody?"),
        definition: .init(
            "Deel van de eerste plaatsingen dat binnen de eerste maanden eindigt; wie doorstroomt naar beter werk telt niet als einde.",
            "Share of first placements that end within the first months; moving on to better work does not count as an ending."),
        needs: [.relation("placement"), .column("ended_on", of: "placement")], optional: [.column("end_reason", of: "placement")],
        polarity: .higherIsAdverse,
        parameters: [
            .init(
                name: "earlyDays", unit: "days",
                meaning: .init("Eindigt een plaatsing tot en met deze dag, dan is dat vroeg.", "A placement that ends up to and including this day ends early."),
                value: 90, source: "Domain survey M18: retained at 90 days"),
            .init(
                name: "noMatchDays", unit: "days",
                meaning: .init(
                    "Tot en met deze dag telt een einde met de reden dat het geen match was.",
                    "Up to and including this day an ending because it was no match counts as such."),
                value: 60, source: "Domain survey M18: early end before day 60 with reason no match (Huizen H170)"),
        ],
        verdicts: .init(
            equivalent: .init("Plaatsingen van de groep houden ongeveer even vaak stand.", "Placements of the group last about as often."),
            disparity: .init("Plaatsingen van de groep eindigen vaker vroeg.", "Placements of the group end early more often."),
            inconclusive: .init("Te weinig plaatsingen om te zeggen of ze even vaak standhouden.", "Too few placements to say whether they last as often.")),
        citation: "Huizen H157, H170; Aalen & Johansen 1978")

    static func measure(_ frame: AuditFrame, limits: Thresholds) -> [MeasuredMetric] {
        let early = Int(limits.parameter("earlyDays", of: id))
        let endings = Endings(frame, horizon: limits.analysis.horizonDays.value)
        // Without the reason a promotion looks like an ending.
        let cap = endings.knowsReasons ? nil : "no_end_reason"
        var metrics = [
            MeasuredMetric(
                description: describe(
                    "ended_early", headline: true, unit: "per_100", adverse: "higher",
                    name: .init("Plaatsing eindigt binnen \(early) dagen", "Placement ends within \(early) days"),
                    question: .init("Eindigt een plaatsing voor iedereen even zelden vroeg?", "Do placements end early as rarely for everybody?"),
                    definition: .init(
                        "Deel van de eerste plaatsingen dat binnen \(early) dagen eindigt, anders dan door promotie.",
                        "Share of first placements that end within \(early) days, other than by promotion."),
                    less: .init("minder vaak vroeg afgelopen", "ended early less often"), more: .init("vaker vroeg afgelopen", "ended early more often")),
                observations: .exits(endings.exits(within: early)), cap: cap),
            MeasuredMetric(
                description: describe(
                    "ended_within_\(Self.halfYear)", unit: "per_100", adverse: "higher",
                    name: .init("Plaatsing eindigt binnen \(Self.halfYear) dagen", "Placement ends within \(Self.halfYear) days"),
                    question: .init(
                        "Houdt een plaatsing voor iedereen even vaak \(Self.halfYear) dagen stand?",
                        "Do placements last \(Self.halfYear) days as often for everybody?"),
                    definition: .init(
                        "Deel van de eerste plaatsingen dat binnen \(Self.halfYear) dagen eindigt, anders dan door promotie: het spiegelbeeld van standhouden.",
                        "Share of first placements that end within \(Self.halfYear) days, other than by promotion: the complement of retention."),
                    less: .init("houdt vaker stand", "lasts more often"), more: .init("houdt minder vaak stand", "lasts less often")),
                observations: .exits(endings.exits(within: Self.halfYear)), cap: cap),
        ]
        if endings.knowsReasons { metrics.append(noMatch(endings, within: Int(limits.parameter("noMatchDays", of: id)))) }
        return metrics
    }

    static let halfYear = 180

    private static func noMatch(_ endings: Endings, within days: Int) -> MeasuredMetric {
        MeasuredMetric(
            description: describe(
                "ended_no_match", unit: "per_100", adverse: "higher",
                name: .init("Binnen \(days) dagen toch geen match", "No match after all within \(days) days"),
                question: .init("Blijkt een match voor iedereen even zelden geen match?", "Does a match turn out to be none as rarely for everybody?"),
                definition: .init(
                    "Deel van de eerste plaatsingen dat binnen \(days) dagen eindigt omdat het geen match was.",
                    "Share of first placements that end within \(days) days because it was no match."),
                less: .init("minder vaak toch geen match", "less often no match after all"),
                more: .init("vaker toch geen match", "more often no match after all")),
            observations: .exits(endings.exits(within: days) { $0 == "no_match" }))
    }
}
