import Cohort
import MatchReplay
import Metrics

/// M6: how much of the squared distance to the best place comes from the height of somebody's scores as a whole.
///
/// D^2 = level + spread + shape (Cronbach and Gleser 1953). A group whose distance is made of level more than others' scores lower or
/// higher on everything at once: what a test in another language can do to scores. It is no proof of that.
/// Definition: domain survey M6.
enum LevelShare: JudgedIndicator {
    static let about = IndicatorEntry(
        id: "M6", chapter: .test,
        name: .init("Niveau, spreiding en vorm", "Level, spread and shape"),
        question: .init("Komt de afstand bij iedereen uit dezelfde bron?", "Does the distance come from the same source for everybody?"),
        definition: .init(
            "Deel van de gekwadrateerde afstand tot de beste plek dat komt doordat alle scores samen hoger of lager zijn (Cronbach en Gleser).",
            "Share of the squared distance to the best place that comes from all scores together being higher or lower (Cronbach and Gleser)."),
        needs: [.relation("assessment_score")], polarity: .higherIsAdverse,
        verdicts: .init(
            equivalent: .init("Het niveau speelt bij de groep ongeveer dezelfde rol.", "Level plays about the same part for the group."),
            disparity: .init(
                "Bij de groep komt de afstand meer uit het niveau: reden om de toets te onderzoeken.",
                "For the group more of the distance comes from level: a reason to look into the test."),
            inconclusive: .init("Te weinig gegevens om bronnen te vergelijken.", "Too few data to compare the sources.")),
        citation: "Huizen H146, H224; Cronbach & Gleser 1953, Psychological Bulletin 50:456-473")
    static let restsOnReplay = true

    static func measure(_ frame: AuditFrame, limits: Thresholds) -> [MeasuredMetric] {
        [
            MeasuredMetric(
                description: describe(
                    "level_share_of_distance", headline: true, unit: "per_100", adverse: "higher",
                    name: .init("Aandeel van het niveau", "Share of level"), question: about.question, definition: about.definition,
                    less: .init("minder door het niveau", "less through level"), more: .init("meer door het niveau", "more through level")),
                observations: .shares(parts(frame).map { $0?.level }))
        ]
    }

    static func tables(_ frame: AuditFrame, partition: Partition, limits: Thresholds) -> [ReportTable] {
        let figures = frame.scratch.value("\(id) parts") { () -> [PackedValues] in
            let parts = parts(frame)
            return [\.level, \.spread, \.shape].map { (part: KeyPath<LevelParts, Double>) in PackedValues(parts.lazy.map { $0?[keyPath: part] }) }
        }
        return [
            GroupTable.make(
                id: "5.1", indicator: id, partition: partition,
                columns: [.init("participants", "people"), .init("level", "per_100"), .init("spread", "per_100"), .init("shape", "per_100")]
            ) { _, members in
                [.count(members.count)] + figures.map { .number(GroupTable.mean(of: $0, over: members)) }
            }
        ]
    }

    /// Per person the shares of the first run in the window; `nil` for people without a list, or at no distance at all.
    private static func parts(_ frame: AuditFrame) -> [LevelParts?] {
        let parts = frame.levelParts()
        return frame.people.map { person in person.runs.first.flatMap { parts[$0] } }
    }
}
