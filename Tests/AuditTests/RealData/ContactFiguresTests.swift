import MatchReplay
import Metrics
import Testing

@testable import Audit
@testable import Cohort

/// M22 on real employers' decisions: 4,870 applications to 1,323 job advertisements (Bertrand and Mullainathan 2004). Two or four were sent to
/// each, so all stand in the first stratum of ranks, and being called back is being contacted.
@Suite struct ContactFiguresTests {
    @Test func callbacks() throws {
        let rows = try PublicData("resume_callbacks/resume.csv").rows
        let ads = Set(rows.compactMap { $0["job_ad_id"] }).sorted()
        let people = rows.map { row in
            var person = ContractTown.Person()
            person.gender = row["gender"] == "f" ? "female" : "male"
            person.municipality = row["race"] == "black" ? "GM0001" : "GM0002"
            person.contactedFor = row["received_callback"] == "1" ? row["job_ad_id"] : nil
            return person
        }
        let frame = try ContractTown.frame(people, days: 30, attributes: [.gender, .municipality], workplaces: ads)
        // The list of an advertisement is who applied to it. People are found by the row of the file that their rank in it gives.
        let candidates = try candidates(rows, frame)
        let contacts = ContactsWhenShown(candidates, frame)
        let above = contacts.aboveExpected
        let labels = zip(frame.labels(of: .municipality), frame.labels(of: .gender)).map { municipality, gender in
            (race: municipality == "GM0001" ? "black" : "white", gender: gender == "female" ? "f" : "m")
        }
        var tally = PublicTally()
        for figure in try PublicFigure.of("resume_callbacks") { tally.add(figure, try answer(figure, contacts, above, labels)) }
        tally.show("resume_callbacks: M22")
        #expect(tally.wrong.isEmpty, "\(tally.wrong.joined(separator: "\n"))")
        #expect(tally.reproduced == 25 && tally.count == 74)
    }

    /// Applicants of one advertisement cannot be told apart after pseudonymisation but by race, gender and callback, which is all that counts:
    /// everybody with a callback is on the list of the advertisement that called; the others fill the lists, all of them in the first stratum.
    private func candidates(_ rows: [[String: String]], _ frame: AuditFrame) throws -> CandidateViews {
        var place: [String: Int] = [:]
        for (index, workplace) in frame.snapshot.workplaces.enumerated() { place[workplace.workplaceId] = index }
        var called: [Pseudonym: Int] = [:]
        for contact in frame.snapshot.contacts { called[contact.participantId] = contact.workplaceId.flatMap { place[$0] } }
        var lists = [[Int]](repeating: [], count: frame.snapshot.workplaces.count)
        var rest: [Int] = []
        for (index, person) in frame.people.enumerated() {
            if let ad = called[frame.snapshot.participants[person.participant].participantId] { lists[ad].append(index) } else { rest.append(index) }
        }
        var sizes = [Int](repeating: 0, count: lists.count)
        for row in rows { if let ad = row["job_ad_id"].flatMap({ place[$0] }) { sizes[ad] += 1 } }
        for ad in lists.indices { while lists[ad].count < sizes[ad], let next = rest.popLast() { lists[ad].append(next) } }
        #expect(rest.isEmpty && lists.allSatisfy { $0.count <= 5 })
        return CandidateViews(views: [
            .init(
                day: frame.window.from, until: frame.window.to, people: Array(frame.people.indices),
                lists: lists.enumerated().map { WorkplaceList(workplace: $0, participants: $1, distances: $1.map { _ in 1 }) })
        ])
    }

    private func answer(
        _ figure: PublicFigure, _ contacts: ContactsWhenShown, _ aboveExpected: [Double?], _ labels: [(race: String, gender: String)]
    ) throws -> PublicAnswer {
        func members(_ matches: (String, String) -> Bool) -> [Int] { labels.indices.filter { matches(labels[$0].race, labels[$0].gender) } }
        func times(_ people: [Int]) -> Double { Double(people.reduce(0) { $0 + contacts.timesShown($1) }) }
        func called(_ people: [Int]) -> Double { Double(people.reduce(0) { $0 + contacts.timesContacted($1) }) }
        let parts = figure.group.split(separator: "=", maxSplits: 1).map(String.init)
        if parts.count == 2 {
            let own: [Int]
            switch parts[0] {
            case "race": own = members { race, _ in race == parts[1] }
            case "gender": own = members { _, gender in gender == parts[1] }
            default: own = members { race, gender in "\(race)_\(gender)" == parts[1] }
            }
            switch figure.metric {
            case "callback_n": return .number(times(own))
            case "callback_positive": return .number(called(own))
            case "callback_rate":
                // What M22 prints is the excess over everybody's rate in the stratum; that rate is put back.
                let above = own.compactMap { aboveExpected[$0] }
                let all = Array(labels.indices)
                return .number(above.reduce(0, +) / Double(above.count) + called(all) / times(all))
            default: return .otherDefinition("limits of a rate, or a ratio to the best group: M22 is judged by the mean excess of contacts")
            }
        }
        if figure.metric == "lpm_black_minus_white" {
            let difference = try Means.difference(
                group: members { race, _ in race == "black" }.compactMap { aboveExpected[$0] },
                reference: members { race, _ in race == "white" }.compactMap { aboveExpected[$0] }, bounded: false)
            return .number(difference.estimate)
        }
        return .otherDefinition("tests and ratios of two rates, or errors clustered by advertisement: M22 is judged by Welch's comparison of means")
    }
}
