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
        let recorded = dayActivity(frame, depth)
        let without = arm(wholeBand, frame).map { dayActivity(frame.with(replayed: $0), depth) } ?? frame.people.map { _ in nil }
        return [
            MeasuredMetric(
                description: describe(
                    "top\(depth)_day_activity_due_to_language_level", headline: true, unit: "points", adverse: "higher",
                    name: about.name, question: about.question, definition: about.definition,
                    less: .init("minder dagbesteding door het verschil in scores", "less day activity through the difference in scores"),
                    more: .init("meer dagbesteding door het verschil in scores", "more day activity through the difference in scores")),
                observations: .values(zip(recorded, without).map { now, then in now.flatMap { now in then.map { now - $0 } } }),
                cap: "assumed_lambda")
        ]
    }

    /// R0 as recorded, A1 norms per language, B ideal profiles per language (as delivered, and derived), C shape only; A2, the
    /// supplier's own norm table, is the laboratory's (`whatif --norm-table`), because the database holds none.
    static let arms = ["as_recorded", "norms_mean_sigma", "profiles_per_language", "profiles_derived", "shape_only"]

    static func tables(_ frame: AuditFrame, partition: Partition, limits: Thresholds) -> [ReportTable] {
        guard partition.grouping == Grouping(.testLanguage) else { return [] }
        return [armTable(frame, partition, limits), bandTable(frame, partition, limits)]
    }

    /// Table 5.2: per arm and group what the lists hold, how much of them stayed, and who got more day activity than before.
    private static func armTable(_ frame: AuditFrame, _ partition: Partition, _ limits: Thresholds) -> ReportTable {
        let depth = limits.analysis.listDepth.value
        let recorded = dayActivity(frame, depth)
        var rows: [[ReportTable.Cell]] = []
        for name in arms {
            guard let lists = name == "as_recorded" ? frame.replayed : arm(name, frame) else { continue }
            let changed = frame.with(replayed: lists)
            let shares = dayActivity(changed, depth)
            let exposure = ListComposition.exposures(changed, depth: .max) { $0.workKind == ListComposition.dayActivity }
            let overlap = frame.meanOverRuns { run in
                let now = Set(frame.places(ofRun: run, first: depth))
                return now.isEmpty ? nil : Double(changed.places(ofRun: run, first: depth).count { now.contains($0) }) / Double(now.count)
            }
            let firstKind = frame.meanOverRuns { run in
                guard let now = frame.replayed[run].workplaces.first, let then = lists[run].workplaces.first else { return nil }
                return frame.snapshot.workplaces[now].workKind == frame.snapshot.workplaces[then].workKind ? 0 : 1
            }
            let worse = zip(recorded, shares).map { now, then in now.flatMap { now in then.map { $0 > now ? 1.0 : 0 } } }
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
            guard let lists = percentage == 0 ? frame.replayed : arm("lambda:\(percentage)", frame) else { continue }
            let shares = dayActivity(frame.with(replayed: lists), depth)
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

    private static func dayActivity(_ frame: AuditFrame, _ depth: Int) -> [Double?] {
        ListComposition.shares(frame, depth: depth) { $0.workKind == ListComposition.dayActivity }
    }

    /// The lists of one arm for every run; `nil` where it cannot be made: no reference language, or too few people tested in it.
    private static func arm(_ id: String, _ frame: AuditFrame) -> [ReplayedList]? {
        // Measured and printed: the only arm that is needed twice.
        id == wholeBand ? frame.memo.value(id) { lists(id, frame) } : lists(id, frame)
    }

    private static let wholeBand = "lambda:100"

    private static func lists(_ id: String, _ frame: AuditFrame) -> [ReplayedList]? {
        guard let core = frame.core else { return nil }
        var options = ScenarioCatalogue.Options()
        options.reference = frame.system.attribute(.testLanguage)?.reference ?? options.reference
        guard let scenario = try? ScenarioCatalogue(options).scenario(id),
            let changed = try? scenario.apply(ReplayInput(snapshot: frame.snapshot, core: core))
        else { return nil }
        return try? Replay(snapshot: changed.snapshot, core: changed.core).recordedLengthLists(threads: frame.threads)
    }
}
