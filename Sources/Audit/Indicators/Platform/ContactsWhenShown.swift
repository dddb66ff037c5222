import Cohort
import Metrics

/// How often each person was shown, and contacted when shown, by rank; all parallel to the people.
struct ContactsWhenShown: Sendable {
    /// First ranks of the strata.
    static let strata = [1, 6, 11]

    /// Times shown, and times contacted by the employer while shown, in each stratum.
    let shown: [[Int]]
    let contacted: [[Int]]
    /// Contacts that would have been at the ranks where the person was shown, by the rates of everybody whom employers may approach.
    let expected: [Double]
    /// False of people who are known not to be approached directly: an employer who does not contact them picks nobody.
    let isApproachable: [Bool]
    /// Share of the person's contacts in the window that the person began; `nil` = no contact.
    let startedByParticipant: [Double?]

    /// (contacted - expected) per time shown; `nil` = never shown, or not to be approached directly.
    var aboveExpected: [Double?] {
        shown.indices.map { person in
            let times = timesShown(person)
            return times > 0 && isApproachable[person] ? (Double(timesContacted(person)) - expected[person]) / Double(times) : nil
        }
    }

    func timesShown(_ person: Int) -> Int { shown[person].reduce(0, +) }
    func timesContacted(_ person: Int) -> Int { contacted[person].reduce(0, +) }

    init(_ candidates: CandidateViews, _ frame: AuditFrame) {
        let snapshot = frame.snapshot
        var person: [Pseudonym: Int] = [:]
        for (index, one) in frame.people.enumerated() { person[snapshot.participants[one.participant].participantId] = index }
        let place = Dictionary(snapshot.workplaces.enumerated().map { ($1.workplaceId, $0) }, uniquingKeysWith: { first, _ in first })

        var begun: [[(place: Int, day: Day)]] = frame.people.map { _ in [] }
        var own = [Int](repeating: 0, count: begun.count), all = own
        for contact in snapshot.contacts where frame.window.contains(contact.contactedOn) {
            guard let index = person[contact.participantId] else { continue }
            all[index] += 1
            if contact.initiatedBy == "participant" { own[index] += 1 }
            if contact.initiatedBy == "employer", let asked = contact.workplaceId.flatMap({ place[$0] }) {
                begun[index].append((asked, contact.contactedOn))
            }
        }
        startedByParticipant = all.indices.map { all[$0] > 0 ? Double(own[$0]) / Double(all[$0]) : nil }

        var shown = [[Int]](repeating: [Int](repeating: 0, count: Self.strata.count), count: begun.count), contacted = shown
        for view in candidates.views {
            for list in view.lists {
                for (offset, position) in list.participants.enumerated() {
                    guard let index = view.people[position] else { continue }
                    let stratum = Self.strata.lastIndex { $0 <= offset + 1 } ?? 0
                    shown[index][stratum] += 1
                    if begun[index].contains(where: { $0.place == list.workplace && view.day <= $0.day && $0.day <= view.until }) {
                        contacted[index][stratum] += 1
                    }
                }
            }
        }
        let ability = Dictionary(snapshot.abilities.map { ($0.participantId, $0) }, uniquingKeysWith: { first, _ in first })
        isApproachable = frame.people.map { person in
            ability[snapshot.participants[person.participant].participantId]?.directlyApproachable != false
        }
        let open = isApproachable
        let rates = Self.strata.indices.map { stratum in
            let times = shown.indices.reduce(0) { open[$1] ? $0 + shown[$1][stratum] : $0 }
            return times > 0 ? Double(contacted.indices.reduce(0) { open[$1] ? $0 + contacted[$1][stratum] : $0 }) / Double(times) : 0
        }
        expected = shown.map { own in own.indices.reduce(0) { $0 + Double(own[$1]) * rates[$1] } }
        (self.shown, self.contacted) = (shown, contacted)
    }

    /// Odds of being contacted when shown, of a group over its reference at the same ranks; `nil` where it is not defined.
    func oddsRatio(_ group: [Int], _ reference: [Int]) -> Double? {
        func sum(_ counts: [[Int]], _ people: [Int], _ stratum: Int) -> Double { Double(people.reduce(0) { $0 + counts[$1][stratum] }) }
        let cells = Self.strata.indices.map { stratum in
            RateStratum(
                groupEvents: sum(contacted, group, stratum), groupTotal: sum(shown, group, stratum),
                referenceEvents: sum(contacted, reference, stratum), referenceTotal: sum(shown, reference, stratum))
        }
        return (try? MantelHaenszelOddsRatio(strata: cells))?.estimate
    }

    /// What a row may say of some people: times shown per person, contacts and expected contacts per time shown. Where hardly any of
    /// them, or nearly all, were contacted the contacts would say something about each.
    func cells(_ members: [Int], limits: Thresholds) -> [ReportTable.Cell] {
        let people = members.filter { timesShown($0) > 0 }
        let times = people.reduce(0) { $0 + timesShown($1) }, reached = people.count { timesContacted($0) > 0 }
        guard people.count >= limits.disclosure.minimumCell.value, times > 0 else { return [.none, .none, .none] }
        let enough = min(reached, people.count - reached) >= limits.disclosure.minimumNumeratorPublic.value
        return [
            .number(Double(times) / Double(people.count)),
            enough ? .number(Double(people.reduce(0) { $0 + timesContacted($1) }) / Double(times)) : .none,
            .number(people.reduce(0) { $0 + expected[$1] } / Double(times)),
        ]
    }
}
