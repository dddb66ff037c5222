import Cohort
import MatchReplay
import Metrics

/// M7: what the lists would be if part of the difference between test languages were the test's.
///
/// The judged figure is what a person's list changes when the whole mean difference with the reference language is taken off the scores
/// (lambda = 1): share of day activity as recorded, minus the share then. It is a fact about these lists and an assumption about the test:
/// nobody knows lambda, profiles alone cannot tell it (docs/laboratory.md), and no arm is ever chosen by the tool. So it is a signal at most.
/// Definition: Huizen H224; domain survey 1.2.
enum LanguageReplay: JudgedIndicator {
    static let about = IndicatorEntry(
        id: "M7", chapter: .test,
        name: .init("Tegenfeitelijke taaltoets", "Counterfactual language replay"),
        question: .init("Hangt het advies af van het verschil in scores tussen toetstalen?", "Does the advice depend on the difference in scores between test languages?"),
        definition: .init(
            "Aandeel dagbesteding bovenaan de lijst, min wat dat aandeel zou zijn als het hele gemiddelde verschil met de toets in de vergelijkingstaal van de toets kwam (lambda 1).",
            "Share of day activity at the top of the list, minus what that share would be if the whole mean difference with the test in the reference language came from the test (lambda 1)."),
        needs: [.relation("assessment_score")], polarity: .higherIsAdverse,
        verdicts: .init(
            equivalent: .init("Ook dan veranderen de lijsten van de groep nauwelijks.", "Even then the group's lists hardly change."),
            disparity: .init("Het advies hangt af van de toetstaal.", "The advice depends on the test language."),
            inconclusive: .init("Te weinig gegevens om te zeggen hoeveel de lijsten veranderen.", "Too few data to say how far the lists change.")),
        citation: "Huizen H224; Kolen & Brennan 2014, 2.3")
    static let restsOnReplay = true
    static let groupedBy = GroupingRule.attribute(.testLanguage)

    static func measure(_ frame: AuditFrame, limits: Thresholds) -> [MeasuredMetric] {
        let depth = limits.analysis.listDepth.value
        let recorded = dayActivity(LanguageArms.asRecorded, frame, depth)
        let without = dayActivity(LanguageArms.lambda(100), frame, depth)
        return [
            MeasuredMetric(
                description: describe(
                    "top\(depth)_day_activity_due_to_language_level", headline: true, unit: "points", adverse: "higher",
                    name: about.name, question: about.question, definition: about.definition,
                    less: .init("minder dagbesteding door het verschil in scores", "less day activity through the difference in scores"),
                    more: .init("meer dagbesteding door het verschil in scores", "more day activity through the difference in scores")),
                observations: .values(
                    PackedValues(count: frame.people.count) { person in
                        recorded?[person].flatMap { now in without?[person].map { now - $0 } }
                    }),
                cap: "assumed_lambda")
        ]
    }

    static func tables(_ frame: AuditFrame, partition: Partition, limits: Thresholds) -> [ReportTable] {
        guard partition.grouping == Grouping(.testLanguage) else { return [] }
        return [armTable(frame, partition, limits), bandTable(frame, partition, limits)]
    }

    /// Table 5.2: per arm and group what the lists hold, how much of them stayed, and who got more day activity than before.
    private static func armTable(_ frame: AuditFrame, _ partition: Partition, _ limits: Thresholds) -> ReportTable {
        let depth = limits.analysis.listDepth.value
        let recorded = dayActivity(LanguageArms.asRecorded, frame, depth)
        var rows: [[ReportTable.Cell]] = []
        for name in LanguageArms.printed {
            guard let figures = frame.arm(name, depth: depth) else { continue }
            func perPerson(_ figure: KeyPath<LanguageArms.Figures, Double?>) -> PackedValues { frame.meanOverRuns { figures[$0][keyPath: figure] } }
            let shares = perPerson(\.dayActivity)
            let exposure = perPerson(\.exposure)
            let overlap = perPerson(\.overlap)
            let firstKind = perPerson(\.otherFirstKind)
            let worse = PackedValues(count: shares.count) { person in recorded?[person].flatMap { now in shares[person].map { $0 > now ? 1 : 0 } } }
            for group in partition.shown {
                let members = partition.members[group] ?? []
                rows.append(
                    [.text(name), .text(group)]
                        + [shares, exposure, overlap, firstKind, worse].map { .number(GroupTable.mean(of: $0, over: members)) })
            }
        }
        return ReportTable(
            id: "5.2", indicator: id, attribute: partition.grouping.name,
            columns: [
                .init("arm"), .init("group"), .init("day_activity_top\(depth)", "per_100"), .init("exposure_day_activity", "per_100"),
                .init("overlap_top\(depth)", "per_100"), .init("other_first_kind", "per_100"), .init("more_day_activity", "per_100"),
            ], rows: rows, notes: ["arms_are_assumptions", "supplier_norms_in_the_laboratory"])
    }

    /// Table 5.3: the band over lambda, each group against the others.
    private static func bandTable(_ frame: AuditFrame, _ partition: Partition, _ limits: Thresholds) -> ReportTable {
        let depth = limits.analysis.listDepth.value
        var rows: [[ReportTable.Cell]] = []
        for percentage in LambdaBand.percentages {
            let arm = percentage == 0 ? LanguageArms.asRecorded : LanguageArms.lambda(percentage)
            guard let shares = dayActivity(arm, frame, depth) else { continue }
            for group in partition.shown {
                let difference = try? Means.difference(
                    group: (partition.members[group] ?? []).compactMap { shares[$0] },
                    reference: partition.reference(of: group).compactMap { shares[$0] }, bounded: true)
                let interval = difference?.interval(level: 0.95)
                rows.append([
                    .count(percentage), .text(group), .number(difference?.estimate), .number(interval?.low), .number(interval?.high),
                ])
            }
        }
        return ReportTable(
            id: "5.3", indicator: id, attribute: partition.grouping.name,
            columns: [.init("lambda", "percent"), .init("group"), .init("gap", "per_100"), .init("low", "per_100"), .init("high", "per_100")],
            rows: rows, notes: ["lambda_is_unknown", "lambda_deciding_data"])
    }

    /// Per person the share under one arm; `nil` where the arm cannot be made.
    private static func dayActivity(_ arm: String, _ frame: AuditFrame, _ depth: Int) -> PackedValues? {
        frame.arm(arm, depth: depth).map { figures in frame.meanOverRuns { figures[$0].dayActivity } }
    }
}
