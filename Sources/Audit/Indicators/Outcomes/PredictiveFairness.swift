import Cohort
import Metrics

/// M19: the same distance, another chance.
///
/// Cleary's lines: what came of it on d(1), the distance to the first place of the list that counts, a line per group. Judged is the
/// difference between the lines at the mean distance of everybody compared. Two outcomes stand side by side, so that no look at the
/// data decides between them: retained (the definition of the survey; headline) and placed within the horizon.
///
/// A distance made of test scores measures with error, and such a predictor shows a difference between lines where there is none. So this
/// is a signal at most, unless the difference, corrected for reliabilities of .70, .80 and .90, has one sign and its 95 % interval
/// excludes no difference at all three. (In simulations without any difference the sign alone filtered nothing: .204 false findings
/// before and after; with the interval .027.) It never decides lambda alone.
/// Definition: Cleary 1968; domain survey M19 and part 4; verdicts.md.
enum PredictiveFairness: JudgedIndicator {
    static let about = IndicatorEntry(
        id: "M19", chapter: .outcomes,
        name: .init("Voorspelwaarde per groep", "Predictive fairness"),
        question: .init("Betekent dezelfde afstand voor iedereen dezelfde kans?", "Does the same distance mean the same chance for everybody?"),
        definition: .init(
            "Verschil in kans op standhouden bij dezelfde afstand tot de eerste plek: twee lijnen, vergeleken bij de gemiddelde afstand.",
            "Difference in the chance of lasting at the same distance to the first place: two lines, compared at the mean distance."),
        needs: [.relation("placement"), .column("ended_on", of: "placement")], optional: [.column("match_run_id", of: "placement")],
        polarity: .lowerIsAdverse,
        parameters: [
            .init(
                name: "retainedDays", unit: "days",
                meaning: .init("Zo lang moet een plaatsing standhouden om mee te tellen als gelukt.", "A placement must last so long to count as a success."),
                value: 90, source: "Domain survey M19: logit of retained; M18: 90 days")
        ],
        verdicts: .init(
            equivalent: .init("Bij dezelfde afstand heeft de groep ongeveer dezelfde kans.", "At the same distance the group has about the same chance."),
            disparity: .init(
                "Bij dezelfde afstand heeft de groep minder kans: de lijst belooft deze mensen te veel.",
                "At the same distance the group has less chance: the list promises these people too much."),
            inconclusive: .init("Te weinig plaatsingen om de lijnen te vergelijken.", "Too few placements to compare the lines.")),
        citation: "Huizen H144, H170; Cleary 1968; Aguinis et al. 2010; Fuller 1987")
    static let restsOnReplay = true

    /// The rarer outcome must have been seen so often on both sides: a line through hardly any success trusts a spread it has not seen.
    static let minimumOfEachOutcome = 10

    static func measure(_ frame: AuditFrame, limits: Thresholds) -> [MeasuredMetric] {
        let days = Int(limits.parameter("retainedDays", of: id))
        let horizon = limits.analysis.horizonDays.value
        return [
            MeasuredMetric(
                description: describe(
                    "retained_at_equal_distance", headline: true, unit: "per_100", adverse: "lower",
                    name: .init("\(days) dagen geplaatst bij gelijke afstand", "Placed for \(days) days at equal distance"),
                    question: .init(
                        "Houdt een plaatsing bij dezelfde afstand voor iedereen even vaak stand?",
                        "Do placements last as often for everybody at the same distance?"),
                    definition: .init(
                        "Verschil in het deel van de plaatsingen dat \(days) dagen standhoudt, bij de gemiddelde afstand tot de eerste plek.",
                        "Difference in the share of placements that last \(days) days, at the mean distance to the first place."),
                    less: .init("houdt bij dezelfde afstand minder vaak stand", "lasts less often at the same distance"),
                    more: .init("houdt bij dezelfde afstand vaker stand", "lasts more often at the same distance")),
                observations: .contrast(contrast(Success.retained(frame, days: days)))),
            MeasuredMetric(
                description: describe(
                    "placed_at_equal_distance", unit: "per_100", adverse: "lower",
                    name: .init("Geplaatst binnen \(horizon) dagen bij gelijke afstand", "Placed within \(horizon) days at equal distance"),
                    question: .init("Vindt iedereen bij dezelfde afstand even vaak een plek?", "Does everybody find a place as often at the same distance?"),
                    definition: .init(
                        "Verschil in het deel met een plaatsing binnen \(horizon) dagen, bij de gemiddelde afstand tot de eerste plek van de eerste lijst.",
                        "Difference in the share with a placement within \(horizon) days, at the mean distance to the first place of the first list."),
                    less: .init("bij dezelfde afstand minder vaak geplaatst", "placed less often at the same distance"),
                    more: .init("bij dezelfde afstand vaker geplaatst", "placed more often at the same distance")),
                observations: .contrast(contrast(Success.placed(frame, within: horizon)))),
        ]
    }

    /// The difference of the lines at the mean distance, and why it may be a signal at most.
    static func contrast(_ successes: [Success?]) -> Contrast {
        @Sendable func people(_ side: [Int]) -> [PredictedAtMeanDifference.Observation] {
            side.compactMap { successes[$0].map { ($0.distance, $0.succeeded ? 1 : 0) } }
        }
        return Contrast(
            population: successes.map { $0 != nil }, isRate: true, events: successes.map { $0?.succeeded == true },
            difference: { sides throws(Undefined) in
                let (group, reference) = (people(sides.group), people(sides.reference))
                for side in [group, reference] {
                    let successes = side.count { $0.outcome == 1 }
                    guard min(successes, side.count - successes) >= minimumOfEachOutcome else {
                        throw .tooFewObservations(needed: minimumOfEachOutcome)
                    }
                }
                return try PredictedAtMeanDifference(group: group, reference: reference)
            },
            cap: { sides in
                let lines = try? DifferentialPrediction(group: people(sides.group), reference: people(sides.reference))
                let settled = (try? lines?.sensitivity())?.isSettled(level: 0.95) ?? false
                return settled ? nil : "fallible_predictor"
            })
    }
}
