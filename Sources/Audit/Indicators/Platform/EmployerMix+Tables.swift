import Cohort
import Metrics

extension EmployerMix {
    /// Table 10.2: contacts when shown, beside what the ranks would give.
    static func tables(_ frame: AuditFrame, partition: Partition, limits: Thresholds) -> [ReportTable] {
        guard let contacts = contacts(frame, limits) else { return [] }
        let own = GroupFigures(values: contacts.startedByParticipant, by: partition.grouping, frame, limits)
        return [
            GroupTable.make(
                id: "10.2", indicator: about.id, partition: partition,
                columns: [
                    .init("shown_people", "people"), .init("times_shown", "number"), .init("contacts_when_shown", "per_100"),
                    .init("contacts_expected", "per_100"), .init("odds_ratio", "ratio"), .init("started_by_participant", "per_100"),
                ], notes: ["monthly_candidate_lists", "shown_by_replay"]
            ) { group, members in
                let cells = contacts.cells(members, limits: limits)
                let isShown = cells[1] != .none
                let ratio = group == Attribute.unknown || !isShown ? nil : contacts.oddsRatio(members, partition.reference(of: group))
                return [.count(members.count)] + cells + [.number(ratio), own.mean(group)]
            }
        ]
    }

    static func cohortTables(_ frame: AuditFrame, limits: Thresholds) -> [ReportTable] {
        [patterns(frame, limits), employers(frame, limits)].compactMap { $0 }
    }

    /// Table 10.2 of those in the register: by what they can do, and by whether they can be approached directly.
    /// Only where the system's record allows the register, and where both sides are large enough.
    private static func patterns(_ frame: AuditFrame, _ limits: Thresholds) -> ReportTable? {
        guard frame.system.attribute(.targetGroupRegister) != nil, frame.snapshot.offers("participant_ability"),
            let contacts = contacts(frame, limits)
        else { return nil }
        let ability = Dictionary(frame.snapshot.abilities.map { ($0.participantId, $0) }, uniquingKeysWith: { first, _ in first })
        let flagged = frame.people.indices.filter { person in
            frame.snapshot.participants[frame.people[person].participant].targetGroupRegister == true && contacts.timesShown(person) > 0
        }
        let questions: [(yes: String, no: String, answer: (ParticipantAbility) -> Bool?)] = [
            ("can_stand", "cannot_stand", { $0.canStand }), ("can_sit", "cannot_sit", { $0.canSit }), ("can_bend", "cannot_bend", { $0.canBend }),
            ("can_lift", "cannot_lift", { $0.canLift }), ("approachable", "not_approachable", { $0.directlyApproachable }),
        ]
        var rows: [[ReportTable.Cell]] = []
        for question in questions {
            func answering(_ wanted: Bool) -> [Int] {
                flagged.filter { person in
                    ability[frame.snapshot.participants[frame.people[person].participant].participantId].flatMap(question.answer) == wanted
                }
            }
            let (yes, no) = (answering(true), answering(false))
            // Who is in neither could be told from the total.
            let rest = flagged.count - yes.count - no.count
            guard Double(min(yes.count, no.count)) >= limits.parameter("minimumPattern", of: about.id),
                rest == 0 || rest >= limits.disclosure.minimumCell.value
            else { continue }
            for (code, members) in [(question.yes, yes), (question.no, no)] {
                rows.append([.text(code), .count(members.count)] + contacts.cells(members, limits: limits))
            }
        }
        guard !rows.isEmpty else { return nil }
        return ReportTable(
            id: "10.2", indicator: about.id, attribute: nil,
            columns: [
                .init("pattern"), .init("people", "people"), .init("times_shown", "number"), .init("contacts_when_shown", "per_100"),
                .init("contacts_expected", "per_100"),
            ], rows: rows, notes: ["patterns_not_the_cause", "shown_by_replay"])
    }

    /// Table 10.3: employers as a whole, never one of them.
    private static func employers(_ frame: AuditFrame, _ limits: Thresholds) -> ReportTable? {
        let snapshot = frame.snapshot
        let least = Int(limits.parameter("minimumEmployers", of: about.id))
        let employer = Dictionary(
            snapshot.workplaces.compactMap { place in place.employerId.map { (place.workplaceId, $0) } }, uniquingKeysWith: { first, _ in first })
        var placed: [Pseudonym: Int] = [:]
        for placement in snapshot.placements where frame.window.contains(placement.startedOn) {
            if let owner = placement.workplaceId.flatMap({ employer[$0] }) { placed[owner, default: 0] += 1 }
        }
        let contacts = snapshot.contacts.filter { frame.window.contains($0.contactedOn) }
        let active = Set(contacts.filter { $0.initiatedBy == "employer" }.map(\.employerId)).union(placed.keys)
        guard active.count >= least else { return nil }
        let total = placed.values.reduce(0, +), largest = placed.values.max() ?? 0
        let isSafe =
            placed.count >= least && total >= limits.disclosure.minimumCell.value
            && Double(largest) <= limits.parameter("largestEmployer", of: about.id) * Double(total)
        // In order of size, so that renaming employers cannot change a bit.
        let concentration = placed.values.sorted().reduce(0.0) { $0 + (Double($1) / Double(total)) * (Double($1) / Double(total)) }
        let began = contacts.map { Optional($0.initiatedBy == "participant") }
        return ReportTable(
            id: "10.3", indicator: about.id, attribute: nil,
            columns: [
                .init("active_employers", "number"), .init("placements", "number"), .init("concentration", "ratio"), .init("contacts_by_participant", "per_100"),
            ],
            rows: [[
                .count(active.count), isSafe ? .count(total) : .none, isSafe ? .number(concentration) : .none,
                .number(CohortFigures.share(began, limits: limits)),
            ]], notes: ["never_per_employer"])
    }
}
