import Cohort
import Metrics

/// M12: whether the advice is followed blindly.
///
/// Following is not blind because it is frequent: the question is whether it depends on how good the advice is. Judged is following of
/// *weak* advice, within counsellor; over the whole cohort stands the slope of following on the margin between the first two places.
/// Definition: Huizen H162, H191; domain survey M12; docs on verdicts, "easily misread".
enum FollowRate: JudgedIndicator {
    static let about = IndicatorEntry(
        id: "M12", chapter: .human, name: .init("Volgen en blind vertrouwen", "Following and blind trust"),
        question: .init("Wordt zwak advies bij iedereen even vaak gevolgd?", "Is weak advice followed as often for everybody?"),
        definition: .init(
            "Deel van de keuzes waarbij de eerste plek van de lijst is gekozen terwijl het advies zwak was: de toets had een kanttekening, of de eerste plek was nauwelijks dichterbij dan de tweede. Vergeleken bij dezelfde consulent.",
            "Share of choices for the first place on the list when the advice was weak: the test carried a quality flag, or the first place was hardly nearer than the second. With the same counsellor."),
        needs: [.relation("choice")], optional: [.column("counsellor_id", of: "choice"), .column("quality_flag", of: "assessment")],
        polarity: .higherIsAdverse,
        parameters: [
            .init(
                name: "weakShare", unit: "per_100",
                meaning: .init(
                    "Dit deel van de keuzes, met het kleinste verschil tussen de eerste twee plekken, heet zwak advies.",
                    "This share of the choices, with the smallest margin between the first two places, is called weak advice."),
                value: 0.5, source: "Proposal of the project; not yet signed by the organisation"),
            .init(
                name: "blindSlope", unit: "number",
                meaning: .init(
                    "Zo vlak moet het verband tussen volgen en advies zijn (logaritme van de kansverhouding per standaardafwijking) om het blind te noemen.",
                    "So flat must following be against the advice (log odds per standard deviation) to be called blind."),
                value: 0.2, source: "Proposal of the project; not yet signed by the organisation"),
            .init(
                name: "followHigh", unit: "per_100",
                meaning: .init("Blind volgen is alleen mogelijk als ten minste dit deel wordt gevolgd.", "Following can be blind only when at least this share is followed."),
                value: 0.9, source: "Domain survey 3.2, human.follow_high; CJEU C-634/21, 'in nearly all cases'"),
        ],
        verdicts: .init(
            equivalent: .init("Zwak advies wordt bij deze groep ongeveer even vaak gevolgd.", "Weak advice is followed about as often for this group."),
            disparity: .init("Zwak advies wordt bij deze groep vaker (of minder vaak) gevolgd.", "Weak advice is followed more (or less) often for this group.")),
        citation: "Huizen H162, H191; Algorithm Audit, Betekenisvolle menselijke tussenkomst (2025)")
    static let restsOnReplay = true
    static let judgedStratum = Stratum.counsellor

    static func measure(_ frame: AuditFrame, limits: Thresholds) -> [MeasuredMetric] {
        let cap = frame.snapshot.offers("counsellor_id", of: "choice") ? nil : "no_counsellor"
        let following = frame.memo.value("M12") { Following(frame) }
        let depth = limits.analysis.listDepth.value
        return [
            MeasuredMetric(
                description: describe(
                    "followed_weak_advice", headline: true, unit: "per_100", adverse: "higher",
                    name: .init("Zwak advies gevolgd", "Weak advice followed"), question: about.question, definition: about.definition,
                    less: .init("minder vaak gevolgd", "followed less often"), more: .init("vaker gevolgd", "followed more often")),
                observations: .outcomes(followed(following, weak: true, limits)), cap: cap),
            MeasuredMetric(
                description: describe(
                    "follow_rate", unit: "per_100", adverse: "neither", name: .init("Eerste plek gekozen", "First place chosen"),
                    question: .init("Wordt de eerste plek bij iedereen even vaak gekozen?", "Is the first place chosen as often for everybody?"),
                    definition: .init(
                        "Deel van de keuzes dat de eerste plek van de lijst is, bij dezelfde consulent.",
                        "Share of choices that are the first place on the list, with the same counsellor."),
                    less: .init("minder vaak gevolgd", "followed less often"), more: .init("vaker gevolgd", "followed more often")),
                observations: .outcomes(following.followed), cap: cap),
            MeasuredMetric(
                description: describe(
                    "choice_in_top\(depth)", unit: "per_100", adverse: "neither",
                    name: .init("Keuze uit de top \(depth)", "Choice from the top \(depth)"),
                    question: .init("Wordt bij iedereen even vaak uit de top \(depth) gekozen?", "Is the choice from the top \(depth) as often for everybody?"),
                    definition: .init(
                        "Deel van de keuzes dat bij de eerste \(depth) plekken van de lijst hoort, bij dezelfde consulent.",
                        "Share of choices that are among the first \(depth) places on the list, with the same counsellor."),
                    less: .init("minder vaak uit de top", "less often from the top"), more: .init("vaker uit de top", "more often from the top")),
                observations: .outcomes(inTop(following, depth)), cap: cap),
        ]
    }

    /// - Parameter weak: `false` = of the other advice.
    private static func followed(_ following: Following, weak: Bool, _ limits: Thresholds) -> [Bool?] {
        let isWeak = following.isWeak(share: limits.parameter("weakShare", of: about.id))
        return following.followed.indices.map { isWeak[$0] == weak ? following.followed[$0] : nil }
    }

    private static func inTop(_ following: Following, _ depth: Int) -> [Bool?] {
        following.followed.indices.map { person in following.followed[person].map { _ in following.rank[person].map { $0 <= depth } ?? false } }
    }

    /// Table 7.2: following of weak and of other advice.
    static func tables(_ frame: AuditFrame, partition: Partition, limits: Thresholds) -> [ReportTable] {
        let following = frame.memo.value("M12") { Following(frame) }
        let weak = followed(following, weak: true, limits).map { $0.map { $0 ? 1.0 : 0 } }
        let other = GroupFigures(followed(following, weak: false, limits), by: partition.grouping, frame, limits)
        let flagged = GroupFigures(
            following.followed.indices.map { following.flagged[$0] ? following.followed[$0] : nil }, by: partition.grouping, frame, limits)
        return [
            GroupTable.make(
                id: "7.2", indicator: about.id, partition: partition,
                columns: [
                    .init("with_weak_advice", "people"), .init("followed_weak", "per_100"), .init("followed_other", "per_100"),
                    .init("followed_flagged", "per_100"),
                ], notes: ["weak_advice"]
            ) { group, members in
                [.count(members.count), .number(GroupTable.mean(of: weak, over: members)), other.mean(group), flagged.mean(group)]
            }
        ]
    }

    /// Table 7.2 of everybody: does following depend on the advice?
    static func cohortTables(_ frame: AuditFrame, limits: Thresholds) -> [ReportTable] {
        let following = frame.memo.value("M12") { Following(frame) }
        let trust = BlindTrust(following, limits: limits)
        return [
            ReportTable(
                id: "7.2", indicator: about.id, attribute: nil,
                columns: [
                    .init("with_choice", "people"), .init("follow_rate", "per_100"), .init("follow_slope", "number"), .init("low", "number"),
                    .init("high", "number"), .init("blind_slope", "number"), .init("blind_verdict"),
                ],
                rows: [[
                    CohortFigures.count(trust.people, limits: limits), .number(trust.rate), .number(trust.slope), .number(trust.interval?.low),
                    .number(trust.interval?.high), .number(limits.parameter("blindSlope", of: about.id)), .text(trust.code.rawValue),
                ]], notes: ["slope_per_deviation", "choices_independent"])
        ]
    }
}
