import Cohort
import Metrics

/// M14: how much it matters which counsellor somebody has.
///
/// The intraclass correlation of following the first place: which part of the variation lies between counsellors. One total over the
/// whole cohort; never a figure per counsellor. Differences in whom counsellors serve are in it.
/// Definition: Huizen H147, H162; Utrecht U185; domain survey M14.
enum CounsellorSpread: JudgedIndicator {
    static let about = IndicatorEntry(
        id: "M14", chapter: .human, name: .init("Spreiding tussen consulenten", "Spread between counsellors"),
        question: .init("Maakt het uit welke consulent iemand heeft?", "Does it matter which counsellor somebody has?"),
        definition: .init(
            "Deel van de variatie in het volgen van de lijst dat tussen consulenten ligt (intraklassecorrelatie): 0 = de consulent maakt niet uit, 1 = de consulent bepaalt alles. Alleen het totaal wordt berekend en getoond.",
            "Share of the variation in following the list that lies between counsellors (intraclass correlation): 0 = the counsellor does not matter, 1 = the counsellor decides everything. Only the total is computed and shown."),
        needs: [.relation("choice"), .column("counsellor_id", of: "choice")], optional: [], polarity: .higherIsAdverse,
        parameters: [
            .init(
                name: "minimumCounsellors", unit: "number",
                meaning: .init("Met minder consulenten wordt niets berekend.", "With fewer counsellors nothing is computed."), value: 5,
                source: "Proposal of the project; not yet signed by the organisation; protects counsellors (WOR art. 27)"),
            .init(
                name: "minimumChoices", unit: "number",
                meaning: .init("Consulenten met minder keuzes tellen niet mee.", "Counsellors with fewer choices do not count."), value: 10,
                source: "Proposal of the project; not yet signed by the organisation; disclosure practice, rule of ten"),
        ],
        verdicts: .init(
            equivalent: .init("De consulent maakt weinig uit voor het volgen van de lijst.", "The counsellor matters little for following the list."),
            disparity: .init("Het maakt uit welke consulent iemand heeft.", "It matters which counsellor somebody has.")),
        citation: "Huizen H147, H162; Searle (1971); Smith (1957)")
    static let groupedBy = GroupingRule.everybody

    static func measure(_ frame: AuditFrame, limits: Thresholds) -> [MeasuredMetric] {
        let choices = CounsellorChoices(frame)
        let (least, size) = (Int(limits.parameter("minimumCounsellors", of: about.id)), Int(limits.parameter("minimumChoices", of: about.id)))
        return [
            MeasuredMetric(
                description: describe(
                    "counsellor_spread", headline: true, unit: "ratio", adverse: "higher", name: about.name, question: about.question,
                    definition: about.definition,
                    less: .init("consulent maakt minder uit", "counsellor matters less"), more: .init("consulent maakt meer uit", "counsellor matters more")),
                observations: .contrast(
                    Contrast(
                        population: choices.followed.indices.map { choices.counsellor[$0] != nil && choices.followed[$0] != nil }, isRate: false,
                        difference: { sides throws(Undefined) in try choices.spread(of: sides.group, counsellors: least, choices: size) })))
        ]
    }

    /// Table 7.4: the total, and nothing but the total.
    static func cohortTables(_ frame: AuditFrame, limits: Thresholds) -> [ReportTable] {
        let choices = CounsellorChoices(frame)
        let (least, size) = (Int(limits.parameter("minimumCounsellors", of: about.id)), Int(limits.parameter("minimumChoices", of: about.id)))
        let spread = try? choices.spread(of: Array(choices.followed.indices), counsellors: least, choices: size)
        let interval = spread?.interval(level: 0.95)
        return [
            ReportTable(
                id: "7.4", indicator: about.id, attribute: nil,
                columns: [
                    .init("counsellors", "number"), .init("with_choice", "people"), .init("counsellor_spread", "ratio"), .init("low", "ratio"),
                    .init("high", "ratio"),
                ],
                rows: [[
                    spread.map { .count($0.clusters.count) } ?? .none, spread.map { .count($0.groupCount) } ?? .none, .number(spread?.estimate),
                    .number(interval?.low), .number(interval?.high),
                ]], notes: ["never_per_counsellor"])
        ]
    }
}

/// Who decided for whom, as numbers without meaning of their own.
struct CounsellorChoices: Sendable {
    /// Parallel to the people; `nil` = unknown.
    let counsellor: [Int?]
    let followed: [Bool?]

    init(_ frame: AuditFrame) {
        followed = frame.memo.value("M12") { Following(frame) }.followed
        var numbers: [Pseudonym: Int] = [:]
        counsellor = frame.people.map { person in
            person.choice.flatMap { frame.snapshot.choices[$0].counsellorId }.map { id in
                if let number = numbers[id] { return number }
                numbers[id] = numbers.count
                return numbers.count - 1
            }
        }
    }

    /// - Throws: `tooFewStrata` with fewer than so many counsellors who have enough choices; what the statistic throws.
    func spread(of people: [Int], counsellors: Int, choices: Int) throws(Undefined) -> IntraclassCorrelation {
        var clusters: [Int: IntraclassCorrelation.Cluster] = [:]
        for person in people {
            guard let counsellor = counsellor[person], let followed = followed[person] else { continue }
            clusters[counsellor, default: .init(events: 0, total: 0)].total += 1
            if followed { clusters[counsellor, default: .init(events: 0, total: 0)].events += 1 }
        }
        let enough = clusters.filter { $0.value.total >= choices }
        guard enough.count >= counsellors else { throw .tooFewStrata(needed: counsellors) }
        return try IntraclassCorrelation(clusters: enough.sorted { $0.key < $1.key }.map(\.value))
    }
}
