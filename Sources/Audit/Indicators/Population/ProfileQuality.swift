import Cohort
import MatchReplay
import Metrics

/// M10: how long a wrong profile keeps working through.
///
/// A profile counts as wrong when a later sitting took its place (`superseded_by`) and was completed in the window. Only errors that
/// were found can be seen: the duration is among those found, and the rate of finding stands beside it in every group.
/// Definition: Huizen H173, H188; domain survey M10; docs on verdicts, "easily misread".
enum ProfileQuality: JudgedIndicator {
    static let about = IndicatorEntry(
        id: "M10", chapter: .population, name: .init("Kwaliteit en doorwerking van het profiel", "Quality of the profile and how long errors last"),
        question: .init(
            "Werkt een verkeerd profiel bij iedereen even lang door?", "Does a wrong profile keep working through equally long for everybody?"),
        definition: .init(
            "Aantal dagen tussen de afronding van een toets die later is vervangen en de afronding van de nieuwe toets, bij mensen bij wie in de periode een fout is gevonden. Fouten die niemand vond, zijn niet te zien.",
            "Days from the completion of a test that was superseded later to the completion of the one that superseded it, among people whose error was found in the period. Errors that nobody found cannot be seen."),
        needs: [.column("superseded_by", of: "assessment"), .column("completed_at", of: "assessment")],
        optional: [.column("quality_flag", of: "assessment"), .column("completeness", of: "assessment")], polarity: .higherIsAdverse,
        parameters: [],
        verdicts: .init(
            equivalent: .init(
                "Gevonden fouten werken in deze groep ongeveer even lang door.", "Errors that were found last about as long in this group."),
            disparity: .init(
                "Een gevonden fout werkt in deze groep langer (of korter) door.", "An error that was found lasts longer (or shorter) in this group."),
            inconclusive: .init(
                "Er zijn te weinig gevonden fouten om dat te zeggen.", "Too few errors were found to say so.")),
        citation: "Huizen H173, H188")

    static func measure(_ frame: AuditFrame, limits: Thresholds) -> [MeasuredMetric] {
        let history = frame.memo.value("M10") { ProfileHistory(frame) }
        var metrics = [
            MeasuredMetric(
                description: describe(
                    "days_on_wrong_profile", headline: true, unit: "days", adverse: "higher",
                    name: .init("Dagen op een verkeerd profiel", "Days on a wrong profile"), question: about.question, definition: about.definition,
                    less: .init("kortere doorwerking", "errors last shorter"), more: .init("langere doorwerking", "errors last longer")),
                observations: .values(history.wrong.map { $0.map { Double($0.days) } })),
            MeasuredMetric(
                description: describe(
                    "detected_errors", unit: "per_100", adverse: "neither", name: .init("Gevonden fouten", "Errors found"),
                    question: .init("Wordt bij iedereen even vaak een fout in het profiel gevonden?", "Is an error in the profile found as often for everybody?"),
                    definition: .init(
                        "Deel van de mensen met een afgeronde toets van wie in de periode een verkeerd profiel is vervangen.",
                        "Share of people with a completed test of whom a wrong profile was superseded in the period."),
                    less: .init("minder vaak een fout gevonden", "errors found less often"),
                    more: .init("vaker een fout gevonden", "errors found more often")),
                observations: .outcomes(history.detected)),
            MeasuredMetric(
                description: describe(
                    "lists_on_wrong_profile", unit: "lists", adverse: "higher",
                    name: .init("Lijsten op een verkeerd profiel", "Lists made on a wrong profile"),
                    question: .init(
                        "Worden op een verkeerd profiel voor iedereen even veel lijsten gemaakt?",
                        "Are as many lists made on a wrong profile for everybody?"),
                    definition: .init(
                        "Lijsten die zijn gemaakt van een toets die later is vervangen, bij mensen van wie een fout is gevonden.",
                        "Lists that were made from a test that was superseded later, among people whose error was found."),
                    less: .init("minder lijsten", "fewer lists"), more: .init("meer lijsten", "more lists")),
                observations: .values(history.wrong.map { $0.map { Double($0.runs.count) } })),
        ]
        if frame.snapshot.offers("quality_flag", of: "assessment") {
            metrics.append(
                MeasuredMetric(
                    description: describe(
                        "quality_flagged", unit: "per_100", adverse: "higher", name: .init("Toets met een kanttekening", "Test with a quality flag"),
                        question: .init("Krijgt ieders toets even vaak een kanttekening?", "Does everybody's test get a quality flag as often?"),
                        definition: .init(
                            "Deel van de mensen met een afgeronde toets van wie de laatste een kanttekening heeft, zoals te snel ingevuld.",
                            "Share of people with a completed test of whom the last one carries a flag, such as answered too fast."),
                        less: .init("minder vaak een kanttekening", "flagged less often"), more: .init("vaker een kanttekening", "flagged more often")),
                    observations: .outcomes(history.flagged)))
        }
        if frame.snapshot.offers("completeness", of: "assessment") {
            metrics.append(
                MeasuredMetric(
                    description: describe(
                        "completeness", unit: "per_100", adverse: "lower", name: .init("Volledigheid van de toets", "Completeness of the test"),
                        question: .init("Is ieders profiel even volledig?", "Is everybody's profile equally complete?"),
                        definition: .init(
                            "Deel van de vragen dat is beantwoord in de laatste afgeronde toets.", "Share of the questions that was answered in the last completed test."),
                        less: .init("minder volledig", "less complete"), more: .init("vollediger", "more complete")),
                    observations: .shares(history.completeness)))
        }
        return metrics
    }

    /// Table 4.3: how long errors last, with the rate at which they are found beside it.
    static func tables(_ frame: AuditFrame, partition: Partition, limits: Thresholds) -> [ReportTable] {
        let history = frame.memo.value("M10") { ProfileHistory(frame) }
        let days = history.wrong.map { $0.map { Double($0.days) } }
        let lists = history.wrong.map { $0.map { Double($0.runs.count) } }
        let grouping = partition.grouping
        let detected = GroupFigures(history.detected, by: grouping, frame, limits)
        let flagged = GroupFigures(history.flagged, by: grouping, frame, limits)
        let completeness = GroupFigures(values: history.completeness, by: grouping, frame, limits)
        let median = GroupFigures(values: days, by: grouping, frame, limits)
        return [
            GroupTable.make(
                id: "4.3", indicator: about.id, partition: partition,
                columns: [
                    .init("errors_found", "people"), .init("detection_rate", "per_100"), .init("mean_days_wrong", "days"),
                    .init("median_days_wrong", "days"), .init("lists_on_wrong_profile", "number"), .init("quality_flagged", "per_100"),
                    .init("completeness", "per_100"),
                ], notes: ["only_errors_found"]
            ) { group, members in
                [
                    .count(members.count), detected.mean(group), .number(GroupTable.mean(of: days, over: members)),
                    median.median(group, limits: limits), .number(GroupTable.mean(of: lists, over: members)), flagged.mean(group),
                    completeness.mean(group),
                ]
            }
        ]
    }

    /// Table 4.3 of everybody: what the lists would have been with the corrected profile.
    static func cohortTables(_ frame: AuditFrame, limits: Thresholds) -> [ReportTable] {
        let history = frame.memo.value("M10") { ProfileHistory(frame) }
        let overlaps = CorrectedLists.overlaps(frame, history, depth: limits.analysis.listDepth.value)
        let found = history.wrong.count { $0 != nil }
        return [
            ReportTable(
                id: "4.3", indicator: about.id, attribute: nil,
                columns: [
                    .init("errors_found", "people"), .init("detection_rate", "per_100"), .init("mean_days_wrong", "days"),
                    .init("lists_on_wrong_profile", "number"), .init("overlap_corrected_top\(limits.analysis.listDepth.value)", "per_100"),
                ],
                rows: [[
                    CohortFigures.count(found, limits: limits), .number(CohortFigures.share(history.detected, limits: limits)),
                    .number(CohortFigures.mean(history.wrong.map { $0.map { Double($0.days) } }, limits: limits)),
                    .number(CohortFigures.mean(history.wrong.map { $0.map { Double($0.runs.count) } }, limits: limits)),
                    .number(CohortFigures.mean(overlaps, limits: limits)),
                ]], notes: ["only_errors_found", "overlap_with_corrected"])
        ]
    }
}
