import Cohort
import Foundation
import Metrics

/// M15: where in the chain a difference in kind of work grows: pool, list, choice, placement, retention.
///
/// At each stage a person has a share (or a yes or no) of day activity: among the places on offer on the day of the list, in the top of the
/// list, at the chosen place, at the place of the first placement after the list, at the place held some months later. A step is the change
/// from one stage to the next for the people who reach both, paired; the group's step against that of everybody else is a risk difference
/// (verdict rules). Log odds ratios stand in the table. Definition: Huizen H190; domain survey M15; review of the plan 31.
enum AmplificationCascade: JudgedIndicator {
    static let about = IndicatorEntry(
        id: "M15", chapter: .human,
        name: .init("Versterkingsketen", "Amplification cascade"),
        question: .init("Waar in de keten groeit een verschil in soort werk?", "Where in the chain does a difference in kind of work grow?"),
        definition: .init(
            "Verandering in het aandeel dagbesteding van de ene stap naar de volgende, voor mensen die beide stappen halen.",
            "Change in the share of day activity from one stage to the next, for people who reach both."),
        optional: [.relation("choice"), .relation("placement")], polarity: .higherIsAdverse,
        parameters: [
            .init(
                name: "retainedDays", unit: "days", meaning: .init("Wanneer wordt gekeken of iemand de plek nog heeft.", "When it is looked at whether the place is still held."),
                value: 90, source: "Domain survey M18: 90, 180 and 365 days")
        ],
        verdicts: .init(
            equivalent: .init("Deze stap voegt voor de groep ongeveer niets toe.", "This step adds about nothing for the group."),
            disparity: .init("In deze stap groeit het verschil.", "The difference grows in this step."),
            inconclusive: .init("Te weinig mensen halen beide stappen om iets te zeggen.", "Too few people reach both stages to say anything.")),
        citation: "Huizen H147, H190")
    static let restsOnReplay = true

    enum Stage: String, CaseIterable {
        case pool, list, chosen, placed, retained
    }

    static func measure(_ frame: AuditFrame, limits: Thresholds) -> [MeasuredMetric] {
        let stages = Stages(frame, limits)
        return [(Stage.pool, Stage.list), (.list, .chosen), (.chosen, .placed), (.placed, .retained)].map { from, to in
            MeasuredMetric(
                description: describe(
                    "step_\(from.rawValue)_to_\(to.rawValue)", headline: to == .list, unit: "points", adverse: "higher",
                    name: words[to] ?? about.name, question: about.question, definition: about.definition,
                    less: .init("deze stap verkleint het verschil", "this step narrows the difference"), more: .init("deze stap vergroot het verschil", "this step widens the difference")),
                observations: .values(
                    zip(stages.of(from), stages.of(to)).lazy.map { before, after in
                        before.flatMap { before in after.map { $0 - before } }
                    }))
        }
    }

    private static let words: [Stage: AuditReport.Words] = [
        .list: .init("Van aanbod naar lijst", "From what is on offer to the list"), .chosen: .init("Van lijst naar keuze", "From the list to the choice"),
        .placed: .init("Van keuze naar plaatsing", "From the choice to the placement"),
        .retained: .init("Van plaatsing naar behoud", "From the placement to keeping it"),
    ]

    /// Table 7.3: per group and stage who got there, the share, the difference with everybody else there, and its log odds ratio.
    static func tables(_ frame: AuditFrame, partition: Partition, limits: Thresholds) -> [ReportTable] {
        let stages = frame.scratch.value("\(id) stages") { Stages(frame, limits) }
        let minimum = limits.disclosure.minimumCell.value
        var rows: [[ReportTable.Cell]] = []
        for group in partition.shown {
            for stage in Stage.allCases {
                let values = stages.of(stage)
                let members = (partition.members[group] ?? []).filter { values[$0] != nil }
                let others = partition.reference(of: group).filter { values[$0] != nil }
                guard members.count >= minimum, others.count >= minimum else {
                    rows.append([.text(group), .text(stage.rawValue)] + [ReportTable.Cell](repeating: .none, count: 4))
                    continue
                }
                let (own, rest) = (GroupTable.mean(of: values, over: members), GroupTable.mean(of: values, over: others))
                rows.append([
                    .text(group), .text(stage.rawValue), .count(members.count), .number(own),
                    .number(own.flatMap { own in rest.map { own - $0 } }), .number(logOddsRatio(own, rest)),
                ])
            }
        }
        return [
            ReportTable(
                id: "7.3", indicator: id, attribute: partition.grouping.name,
                columns: [
                    .init("group"), .init("stage"), .init("participants", "people"), .init("day_activity", "per_100"), .init("gap", "per_100"),
                    .init("log_odds_ratio", "number"),
                ], rows: rows, notes: ["cascade_reached", "cascade_steps_are_judged"])
        ]
    }

    private static func logOddsRatio(_ own: Double?, _ rest: Double?) -> Double? {
        guard let own, let rest, own > 0, own < 1, rest > 0, rest < 1 else { return nil }
        return log(own / (1 - own)) - log(rest / (1 - rest))
    }

}

/// The share of day activity at every stage, per person; `nil` for people who did not get there, or of whom it is not known.
private struct Stages: Sendable {
    private var values: [AmplificationCascade.Stage: PackedValues] = [:]

    func of(_ stage: AmplificationCascade.Stage) -> PackedValues { values[stage] ?? PackedValues(EmptyCollection()) }

    init(_ frame: AuditFrame, _ limits: Thresholds) {
        let (runs, workplaces, choices) = (frame.snapshot.runs, frame.snapshot.workplaces, frame.snapshot.choices)
        let depth = limits.analysis.listDepth.value
        let kinds = Dictionary(uniqueKeysWithValues: workplaces.map { ($0.workplaceId, isDayActivity($0.workKind)) })
        func isDayActivity(_ kind: String) -> Double { kind == ListComposition.dayActivity ? 1 : 0 }
        let pool = PoolShares(workplaces, days: Set(frame.people.lazy.flatMap(\.runs).map { runs[$0].executedOn }))
        values[.pool] = frame.meanOverRuns { pool.share(on: runs[$0].executedOn) }
        values[.list] = ListComposition.shares(frame, depth: depth) { $0.workKind == ListComposition.dayActivity }
        values[.chosen] = PackedValues(frame.people.lazy.map { person in person.choice.flatMap { choices[$0].chosenWorkplaceId }.flatMap { kinds[$0] } })
        let days = Int(limits.parameter("retainedDays", of: AmplificationCascade.id))
        let placements = frame.snapshot.placements
        var placed: [Double?] = [], retained: [Double?] = []
        for (person, own) in zip(frame.people, frame.placements()) {
            // Those after the first list of the window, in order of time.
            let start = person.runs.first.map { runs[$0].executedOn }
            let later = own.drop { index in start.map { placements[index].startedOn < $0 } ?? true }
            placed.append(later.first.map { isDayActivity(placements[$0].workKind) })
            let day = later.first.map { placements[$0].startedOn + days }
            // The kind of work held on that day, whichever placement it belongs to.
            retained.append(
                day.flatMap { day -> Double? in
                    guard day <= frame.window.to else { return nil }
                    let held = later.last { placements[$0].startedOn <= day && (placements[$0].endedOn.map { day <= $0 } ?? true) }
                    return held.map { isDayActivity(placements[$0].workKind) }
                })
        }
        values[.placed] = PackedValues(placed)
        values[.retained] = PackedValues(retained)
    }
}

/// Share of day activity among the places on offer, on each day on which somebody got a list.
private struct PoolShares {
    private let shares: [Day: Double]

    init(_ places: [Workplace], days: Set<Day>) {
        var shares: [Day: Double] = [:]
        for day in days {
            let active = places.filter { $0.isActive(on: day) }
            guard !active.isEmpty else { continue }
            shares[day] = Double(active.count { $0.workKind == ListComposition.dayActivity }) / Double(active.count)
        }
        self.shares = shares
    }

    func share(on day: Day) -> Double? { shares[day] }
}
