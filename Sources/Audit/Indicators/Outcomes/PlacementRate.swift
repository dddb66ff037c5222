import Cohort
import Metrics

/// M16: who is placed within the horizon.
///
/// Cumulative incidence of a first placement after the first match run, with leaving for another reason as a competing exit
/// (Aalen-Johansen). Time zero is the first match run over all history, so people who came in before the window are not in it.
/// Definition: Utrecht U86; domain survey M16; review of the plan, 26.
enum PlacementRate: JudgedIndicator {
    static let about = IndicatorEntry(
        id: "M16", chapter: .outcomes,
        name: .init("Plaatsingskans", "Placement rate"),
        question: .init("Vindt iedereen even vaak een plek?", "Does everybody find a place as often?"),
        definition: .init(
            "Deel van de deelnemers met een plaatsing binnen de termijn na hun eerste lijst; vertrek om een andere reden is een eigen uitgang.",
            "Share of participants with a placement within the horizon after their first list; leaving for another reason is an exit of its own."),
        needs: [.relation("placement")], optional: [.column("left_on", of: "participant")],
        polarity: .lowerIsAdverse,
        verdicts: .init(
            equivalent: .init("De groep vindt ongeveer even vaak een plek.", "The group finds a place about as often."),
            disparity: .init("De groep vindt minder vaak een plek.", "The group finds a place less often."),
            inconclusive: .init("Te weinig gegevens om te zeggen of de kans gelijk is.", "Too few data to say whether the chance is equal.")),
        citation: "Utrecht U86-87; domain survey M16; Aalen and Johansen 1978; review of the plan 26")

    static func measure(_ frame: AuditFrame, limits: Thresholds) -> [MeasuredMetric] {
        let horizon = limits.analysis.horizonDays.value
        return [
            MeasuredMetric(
                description: describe(
                    "placed_within_horizon", headline: true, unit: "per_100", adverse: "lower",
                    name: .init("Geplaatst binnen \(horizon) dagen", "Placed within \(horizon) days"),
                    question: .init("Vindt iedereen even vaak een plek?", "Does everybody find a place as often?"),
                    definition: .init(
                        "Deel van de deelnemers met een plaatsing binnen \(horizon) dagen na hun eerste lijst, of zo ver als de gegevens reiken.",
                        "Share of participants with a placement within \(horizon) days after their first list, or as far as the data reach."),
                    less: .init("minder vaak geplaatst", "placed less often"), more: .init("vaker geplaatst", "placed more often")),
                observations: .exits(exits(frame)))
        ]
    }

    /// How each person's waiting ended; `nil` for people whose first run lies before the window.
    static func exits(_ frame: AuditFrame) -> [Exit?] {
        let snapshot = frame.snapshot
        var placements: [Pseudonym: [Day]] = [:]
        for placement in snapshot.placements { placements[placement.participantId, default: []].append(placement.startedOn) }
        return frame.people.map { person in
            let participant = snapshot.participants[person.participant]
            guard let start = participant.firstRunOn ?? person.runs.first.map({ snapshot.runs[$0].executedOn }), frame.window.contains(start) else {
                return nil
            }
            let placed = placements[participant.participantId]?.filter { $0 >= start && $0 <= frame.window.to }.min()
            let left = participant.leftOn.flatMap { $0 >= start && $0 <= frame.window.to ? $0 : nil }
            if let placed, left.map({ placed <= $0 }) ?? true { return Exit(days: placed - start, kind: .event) }
            if let left { return Exit(days: left - start, kind: .competing) }
            return Exit(days: frame.window.to - start, kind: .censored)
        }
    }
}
