import Cohort
import Metrics

/// M5: whether there is a fitting place on the list at all.
///
/// Rank is always 1 to N, so that "there is always a match" holds by construction; whether the best place lies near enough does not follow.
/// Near enough is a distance of at most tau. Tau is frozen at the baseline (parameter `tau`); until it is, it is the distance within which
/// the best place of the share `fittingShare` of this cohort lies: the share over everybody is then given, and only who is outside can differ.
/// Definition: Huizen H148; domain survey M5.
enum RealChoice: JudgedIndicator {
    static let about = IndicatorEntry(
        id: "M5", chapter: .advice,
        name: .init("Echte keuze", "Real choice"),
        question: .init("Heeft iedereen even vaak een passende plek?", "Does everybody have a fitting place as often?"),
        definition: .init(
            "Deel van de lijsten waarvan de beste plek verder weg ligt dan de vastgestelde afstand, gemiddeld per deelnemer.",
            "Share of lists of which the best place lies further away than the distance that was set, averaged per participant."),
        polarity: .higherIsAdverse,
        parameters: [
            .init(
                name: "fittingShare", unit: "share",
                meaning: .init("Deel van het cohort met een passende plek, zolang tau niet is vastgesteld.", "Share of the cohort with a fitting place, as long as tau is not set."),
                value: 0.9, source: "Proposal of the project; the gate's fittingShare"),
            .init(
                name: "tau", unit: "distance",
                meaning: .init("Afstand waarbinnen een plek past; 0 = nog niet vastgesteld.", "Distance within which a place fits; 0 = not set yet."),
                value: 0, source: "To be frozen at the baseline (domain survey M5)"),
        ],
        verdicts: .init(
            equivalent: .init("De groep heeft ongeveer even vaak een passende plek.", "The group has a fitting place about as often."),
            disparity: .init("De groep krijgt vaker een lijst zonder passende plek.", "The group more often gets a list without a fitting place."),
            inconclusive: .init("Te weinig gegevens om te zeggen of iedereen iets passends heeft.", "Too few data to say whether everybody has something that fits.")),
        citation: "Huizen H148")
    static let restsOnReplay = true

    static func measure(_ frame: AuditFrame, limits: Thresholds) -> [MeasuredMetric] {
        [
            MeasuredMetric(
                description: describe(
                    "no_fitting_place", headline: true, unit: "per_100", adverse: "higher", name: .init("Geen passende plek", "No fitting place"),
                    question: about.question, definition: about.definition,
                    less: .init("vaker een passende plek", "more often a fitting place"),
                    more: .init("vaker geen passende plek", "more often no fitting place")),
                observations: .shares(withoutFittingPlace(frame, limits)))
        ]
    }

    /// Per person the share of runs whose best place lies beyond tau.
    static func withoutFittingPlace(_ frame: AuditFrame, _ limits: Thresholds) -> PackedValues {
        guard let tau = tau(frame, limits) else { return PackedValues(frame.people.lazy.map { _ in nil }) }
        return frame.meanOverRuns { run in frame.replayed.bestDistance(ofRun: run).map { $0 > tau ? 1 : 0 } }
    }

    private static func tau(_ frame: AuditFrame, _ limits: Thresholds) -> Double? {
        let frozen = limits.parameter("tau", of: id)
        if frozen > 0 { return frozen }
        let share = min(1, limits.parameter("fittingShare", of: id))
        return frame.memo.value("tau at \(share)") {
            let best = frame.people.flatMap { person in person.runs.compactMap { frame.replayed.bestDistance(ofRun: $0) } }.sorted()
            return best.isEmpty ? nil : SampleQuantile.value(share, ofSorted: best)
        }
    }

    static func tables(_ frame: AuditFrame, partition: Partition, limits: Thresholds) -> [ReportTable] {
        let depth = limits.analysis.listDepth.value
        let figures = frame.scratch.value("\(id) choice") {
            let tau = tau(frame, limits) ?? .infinity
            let lists = frame.replayed
            let fitting = frame.meanOverRuns { run in
                Double((0..<lists.distanceCount(ofRun: run)).prefix { lists.distance(ofRun: run, at: $0) <= tau }.count)
            }
            let sectorOfPlace = Labelling(frame.snapshot.workplaces.map(\.sector))
            let sectors = frame.meanOverRuns { run in
                let named = (0..<lists.count(ofRun: run, first: depth)).compactMap { sectorOfPlace.group(lists.place(ofRun: run, at: $0)) }
                return named.isEmpty ? nil : Double(Set(named).count)
            }
            return [withoutFittingPlace(frame, limits), fitting, sectors]
        }
        return [
            GroupTable.make(
                id: "6.5", indicator: id, partition: partition,
                columns: [
                    .init("participants", "people"), .init("no_fitting_place", "per_100"), .init("fitting_places", "number"),
                    .init("sectors_top\(depth)", "number"),
                ], notes: [limits.parameter("tau", of: id) > 0 ? "tau_frozen" : "tau_of_this_cohort", "fitting_places_on_the_list"]
            ) { _, members in
                [.count(members.count)] + figures.map { .number(GroupTable.mean(of: $0, over: members)) }
            }
        ]
    }
}
