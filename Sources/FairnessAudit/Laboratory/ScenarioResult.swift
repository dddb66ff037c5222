import Cohort
import MatchReplay
import Metrics

/// What came of one scenario.
struct ScenarioResult {
    enum Outcome {
        case done(OutcomeTable)
        /// The scenario cannot be tried on these data, and why.
        case refused(String)
    }

    let id: String
    let summary: String
    let outcome: Outcome

    init(_ scenario: any Scenario, _ outcome: Outcome) {
        id = scenario.id
        summary = scenario.summary
        self.outcome = outcome
    }

    var json: JSONValue {
        switch outcome {
        case .refused(let reason): ["id": .init(id), "summary": .init(summary), "refused": .init(reason)]
        case .done(let table):
            ["id": .init(id), "summary": .init(summary), "everybody": Self.json(table.total), "groups": .array(table.groups.map(Self.json))]
        }
    }

    private static func json(_ total: OutcomeTable.Total) -> JSONValue {
        [
            "people": ResultJSON.shown(total.people) { .init($0) },
            "bestMatch": ResultJSON.shown(total.bestMatch, ResultJSON.gains), "dayActivity": ResultJSON.shown(total.dayActivity, ResultJSON.gains),
            "list": ResultJSON.shown(total.list, ResultJSON.changes), "topPlace": ResultJSON.shown(total.best, ResultJSON.changes),
            "topKind": ResultJSON.shown(total.bestKind, ResultJSON.changes),
            "overlapWithBaseline": ResultJSON.value(total.overlap), "rankBiasedOverlapWithBaseline": ResultJSON.value(total.rankBiasedOverlap),
            "overlapWithRecorded": ResultJSON.value(total.overlapWithRecorded),
            "rankBiasedOverlapWithRecorded": ResultJSON.value(total.rankBiasedOverlapWithRecorded),
        ]
    }

    private static func json(_ group: GroupOutcome) -> JSONValue {
        [
            "attribute": .init(group.attribute.rawValue), "group": .init(group.group), "people": ResultJSON.shown(group.people) { .init($0) },
            "bestMatch": ResultJSON.shown(group.bestMatch, ResultJSON.gains), "dayActivity": ResultJSON.shown(group.dayActivity, ResultJSON.gains),
            "list": ResultJSON.shown(group.list, ResultJSON.changes), "topPlace": ResultJSON.shown(group.best, ResultJSON.changes),
            "topKind": ResultJSON.shown(group.bestKind, ResultJSON.changes),
            "bestDistanceGap": group.bestDistanceGap.map { ResultJSON.shown($0, gap) } ?? .null,
            "dayActivityGap": group.dayActivityGap.map { ResultJSON.shown($0, gap) } ?? .null,
        ]
    }

    private static func gap(_ result: Result<GroupGap, Unavailable>) -> JSONValue {
        switch result {
        case .failure(let reason): ["unavailable": .init(reason.reason)]
        case .success(let gap):
            [
                "people": .init(gap.people), "restPeople": .init(gap.restPeople), "level": .init(gap.level),
                "before": .init(gap.gap.before), "beforeInterval": ResultJSON.interval(gap.intervalBefore),
                "after": .init(gap.gap.after), "afterInterval": ResultJSON.interval(gap.intervalAfter),
                "change": .init(gap.gap.change), "changeInterval": ResultJSON.interval(gap.changeInterval),
            ]
        }
    }
}
