import Cohort
import Metrics

/// M9: whether the test is within everybody's reach.
///
/// Before any list is made somebody has to get to the test, in a language of their own, and finish it. People without a list are in
/// these figures. Definition: Huizen H141, H171, H178, H189, H242, H243, H250; domain survey M9.
enum TestAccess: JudgedIndicator {
    static let about = IndicatorEntry(
        id: "M9", chapter: .test, name: .init("Toegang tot de toets", "Access to the test"),
        question: .init("Kan iedereen de toets even goed maken?", "Can everybody take the test equally well?"),
        definition: .init(
            "Deel van de mensen bij wie de eerste toets in de periode in de eigen voorkeurstaal was.",
            "Share of people whose first test of the period was in their preferred language."),
        needs: [.column("preferred_language", of: "participant")],
        optional: [
            .column("mode", of: "assessment"), .column("started_at", of: "assessment"), .column("completed_at", of: "assessment"),
            .column("intake_on", of: "participant"),
        ],
        polarity: .lowerIsAdverse,
        parameters: [
            .init(
                name: "finishDays", unit: "days",
                meaning: .init(
                    "Binnen zo veel dagen moet een begonnen toets zijn afgerond om als afgerond te tellen.",
                    "Within so many days a test that was started must be finished to count as finished."),
                value: 30, source: "Proposal of the project; not yet signed by the organisation")
        ],
        verdicts: .init(
            equivalent: .init("Deze groep maakt de toets ongeveer even vaak in de eigen taal.", "This group takes the test in its own language about as often."),
            disparity: .init("Deze groep maakt de toets minder vaak (of vaker) in de eigen taal.", "This group takes the test in its own language less (or more) often.")),
        citation: "Huizen H141, H171, H178, H189, H242-H250")

    static func measure(_ frame: AuditFrame, limits: Thresholds) -> [MeasuredMetric] {
        let access = access(frame, limits)
        var metrics = [
            MeasuredMetric(
                description: describe(
                    "preferred_language", headline: true, unit: "per_100", adverse: "lower",
                    name: .init("Toets in de voorkeurstaal", "Test in the preferred language"),
                    question: .init(
                        "Maakt iedereen de toets even vaak in de eigen voorkeurstaal?", "Does everybody take the test in the preferred language as often?"),
                    definition: about.definition,
                    less: .init("minder vaak in de eigen taal", "in the own language less often"),
                    more: .init("vaker in de eigen taal", "in the own language more often")),
                observations: .outcomes(access.ownLanguage), notBy: [.testLanguage, .preferredLanguage])
        ]
        if frame.snapshot.offers("completed_at", of: "assessment"), frame.snapshot.offers("started_at", of: "assessment") {
            let days = Int(limits.parameter("finishDays", of: about.id))
            metrics.append(
                MeasuredMetric(
                    description: describe(
                        "finished_test", unit: "per_100", adverse: "lower", name: .init("Toets afgerond", "Test finished"),
                        question: .init("Rondt iedereen de toets even vaak af?", "Does everybody finish the test as often?"),
                        definition: .init(
                            "Deel van de mensen die in de periode aan een toets begonnen, dat binnen \(days) dagen een toets afrondde.",
                            "Share of people who started in the period and finished a test within \(days) days."),
                        less: .init("minder vaak afgerond", "finished less often"), more: .init("vaker afgerond", "finished more often")),
                    observations: .outcomes(access.finished)))
        }
        if frame.snapshot.offers("intake_on", of: "participant") {
            metrics.append(
                MeasuredMetric(
                    description: describe(
                        "days_to_test", unit: "days", adverse: "higher", name: .init("Dagen van intake tot toets", "Days from intake to test"),
                        question: .init("Wacht iedereen even lang op de toets?", "Does everybody wait equally long for the test?"),
                        definition: .init(
                            "Aantal dagen tussen de week van de intake en de eerste toets, bij mensen die in de periode voor het eerst een toets maakten.",
                            "Days from the week of the intake to the first test, among people who took a test for the first time in the period."),
                        less: .init("korter gewacht", "waited shorter"), more: .init("langer gewacht", "waited longer")),
                    observations: .values(access.daysToTest)))
        }
        return metrics
    }

    private static func access(_ frame: AuditFrame, _ limits: Thresholds) -> Access {
        frame.memo.value("M9") { Access(frame, finishDays: Int(limits.parameter("finishDays", of: about.id))) }
    }

    /// Table 5.5: language, form, finishing and waiting, each among those for whom it is known.
    static func tables(_ frame: AuditFrame, partition: Partition, limits: Thresholds) -> [ReportTable] {
        let access = access(frame, limits)
        let own = access.ownLanguage.map { $0.map { $0 ? 1.0 : 0 } }
        let grouping = partition.grouping
        let forms = ["online", "paper", "assisted"].map { form in
            (form, GroupFigures(access.mode.map { $0.map { $0 == form } }, by: grouping, frame, limits))
        }
        let finished = GroupFigures(access.finished, by: grouping, frame, limits)
        let days = GroupFigures(values: access.daysToTest, by: grouping, frame, limits)
        return [
            GroupTable.make(
                id: "5.5", indicator: about.id, partition: partition,
                columns: [.init("tested", "people"), .init("own_language", "per_100")] + forms.map { .init("form_\($0.0)", "per_100") }
                    + [.init("finished_test", "per_100"), .init("median_days_to_test", "days")],
                notes: ["also_without_list"]
            ) { group, members in
                [.count(members.count), .number(GroupTable.mean(of: own, over: members))] + forms.map { $0.1.mean(group) }
                    + [finished.mean(group), days.median(group, limits: limits)]
            }
        ]
    }
}

/// How each person of a frame came to the test; all parallel to the people.
private struct Access: Sendable {
    var ownLanguage: [Bool?] = []
    /// Of the first test in the window.
    var mode: [String?] = []
    /// `nil` also for people whose first sitting is too recent to know.
    var finished: [Bool?] = []
    var daysToTest: [Double?] = []

    init(_ frame: AuditFrame, finishDays: Int) {
        let sittings = frame.sittings()
        for (index, person) in frame.people.enumerated() {
            let participant = frame.snapshot.participants[person.participant]
            let first = sittings.first(of: index, in: frame)
            mode.append(first?.mode)
            ownLanguage.append(first.flatMap { first in participant.preferredLanguage.map { Self.language($0) == Self.language(first.testLanguage) } })
            finished.append(
                first?.startedOn.flatMap { start -> Bool? in
                    guard start + finishDays <= frame.window.to else { return nil }
                    return sittings.finished(of: index, in: frame).contains { sitting in
                        sitting.completedOn.map { start <= $0 && $0 <= start + finishDays } ?? false
                    }
                })
            let begin = sittings.of(index).first.flatMap { frame.snapshot.assessments[$0].begin }
            let waited = begin.flatMap { begin in participant.intakeWeek.map { begin - $0 } }
            let isFirst = begin.map(frame.window.contains) ?? false
            daysToTest.append(isFirst ? waited.flatMap { $0 >= 0 ? Double($0) : nil } : nil)
        }
    }

    /// `en` of `en-GB`: a test in another country's form of a language is a test in that language.
    private static func language(_ tag: String) -> Substring { tag.prefix { $0 != "-" } }
}
