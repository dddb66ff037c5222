import Cohort
import MatchReplay
import Metrics

/// M13: where the counsellor's choice departs from the list.
///
/// Steering is *chosen minus expected*: 1 when the chosen place is day activity, minus the chance of that if the person's own list
/// had been chosen from by the cohort's common rank habit. So a list that already holds more day activity is not counted twice.
/// Judged within counsellor, because choices cluster there; without the counsellor it is a signal at most.
/// Definition: domain survey M13; review of the plan, 25 and 31.
enum Override: JudgedIndicator {
    static let about = IndicatorEntry(
        id: "M13", chapter: .human,
        name: .init("Sturing door de consulent", "Steering by the counsellor"),
        question: .init(
            "Kiest de consulent bij een gelijke lijst even vaak dagbesteding?",
            "Does the counsellor choose day activity as often when the list is the same?"),
        definition: .init(
            "Gekozen dagbesteding min wat de eigen lijst bij de gewone keuzegewoonte zou geven, bij dezelfde consulent.",
            "Day activity chosen, minus what the own list would give under the common rank habit, with the same counsellor."),
        needs: [.relation("choice")], optional: [.column("counsellor_id", of: "choice"), .column("override_reason", of: "choice")],
        polarity: .higherIsAdverse,
        verdicts: .init(
            equivalent: .init("Bij een gelijke lijst kiest de consulent ongeveer hetzelfde.", "With the same list the counsellor chooses about the same."),
            disparity: .init("Consulenten wijken voor de groep anders af van de lijst.", "Counsellors depart from the list differently for the group."),
            inconclusive: .init("Te weinig keuzes om te zeggen of er wordt gestuurd.", "Too few choices to say whether there is steering.")),
        citation: "Huizen H147, H190")
    static let judgedStratum = Stratum.counsellor

    static func measure(_ frame: AuditFrame, limits: Thresholds) -> [MeasuredMetric] {
        let cap = frame.snapshot.offers("counsellor_id", of: "choice") ? nil : "no_counsellor"
        let choices = Choices(frame)
        return [
            MeasuredMetric(
                description: describe(
                    "steering_day_activity", headline: true, unit: "points", adverse: "higher",
                    name: .init("Sturing naar dagbesteding", "Steering towards day activity"),
                    question: .init(
                        "Kiest de consulent bij een gelijke lijst even vaak dagbesteding?",
                        "Does the counsellor choose day activity as often when the list is the same?"),
                    definition: .init(
                        "Gekozen dagbesteding min wat de eigen lijst bij de gewone keuzegewoonte zou geven, bij dezelfde consulent.",
                        "Day activity chosen, minus what the own list would give under the common rank habit, with the same counsellor."),
                    less: .init("minder vaak dan de lijst aangeeft", "less often than the list suggests"),
                    more: .init("vaker dan de lijst aangeeft", "more often than the list suggests")),
                observations: .values(zip(choices.chosenDayActivity, choices.expectedDayActivity).map { chosen, expected in
                    chosen.flatMap { chosen in expected.map { (chosen ? 1 : 0) - $0 } }
                }), cap: cap),
            MeasuredMetric(
                description: describe(
                    "override_rate", unit: "per_100", adverse: "neither",
                    name: .init("Afwijken van de eerste plek", "Departing from the first place"),
                    question: .init("Wijkt de consulent even vaak af van de lijst?", "Does the counsellor depart from the list as often?"),
                    definition: .init(
                        "Deel van de keuzes dat niet de eerste plek van de lijst is, bij dezelfde consulent.",
                        "Share of choices that are not the first place on the list, with the same counsellor."),
                    less: .init("minder vaak afgeweken", "departed from less often"), more: .init("vaker afgeweken", "departed from more often")),
                observations: .outcomes(choices.overridden), cap: cap),
        ]
    }

    static func tables(_ frame: AuditFrame, partition: Partition, limits: Thresholds) -> [ReportTable] {
        let choices = frame.scratch.value("\(id) choices") { Choices(frame) }
        func share(_ values: [Bool?], _ members: [Int]) -> ReportTable.Cell { .number(GroupTable.share(of: values, over: members)) }
        return [
            GroupTable.make(
                id: "7.1", indicator: id, partition: partition,
                columns: [
                    .init("with_choice", "people"), .init("override", "per_100"), .init("chosen_day_activity", "per_100"),
                    .init("expected_day_activity", "per_100"), .init("with_reason", "per_100"),
                ], notes: ["with_reason_of_overrides"]
            ) { _, members in
                let overridden = members.filter { choices.overridden[$0] == true }
                let enough = overridden.count >= limits.disclosure.minimumCell.value
                return [
                    .count(members.count), share(choices.overridden, members), share(choices.chosenDayActivity, members),
                    .number(GroupTable.mean(of: choices.expectedDayActivity, over: members)),
                    enough ? share(choices.withReason, overridden) : .none,
                ]
            }
        ]
    }
}

/// What was chosen for each person, beside what that person's list would lead one to expect. Recorded lists: what the counsellor saw.
private struct Choices: Sendable {
    let chosenDayActivity: [Bool?]
    let expectedDayActivity: [Double?]
    let overridden: [Bool?]
    let withReason: [Bool?]

    init(_ frame: AuditFrame) {
        let snapshot = frame.snapshot
        let place = Dictionary(uniqueKeysWithValues: snapshot.workplaces.enumerated().map { ($1.workplaceId, $0) })
        let chosen: [Int?] = frame.people.map { person in
            person.choice.flatMap { snapshot.choices[$0].chosenWorkplaceId }.flatMap { place[$0] }
        }
        func list(_ person: Int) -> [Int] { frame.people[person].chosenRun.map(frame.recordedPlaces(ofRun:)) ?? [] }
        let habit = Self.rankHabit(chosen: chosen, list: list)
        let isDayActivity = snapshot.workplaces.map { $0.workKind == ListComposition.dayActivity }

        // One population for all four: people for whom a place was chosen from a list that the habit says something about.
        let expected = chosen.indices.map { person -> Double? in
            let weights = zip(list(person), habit)
            let total = weights.reduce(0) { $0 + $1.1 }
            return total > 0 ? weights.reduce(0) { $0 + (isDayActivity[$1.0] ? $1.1 : 0) } / total : nil
        }
        let population = chosen.indices.map { chosen[$0] != nil && expected[$0] != nil }
        func inPopulation<Value>(_ value: (Int) -> Value?) -> [Value?] {
            population.indices.map { population[$0] ? value($0) : nil }
        }
        expectedDayActivity = inPopulation { expected[$0] }
        chosenDayActivity = inPopulation { chosen[$0].map { isDayActivity[$0] } }
        overridden = inPopulation { person in chosen[person].map { $0 != list(person).first } }
        withReason = inPopulation { person in
            frame.people[person].choice.map { snapshot.choices[$0].overrideReason != nil }
        }
    }

    /// How often each rank is chosen, over all choices that are on their list: index 0 is rank 1.
    private static func rankHabit(chosen: [Int?], list: (_ person: Int) -> [Int]) -> [Double] {
        var counts: [Double] = []
        for (person, place) in chosen.enumerated() {
            let list = list(person)
            if list.count > counts.count { counts += [Double](repeating: 0, count: list.count - counts.count) }
            if let place, let rank = list.firstIndex(of: place) { counts[rank] += 1 }
        }
        let total = counts.reduce(0, +)
        return total > 0 ? counts.map { $0 / total } : counts
    }
}
