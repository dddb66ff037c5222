import Cohort
import MatchReplay
import Metrics

/// M22: whether employers pick, among people who are shown at the same place on the list.
///
/// *Shown* is the transposed replay: among the first candidates of a place on a view's day. Per person the contacts that an employer
/// began with somebody shown, minus what everybody at those ranks gets, per time shown. So a group that is shown less often, or further
/// down (M4), is not counted as picked less often. A difference in either direction is a finding; fewer contacts is the adverse one.
/// Definition: Utrecht U158-170, U292-294, U334; domain survey M22; docs on verdicts, "easily misread".
enum EmployerMix: JudgedIndicator {
    static let about = IndicatorEntry(
        id: "M22", chapter: .platform, name: .init("Benaderd bij gelijke plaats", "Contacted at equal rank"),
        question: .init(
            "Benaderen werkgevers mensen die op dezelfde plaats in de lijst staan, even vaak?",
            "Do employers contact everybody as often who stands at the same rank?"),
        definition: .init(
            "Contacten die een werkgever begon met iemand die bij een plek werd getoond, min wat iedereen op die plaatsen in de lijst krijgt, per keer getoond. Alleen mensen die werkgevers direct mogen benaderen.",
            "Contacts that an employer began with somebody who was shown for a place, minus what everybody at those ranks gets, per time shown. Only people whom employers may approach directly."),
        needs: [.relation("employer_contact"), .column("workplace_id", of: "employer_contact")],
        optional: [
            .column("target_group_register", of: "participant"), .relation("participant_ability"), .relation("placement"),
            .column("employer_id", of: "workplace"),
        ],
        polarity: .lowerIsAdverse,
        parameters: [
            .init(
                name: "shownDepth", unit: "number",
                meaning: .init("Zo veel kandidaten per plek gelden als getoond.", "So many candidates of each place count as shown."), value: 25,
                source: "Proposal of the project; not yet signed by the organisation; domain survey M22"),
            .init(
                name: "minimumPattern", unit: "people",
                meaning: .init("Over minder mensen wordt niets per mogelijkheid getoond.", "Over fewer people nothing is shown by ability."), value: 30,
                source: "Domain survey U92-96"),
            .init(
                name: "minimumEmployers", unit: "number",
                meaning: .init("Met minder werkgevers wordt geen concentratie getoond.", "With fewer employers no concentration is shown."), value: 3,
                source: "Domain survey 3.1, rule 6"),
            .init(
                name: "largestEmployer", unit: "per_100",
                meaning: .init(
                    "Heeft één werkgever een groter deel, dan wordt geen concentratie getoond.", "Where one employer has a larger share no concentration is shown."),
                value: 0.85, source: "Domain survey 3.1, dominance_k"),
        ] + CandidateViews.parameters,
        verdicts: .init(
            equivalent: .init(
                "Op dezelfde plaats in de lijst wordt deze groep ongeveer even vaak benaderd.", "At the same rank this group is contacted about as often."),
            disparity: .init(
                "Op dezelfde plaats in de lijst wordt deze groep minder (of meer) benaderd.", "At the same rank this group is contacted less (or more).")),
        citation: "Utrecht U92-96, U158-170, U292-294, U334; Mantel & Haenszel (1959)")
    static let restsOnReplay = true

    static func unavailability(in snapshot: Snapshot) -> String? {
        about.missing(in: snapshot) ?? (snapshot.contacts.isEmpty ? "relation_empty:employer_contact" : nil)
    }

    static func measure(_ frame: AuditFrame, limits: Thresholds) -> [MeasuredMetric] {
        guard let contacts = contacts(frame, limits) else { return [] }
        return [
            MeasuredMetric(
                description: describe(
                    "contact_at_equal_rank", headline: true, unit: "points", adverse: "lower", name: about.name, question: about.question,
                    definition: about.definition,
                    less: .init("minder vaak benaderd", "contacted less often"), more: .init("vaker benaderd", "contacted more often")),
                observations: .values(contacts.aboveExpected)),
            MeasuredMetric(
                description: describe(
                    "started_by_participant", unit: "per_100", adverse: "neither", name: .init("Contact zelf begonnen", "Contact started by the person"),
                    question: .init("Begint iedereen even vaak zelf een contact?", "Does everybody start contacts as often?"),
                    definition: .init(
                        "Deel van de contacten met werkgevers dat iemand zelf begon.", "Share of somebody's contacts with employers that they started themselves."),
                    less: .init("minder vaak zelf begonnen", "started less often"), more: .init("vaker zelf begonnen", "started more often")),
                observations: .shares(contacts.startedByParticipant)),
        ]
    }

    static func contacts(_ frame: AuditFrame, _ limits: Thresholds) -> ContactsWhenShown? {
        frame.memo.value("M22") {
            CandidateViews.of(frame, indicator: about.id, depth: "shownDepth", limits: limits).map { ContactsWhenShown($0, frame) }
        }
    }
}
