import Cohort
import MatchReplay
import Metrics

/// M4: whether employers get to see everybody.
///
/// Fairness to those who are ranked is asked of the ranking they stand in: per place the candidates, nearest first. Attention falls
/// with rank as 1/log2(1 + rank) and ends where a list ends. The equal share is among those whom a place may list: where the core keeps
/// people off by hours or abilities, that is a lawful need and not counted here. Definition: Utrecht U158-170, U208-210, U300-307; domain survey M4.
enum CandidateExposure: JudgedIndicator {
    static let about = IndicatorEntry(
        id: "M4", chapter: .platform, name: .init("Zichtbaarheid van kandidaten", "Visibility of candidates"),
        question: .init("Zijn alle mensen voor werkgevers even goed te vinden?", "Can employers find everybody equally well?"),
        definition: .init(
            "Aandacht die iemand op de kandidatenlijsten van plekken krijgt, gedeeld door een gelijk deel voor iedereen die op die lijsten mag staan. Aandacht neemt af met de plaats op de lijst.",
            "Attention that somebody gets on places' lists of candidates, over an equal share for everybody who may stand on those lists. Attention falls with the rank on the list."),
        optional: [.relation("participant_ability"), .relation("workplace_demand"), .relation("travel_time"), .relation("placement")],
        polarity: .lowerIsAdverse,
        parameters: [
            .init(
                name: "exposureDepth", unit: "number",
                meaning: .init("Zo veel kandidaten per plek krijgen aandacht.", "So many candidates of each place get attention."), value: 25,
                source: "Proposal of the project; not yet signed by the organisation; domain survey M4")
        ] + CandidateViews.parameters,
        verdicts: .init(
            equivalent: .init("Deze groep krijgt ongeveer een gelijk deel van de aandacht.", "This group gets about an equal share of the attention."),
            disparity: .init("Deze groep krijgt minder (of meer) aandacht dan een gelijk deel.", "This group gets less (or more) attention than an equal share.")),
        citation:
            "Utrecht report U158-170, U208-210; Singh and Joachims (2018), KDD; Geyik, Ambler and Kenthapadi (2019), KDD 2019:2221-2231")
    static let restsOnReplay = true

    static func measure(_ frame: AuditFrame, limits: Thresholds) -> [MeasuredMetric] {
        guard let attention = attention(frame, limits) else { return [] }
        return [
            MeasuredMetric(
                description: describe(
                    "relative_attention", headline: true, unit: "ratio", adverse: "lower",
                    name: .init("Aandacht van werkgevers", "Attention of employers"), question: about.question, definition: about.definition,
                    less: .init("minder zichtbaar", "less visible"), more: .init("zichtbaarder", "more visible")),
                observations: .values(attention.relative))
        ]
    }

    private static func views(_ frame: AuditFrame, _ limits: Thresholds) -> CandidateViews? {
        CandidateViews.of(frame, indicator: about.id, depth: "exposureDepth", limits: limits)
    }

    private static func attention(_ frame: AuditFrame, _ limits: Thresholds) -> CandidateAttention? {
        frame.memo.value("M4") { views(frame, limits).map { CandidateAttention($0, people: frame.people.count) } }
    }

    /// Table 10.1: attention, skew of the lists, and who is on none.
    static func tables(_ frame: AuditFrame, partition: Partition, limits: Thresholds) -> [ReportTable] {
        guard let attention = attention(frame, limits) else { return [] }
        let depth = Int(limits.parameter("exposureDepth", of: about.id))
        let never = GroupFigures(attention.found.map { $0.map { !$0 } }, by: partition.grouping, frame, limits)
        return [
            GroupTable.make(
                id: "10.1", indicator: about.id, partition: partition,
                columns: [
                    .init("candidates", "people"), .init("relative_attention", "ratio"), .init("skew_top\(depth)", "number"), .init("never_found", "per_100"),
                ], notes: ["monthly_candidate_lists", "skew_of_shown"]
            ) { group, members in
                [
                    .count(members.count), .number(GroupTable.mean(of: attention.relative, over: members)), .number(attention.skew(of: members)),
                    never.mean(group),
                ]
            }
        ]
    }

    /// Table 10.1 of everybody: how far the lists' groups lie from those who could be found, beside what chance gives.
    static func cohortTables(_ frame: AuditFrame, limits: Thresholds) -> [ReportTable] {
        guard let views = views(frame, limits) else { return [] }
        let rows = frame.system.attributes.map(\.attribute).compactMap { attribute -> [ReportTable.Cell]? in
            ListDivergence(views, labels: frame.labels(of: attribute), limits: limits).map {
                [.text(attribute.rawValue), .number($0.observed), .number($0.byChance)]
            }
        }
        guard !rows.isEmpty else { return [] }
        return [
            ReportTable(
                id: "10.1", indicator: about.id, attribute: nil,
                columns: [.init("attribute"), .init("divergence", "number"), .init("divergence_chance", "number")], rows: rows,
                notes: ["divergence_chance"])
        ]
    }
}
