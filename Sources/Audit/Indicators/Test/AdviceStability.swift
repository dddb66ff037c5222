import Cohort
import MatchReplay
import Metrics

/// M8: how far the advice stands on its own when the test is taken with its error of measurement.
///
/// Two questions that are often taken for one another (verdict rules): agreement with the list of the true score, which is judged, and
/// agreement of two testings, which is printed beside it and is lower. In large cohorts it is measured on a fixed sample of people.
/// Definition: domain survey M8; `ListStability` in MatchReplay.
enum AdviceStability: JudgedIndicator {
    static let about = IndicatorEntry(
        id: "M8", chapter: .test,
        name: .init("Stabiliteit van het advies", "Stability of the advice"),
        question: .init("Is de lijst bij iedereen even stabiel?", "Is the list as stable for everybody?"),
        definition: .init(
            "Hoeveel van de eerste plekken hetzelfde blijven als de scores binnen hun meetfout anders waren uitgevallen.",
            "How many of the first places stay the same had the scores come out otherwise within their error of measurement."),
        needs: [.relation("assessment_score")], optional: [.column("standard_error", of: "assessment_score")], polarity: .lowerIsAdverse,
        parameters: [
            .init(
                name: "draws", unit: "draws", meaning: .init("Trekkingen per deelnemer.", "Draws per participant."), value: 200,
                source: "Proposal of the project: a Monte Carlo error below .04 per participant, far below it per group"),
            .init(
                name: "people", unit: "people",
                meaning: .init("Meting bij hoogstens zoveel deelnemers.", "Measured on at most so many participants."), value: 4000,
                source: "Proposal of the project: more does not change what can be said"),
        ],
        verdicts: .init(
            equivalent: .init("Het advies is voor de groep ongeveer even stabiel.", "The advice is about as stable for the group."),
            disparity: .init("Het advies hangt bij de groep meer van toeval in de toets af.", "For the group the advice depends more on chance in the test."),
            inconclusive: .init("Te weinig gegevens om stabiliteit te vergelijken.", "Too few data to compare stability.")),
        citation: "Huizen H146; Lord & Novick 1968, ch. 3")
    static let restsOnReplay = true

    static func measure(_ frame: AuditFrame, limits: Thresholds) -> [MeasuredMetric] {
        let stability = stability(frame, limits)
        func metric(_ name: String, headline: Bool = false, _ words: AuditReport.Words, _ definition: AuditReport.Words, _ figure: KeyPath<RedrawnAgreement, Double>) -> MeasuredMetric {
            MeasuredMetric(
                description: describe(
                    name, headline: headline, unit: "per_100", adverse: "lower", name: words, question: about.question, definition: definition,
                    less: .init("minder stabiel", "less stable"), more: .init("stabieler", "more stable")),
                observations: .shares(stability.agreements.map { $0?[keyPath: figure] }),
                cap: stability.isAssumed ? "assumed_reliability" : nil)
        }
        return [
            metric(
                "overlap_with_true_list", headline: true, .init("Gelijk gebleven plekken", "Places that stay"), about.definition, \.overlap),
            metric(
                "retest_overlap", .init("Gelijke plekken bij twee keer toetsen", "Places in common of two testings"),
                .init("Deel van de eerste plekken dat twee toetsen van dezelfde persoon gemeen hebben.", "Share of the first places that two testings of one person have in common."),
                \.retestOverlap),
        ]
    }

    static func tables(_ frame: AuditFrame, partition: Partition, limits: Thresholds) -> [ReportTable] {
        let figures: [(String, KeyPath<RedrawnAgreement, Double>)] = [
            ("true_first_place", \.firstPlace), ("true_overlap", \.overlap), ("retest_first_place", \.retestFirstPlace),
            ("retest_overlap", \.retestOverlap),
        ]
        let (values, isAssumed) = frame.scratch.value("\(id) stability") { () -> ([PackedValues], Bool) in
            let stability = stability(frame, limits)
            return (figures.map { figure in PackedValues(stability.agreements.lazy.map { $0?[keyPath: figure.1] }) }, stability.isAssumed)
        }
        return [
            GroupTable.make(
                id: "5.4", indicator: id, partition: partition,
                columns: [.init("participants", "people")] + figures.map { .init($0.0, "per_100") },
                notes: ["stability_draws"] + (isAssumed ? ["assumed_reliability_80"] : [])
            ) { _, members in
                [.count(members.count)] + values.map { .number(GroupTable.mean(of: $0, over: members)) }
            }
        ]
    }

    private struct Measured {
        /// Parallel to the people.
        let agreements: [RedrawnAgreement?]
        /// Whether standard errors had to be assumed.
        let isAssumed: Bool
    }

    private static func stability(_ frame: AuditFrame, _ limits: Thresholds) -> Measured {
        let redrawn = frame.redrawn(limits)
        return Measured(
            agreements: frame.people.map { redrawn.agreements[frame.snapshot.participants[$0.participant].participantId] }, isAssumed: redrawn.isAssumed)
    }
}
