import Cohort
import Metrics

/// M16: who is placed within the horizon.
///
/// Cumulative incidence of a first placement after the first match run, with leaving for another reason as a competing exit
/// (Aalen-Johansen). Time zero is the first match run over all history, so people who came in before the window are not in it.
/// Definition: Utrecht U86; domain survey M16; review of the plan, 26.
enum PlacementRate: JudgedIndicator {
    static let id = "M16"
    static let chapter = "outcomes"
    static let restsOnReplay = false
    static let judgedStratum = Stratum.none

    static func unavailability(in snapshot: Snapshot) -> String? {
        snapshot.offers("placement") ? nil : "relation_missing:placement"
    }

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
            let start = participant.firstRunOn ?? snapshot.runs[person.runs[0]].executedOn
            guard frame.window.contains(start) else { return nil }
            let placed = placements[participant.participantId]?.filter { $0 >= start && $0 <= frame.window.to }.min()
            let left = participant.leftOn.flatMap { $0 >= start && $0 <= frame.window.to ? $0 : nil }
            if let placed, left.map({ placed <= $0 }) ?? true { return Exit(days: placed - start, kind: .event) }
            if let left { return Exit(days: left - start, kind: .competing) }
            return Exit(days: frame.window.to - start, kind: .censored)
        }
    }
}
