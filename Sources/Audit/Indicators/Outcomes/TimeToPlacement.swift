import Cohort
import Metrics

/// M17: how long people wait for a placement.
///
/// Restricted mean number of days of the first horizon spent without a placement: the area above the cumulative incidence of a first
/// placement, in which leaving for another reason is a competing exit. A mean of days stays meaningful where curves cross, and where
/// less than half are ever placed; the log-rank test beside it is secondary.
/// Definition: Huizen H145; Utrecht U86; domain survey M17; review of the plan 26.
enum TimeToPlacement: JudgedIndicator {
    static let about = IndicatorEntry(
        id: "M17", chapter: .outcomes,
        name: .init("Tijd tot plaatsing", "Time to placement"),
        question: .init("Wacht iedereen even lang op een plek?", "Does everybody wait as long for a place?"),
        definition: .init(
            "Gemiddeld aantal dagen zonder plaatsing in de eerste termijn na de eerste lijst; vertrek om een andere reden is een eigen uitgang.",
            "Mean number of days without a placement in the first horizon after the first list; leaving for another reason is an exit of its own."),
        needs: [.relation("placement")], optional: [.column("left_on", of: "participant")],
        polarity: .higherIsAdverse,
        verdicts: .init(
            equivalent: .init("De groep wacht ongeveer even lang op een plek.", "The group waits about as long for a place."),
            disparity: .init("De groep wacht langer op een plek.", "The group waits longer for a place."),
            inconclusive: .init("Te weinig gegevens om te zeggen of de groep even lang wacht.", "Too few data to say whether the group waits as long.")),
        citation: "Huizen H145; Utrecht U86; Andersen 2013; Royston & Parmar 2013")

    static func measure(_ frame: AuditFrame, limits: Thresholds) -> [MeasuredMetric] {
        let horizon = limits.analysis.horizonDays.value
        let exits = frame.waiting(delayed: frame.system.delayedEntry)
        return [
            MeasuredMetric(
                description: describe(
                    "days_without_placement", headline: true, unit: "days", adverse: "higher",
                    name: .init("Dagen zonder plaatsing", "Days without a placement"),
                    question: .init("Wacht iedereen even lang op een plek?", "Does everybody wait as long for a place?"),
                    definition: .init(
                        "Gemiddeld aantal dagen zonder plaatsing in de eerste \(horizon) dagen na de eerste lijst, of zo ver als de gegevens reiken.",
                        "Mean number of the first \(horizon) days after the first list without a placement, or as far as the data reach."),
                    less: .init("korter zonder plaatsing", "fewer days without a placement"),
                    more: .init("langer zonder plaatsing", "more days without a placement")),
                observations: .contrast(
                    Contrast(population: exits.map { $0.map { $0.entry <= horizon } ?? false }, isRate: false, events: exits.map { $0?.kind == .event }) { sides throws(Undefined) in
                        let (group, reference) = (sides.group.compactMap { exits[$0] }, sides.reference.compactMap { exits[$0] })
                        return try RestrictedTimeWithoutDifference.fitting(
                            group: group, reference: reference, horizon: try PlacementRate.horizonDay(group, reference, limits: limits))
                    }))
        ]
    }
}
