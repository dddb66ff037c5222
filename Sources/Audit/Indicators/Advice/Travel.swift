import Cohort
import Metrics

/// M29: whether the places on the list can be reached.
///
/// Journeys that nobody measured are left out: what is not known is neither near nor far. The gate asks the same of a candidate core.
/// Definition: Utrecht U251-253; domain survey M29.
package enum Travel: JudgedIndicator {
    static let about = IndicatorEntry(
        id: "M29", chapter: .advice, name: .init("Reistijd", "Travel"),
        question: .init("Kan iedereen de plekken op de lijst bereiken?", "Can everybody reach the places on the list?"),
        definition: .init(
            "Deel van de eerste plekken met bekende reistijd dat verder reizen is dan de deelnemer kan, gemiddeld per deelnemer.",
            "Share of the first places with a known journey that takes longer than the participant can travel, averaged per participant."),
        needs: [.relation("travel_time"), .column("travel_max_minutes", of: "participant")], optional: [.relation("placement")],
        polarity: .higherIsAdverse,
        verdicts: .init(
            equivalent: .init("Voor deze groep zijn ongeveer even veel plekken te ver weg.", "About as many places are too far away for this group."),
            disparity: .init("Voor deze groep zijn meer (of minder) plekken te ver weg.", "More (or fewer) places are too far away for this group.")),
        citation: "Utrecht U251-253")
    static let restsOnReplay = true

    package static func unavailability(in snapshot: Snapshot) -> String? {
        about.missing(in: snapshot) ?? (snapshot.travelTimes.isEmpty ? "relation_empty:travel_time" : nil)
    }

    static func measure(_ frame: AuditFrame, limits: Thresholds) -> [MeasuredMetric] {
        let depth = limits.analysis.listDepth.value
        return [
            MeasuredMetric(
                description: describe(
                    "top\(depth)_out_of_reach", headline: true, unit: "per_100", adverse: "higher",
                    name: .init("Plekken buiten bereik in de top \(depth)", "Places out of reach in the top \(depth)"), question: about.question,
                    definition: about.definition,
                    less: .init("minder plekken buiten bereik", "fewer places out of reach"),
                    more: .init("meer plekken buiten bereik", "more places out of reach")),
                observations: .shares(outOfReach(frame, depth: depth)))
        ]
    }

    /// Per person the mean over runs of the share of the first places with a known journey that is longer than the person's maximum;
    /// `nil` when the maximum is not known, or no journey is.
    package static func outOfReach(_ frame: AuditFrame, depth: Int) -> [Double?] {
        let snapshot = frame.snapshot
        let journeys = Journeys(snapshot)
        return frame.people.map { person in
            let participant = snapshot.participants[person.participant]
            guard let longest = participant.travelMaxMinutes else { return nil }
            let shares = person.runs.compactMap { run -> Double? in
                let minutes = (0..<frame.replayed.count(ofRun: run, first: depth)).compactMap {
                    journeys.minutes(of: participant.participantId, to: frame.replayed.place(ofRun: run, at: $0))
                }
                return minutes.isEmpty ? nil : Double(minutes.count { $0 > longest }) / Double(minutes.count)
            }
            return shares.isEmpty ? nil : shares.reduce(0, +) / Double(shares.count)
        }
    }

    /// Medians are printed to so many minutes: a middle value is somebody's journey.
    private static let rounding = 5.0

    /// Table 6.6: out of reach at every depth, and how long the placed travel.
    static func tables(_ frame: AuditFrame, partition: Partition, limits: Thresholds) -> [ReportTable] {
        let depths = limits.analysis.topK.value
        let shares = depths.map { depth in frame.memo.value("M29 \(depth)") { outOfReach(frame, depth: depth) } }
        let placed = GroupFigures(values: frame.memo.value("M29 placed") { minutesOfPlaced(frame) }, by: partition.grouping, frame, limits)
        return [
            GroupTable.make(
                id: "6.6", indicator: about.id, partition: partition,
                columns: [.init("travel_known", "people")] + depths.map { .init("out_of_reach_top\($0)", "per_100") }
                    + [.init("median_minutes_placed", "number")],
                notes: ["unknown_journeys_left_out", "median_rounded"]
            ) { group, members in
                var median = placed.median(group, limits: limits)
                if case .number(let minutes) = median { median = .number((minutes / rounding).rounded() * rounding) }
                return [.count(members.count)] + shares.map { .number(GroupTable.mean(of: $0, over: members)) } + [median]
            }
        ]
    }

    /// The journey to the first placement in the window, where both are known.
    private static func minutesOfPlaced(_ frame: AuditFrame) -> [Double?] {
        let snapshot = frame.snapshot
        let journeys = Journeys(snapshot)
        let place = Dictionary(snapshot.workplaces.enumerated().map { ($1.workplaceId, $0) }, uniquingKeysWith: { first, _ in first })
        var first: [Pseudonym: Placement] = [:]
        for placement in snapshot.placements where frame.window.contains(placement.startedOn) {
            if let kept = first[placement.participantId], kept.startedOn <= placement.startedOn { continue }
            first[placement.participantId] = placement
        }
        return frame.people.map { person in
            let id = snapshot.participants[person.participant].participantId
            return first[id]?.workplaceId.flatMap { place[$0] }.flatMap { journeys.minutes(of: id, to: $0) }.map(Double.init)
        }
    }
}
