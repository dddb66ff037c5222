import Cohort
import Metrics

/// M3: how much of the attention that a list draws goes to day activity.
///
/// Exposure E_i(t) = sum over places of kind t of v(rank) / sum of v(rank), v = 1/log2(1 + rank), over the whole list; the mean over a
/// person's runs is judged. It says the same as M2 with weights by place on the list. Definition: domain survey M3.
enum KindExposure: JudgedIndicator {
    static let about = IndicatorEntry(
        id: "M3", chapter: .advice,
        name: .init("Zichtbaarheid van dagbesteding", "Exposure of day activity"),
        question: .init("Krijgt dagbesteding bij iedereen evenveel aandacht op de lijst?", "Does day activity draw as much attention on everybody's list?"),
        definition: .init(
            "Deel van de aandacht op de hele lijst dat naar dagbesteding gaat; een plek lager op de lijst telt minder (1/log2(1 + rang)).",
            "Share of the attention on the whole list that goes to day activity; a place lower on the list counts less (1/log2(1 + rank))."),
        polarity: .higherIsAdverse,
        verdicts: .init(
            equivalent: .init("Dagbesteding is voor de groep ongeveer even zichtbaar.", "Day activity is about as visible to the group."),
            disparity: .init("Dagbesteding staat bij de groep hoger of vaker op de lijst.", "Day activity stands higher or more often on the group's lists."),
            inconclusive: .init("Te weinig gegevens om te zeggen of de aandacht gelijk is verdeeld.", "Too few data to say whether attention is spread alike.")),
        citation: "Huizen H148, H182; Singh & Joachims 2018; Järvelin & Kekäläinen 2002")
    static let restsOnReplay = true

    static func measure(_ frame: AuditFrame, limits: Thresholds) -> [MeasuredMetric] {
        [
            MeasuredMetric(
                description: describe(
                    "exposure_day_activity", headline: true, unit: "per_100", adverse: "higher",
                    name: about.name, question: about.question, definition: about.definition,
                    less: .init("minder aandacht voor dagbesteding", "less attention for day activity"),
                    more: .init("meer aandacht voor dagbesteding", "more attention for day activity")),
                observations: .shares(exposures(frame, of: ListComposition.dayActivity)))
        ]
    }

    static func tables(_ frame: AuditFrame, partition: Partition, limits: Thresholds) -> [ReportTable] {
        let kinds = frame.scratch.value("\(id) kinds") {
            ["paid", "benefit_retained", "sheltered", ListComposition.dayActivity].map { ($0, exposures(frame, of: $0)) }
        }
        return [
            GroupTable.make(
                id: "6.4", indicator: id, partition: partition,
                columns: [.init("participants", "people")] + kinds.map { .init("exposure_\($0.0)", "per_100") }
            ) { _, members in
                [.count(members.count)] + kinds.map { .number(GroupTable.mean(of: $0.1, over: members)) }
            }
        ]
    }

    private static func exposures(_ frame: AuditFrame, of kind: String) -> PackedValues {
        ListComposition.exposures(frame, depth: .max) { $0.workKind == kind }
    }
}
