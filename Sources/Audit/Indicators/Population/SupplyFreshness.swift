import Cohort
import Metrics

/// M11: whether the places on the list are still there.
///
/// A place on a recorded list is stale when nobody confirmed it in the days before the list, or when it was no longer on offer. The
/// data hold a place's last confirmation alone, so a list from before it counts the place as fresh; what looks stale therefore depends
/// on how long ago the list was made, and groups are compared within month of run. Definition: Huizen H180, H179; domain survey M11.
package enum SupplyFreshness: JudgedIndicator {
    static let about = IndicatorEntry(
        id: "M11", chapter: .population, name: .init("Actualiteit van het aanbod", "Freshness of the places on offer"),
        question: .init("Staan er bij iedereen even weinig verouderde plekken op de lijst?", "Are there equally few stale places on everybody's list?"),
        definition: .init(
            "Deel van de eerste plekken op de lijst dat niet kort voor het maken van de lijst is bevestigd, of niet meer open was, gemiddeld per deelnemer, binnen dezelfde maand.",
            "Share of the first places on the list that were not confirmed shortly before the list, or were no longer open, averaged per participant, within the same month."),
        needs: [.column("last_confirmed_on", of: "workplace")], optional: [], polarity: .higherIsAdverse,
        parameters: [
            .init(
                name: "staleDays", unit: "days",
                meaning: .init("Zo veel dagen na de laatste bevestiging heet een plek verouderd.", "So many days after its last confirmation a place is called stale."),
                value: 90, source: "Domain survey 3.2, data.stale_days; workshop H180"),
            .init(
                name: "staleLimit", unit: "per_100",
                meaning: .init("Meer verouderde plekken dan dit op de lijsten is een bevinding op zichzelf.", "More stale places on lists than this is a finding in itself."),
                value: 0.1, source: "Domain survey 3.2, data.stale_top5_max"),
        ],
        verdicts: .init(
            equivalent: .init("Deze groep ziet ongeveer even veel verouderde plekken.", "This group sees about as many stale places."),
            disparity: .init("Deze groep ziet vaker (of minder vaak) plekken die verouderd zijn.", "This group sees stale places more (or less) often.")),
        citation: "Huizen H179, H180")
    static let judgedStratum = Stratum.runMonth

    static func measure(_ frame: AuditFrame, limits: Thresholds) -> [MeasuredMetric] {
        let depth = limits.analysis.listDepth.value
        return [
            MeasuredMetric(
                description: describe(
                    "top\(depth)_stale_share", headline: true, unit: "per_100", adverse: "higher",
                    name: .init("Verouderde plekken in de top \(depth)", "Stale places in the top \(depth)"), question: about.question,
                    definition: about.definition,
                    less: .init("minder verouderde plekken", "fewer stale places"), more: .init("meer verouderde plekken", "more stale places")),
                observations: .shares(shares(frame, depth: depth, staleDays: Int(limits.parameter("staleDays", of: about.id)))))
        ]
    }

    /// Per person the mean over runs of the share of the first recorded places that was stale on the day of the run.
    package static func shares(_ frame: AuditFrame, depth: Int, staleDays: Int) -> PackedValues {
        frame.meanOverRuns { run in
            let places = frame.recordedPlaces(ofRun: run).prefix(depth)
            guard !places.isEmpty else { return nil }
            let day = frame.snapshot.runs[run].executedOn
            return Double(places.count { isStale(frame.snapshot.workplaces[$0], on: day, after: staleDays) }) / Double(places.count)
        }
    }

    /// - Parameter after: days. A place that was never confirmed counts from the day that it was first offered.
    package static func isStale(_ place: Workplace, on day: Day, after: Int) -> Bool {
        !place.isActive(on: day) || day - (place.lastConfirmedOn ?? place.activeFrom) > after
    }

    /// Table 4.4: the places of the whole town.
    static func cohortTables(_ frame: AuditFrame, limits: Thresholds) -> [ReportTable] {
        let depth = limits.analysis.listDepth.value
        let days = Int(limits.parameter("staleDays", of: about.id)), limit = limits.parameter("staleLimit", of: about.id)
        let end = frame.window.to
        let active = frame.snapshot.workplaces.filter { $0.isActive(on: end) }
        let fresh = active.count { !isStale($0, on: end, after: days) }
        var shown = [Double](repeating: 0, count: frame.snapshot.workplaces.count)
        var slots = 0, stale = 0
        for run in frame.people.lazy.flatMap(\.runs) {
            let day = frame.snapshot.runs[run].executedOn
            for place in frame.recordedPlaces(ofRun: run).prefix(depth) {
                shown[place] += 1
                slots += 1
                if isStale(frame.snapshot.workplaces[place], on: day, after: days) { stale += 1 }
            }
        }
        // Places that could have been shown at some time in the window.
        let open = shown.indices.filter { index in
            let place = frame.snapshot.workplaces[index]
            return place.activeFrom <= end && place.activeTo.map { $0 >= frame.window.from } ?? true
        }
        let amounts = open.map { shown[$0] }
        let share = slots > 0 ? Double(stale) / Double(slots) : nil
        return [
            ReportTable(
                id: "4.4", indicator: about.id, attribute: nil,
                columns: [
                    .init("active_places", "number"), .init("fresh_places", "per_100"), .init("stale_slots", "per_100"), .init("stale_limit", "per_100"),
                    .init("stale_verdict"), .init("never_shown_top\(depth)", "per_100"), .init("gini_top\(depth)", "ratio"),
                ],
                rows: [[
                    .count(active.count), active.isEmpty ? .none : .number(Double(fresh) / Double(active.count)), .number(share), .number(limit),
                    share.map { .text($0 > limit ? "above_limit" : "within_limit") } ?? .none,
                    amounts.isEmpty ? .none : .number(Double(amounts.count { $0 == 0 }) / Double(amounts.count)),
                    .number((try? Gini(amounts))?.estimate),
                ]], notes: ["last_confirmation_only", "gini_of_places"])
        ]
    }
}
