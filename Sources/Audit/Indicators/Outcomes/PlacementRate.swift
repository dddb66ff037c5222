import Cohort
import Metrics

/// M16: who is placed within the horizon.
///
/// Cumulative incidence of a first placement after the first match run, with leaving for another reason as a competing exit
/// (Aalen-Johansen). Time zero is the first match run over all history. People who came in before the window are not in the headline;
/// with delayed entry a second figure has them from their first list in the window on (left truncation).
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
        citation: "Utrecht U86-87; Aalen & Johansen 1978")

    static func measure(_ frame: AuditFrame, limits: Thresholds) -> [MeasuredMetric] {
        let horizon = limits.analysis.horizonDays.value
        let headline = MeasuredMetric(
            description: describe(
                "placed_within_horizon", headline: true, unit: "per_100", adverse: "lower",
                name: .init("Geplaatst binnen \(horizon) dagen", "Placed within \(horizon) days"),
                question: .init("Vindt iedereen even vaak een plek?", "Does everybody find a place as often?"),
                definition: .init(
                    "Deel van de deelnemers met een plaatsing binnen \(horizon) dagen na hun eerste lijst, of zo ver als de gegevens reiken.",
                    "Share of participants with a placement within \(horizon) days after their first list, or as far as the data reach."),
                less: .init("minder vaak geplaatst", "placed less often"), more: .init("vaker geplaatst", "placed more often")),
            observations: .exits(exits(frame)))
        return frame.system.delayedEntry ? [headline, withDelayedEntry(frame, limits)] : [headline]
    }

    /// The same among everybody with a list in the window, people of before it from their first list in it on.
    private static func withDelayedEntry(_ frame: AuditFrame, _ limits: Thresholds) -> MeasuredMetric {
        let horizon = limits.analysis.horizonDays.value
        let exits = frame.waiting(delayed: true)
        return MeasuredMetric(
            description: describe(
                "placed_with_delayed_entry", unit: "per_100", adverse: "lower",
                name: .init("Geplaatst binnen \(horizon) dagen, ook wie al langer zoekt", "Placed within \(horizon) days, people of before included"),
                question: .init("Vindt iedereen even vaak een plek, ook wie al langer zoekt?", "Does everybody find a place as often, people of before included?"),
                definition: .init(
                    "Deel met een plaatsing binnen \(horizon) dagen na de eerste lijst; wie voor de periode begon, telt mee vanaf de eerste lijst in de periode.",
                    "Share with a placement within \(horizon) days after the first list; people from before the window count from their first list in it on."),
                less: .init("minder vaak geplaatst", "placed less often"), more: .init("vaker geplaatst", "placed more often")),
            observations: .contrast(
                Contrast(
                    population: exits.map { $0.map { $0.entry <= horizon } ?? false }, isRate: true, events: exits.map { $0?.kind == .event }
                ) { sides throws(Undefined) in
                    let (group, reference) = (sides.group.compactMap { exits[$0] }, sides.reference.compactMap { exits[$0] })
                    let day = try horizonDay(group, reference, limits: limits)
                    return try IncidenceDifference(
                        group: AalenJohansen(group.map(\.followUp), causes: 2), reference: AalenJohansen(reference.map(\.followUp), causes: 2),
                        cause: 1, horizon: Double(day))
                }))
    }

    /// The agreed horizon, or the last day on which enough people on both sides are still waiting.
    static func horizonDay(
        _ group: [ObservedExit], _ reference: [ObservedExit], limits: Thresholds
    ) throws(Undefined) -> Int {
        guard !group.isEmpty, !reference.isEmpty else { throw .noObservations }
        let needed = limits.analysis.minimumAtRisk.value
        guard let first = ObservedExit.lastDay(group, withAtRiskAtLeast: needed),
            let second = ObservedExit.lastDay(reference, withAtRiskAtLeast: needed)
        else { throw .nobodyAtRisk }
        return min(limits.analysis.horizonDays.value, first, second)
    }

    /// How each person's waiting ended; `nil` for people whose first run lies before the window.
    static func exits(_ frame: AuditFrame) -> [Exit?] {
        frame.waiting(delayed: false).map { $0.map { Exit(days: $0.days, kind: $0.kind) } }
    }
}
