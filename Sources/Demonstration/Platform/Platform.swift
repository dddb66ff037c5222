import Cohort
import Intake
import MatchReplay

/// Residents and employers who find each other: both see the other side ranked, and either can make contact.
///
/// Every thirty days of a year an employer opens the list of a place. On it are the people with a list of the past year who are still
/// waiting and whom the core's limits allow at the place; nearest first by the distance of their latest list, the first twenty-five of them.
/// Whom of these the employer contacts follows from the rank, and from no group unless that is planted; who may not be approached is not.
struct Platform {
    private let seed: UInt64
    private let planted: Planting
    private let timeline: Timeline
    private(set) var contacts: [EmployerContactRecord] = []
    /// Placements whose place is known once all contacts are.
    var placings: [Placing] = []
    private var people: [Candidate] = []
    private var indexOf: [String: Int] = [:]

    struct Placing {
        let resident: Resident
        let day: Day
        /// What is drawn about the placement goes on from here.
        let draw: Draw
    }

    private struct Candidate {
        let resident: Resident
        let isApproachable: Bool
        let until: Day?
        /// In order of time; infinite where the core's limits keep somebody and a place apart.
        var lists: [(on: Day, run: String, distances: [Double])] = []
        /// Indices in `contacts`, with the place.
        var contacts: [(contact: Int, place: Int)] = []
    }

    /// How many people an employer sees for a place.
    static let shownPeople = 25
    /// Days between two looks, and how long people are on lists after their latest own list.
    private static let looks = 30
    private static let active = 365

    init(seed: UInt64, planted: Planting, timeline: Timeline) {
        self.seed = seed
        self.planted = planted
        self.timeline = timeline
    }

    /// Somebody's new list: employers will see the person by it, and the person contacts some of the first five employers.
    mutating func note(
        _ resident: Resident, run: String, on day: Day, list: ReplayedList, places: [WorkplaceRecord], isApproachable: Bool, until end: Day?
    ) {
        let index = indexOf[resident.key] ?? people.count
        if index == people.count {
            people.append(Candidate(resident: resident, isApproachable: isApproachable, until: end))
            indexOf[resident.key] = index
        }
        var distances = [Double](repeating: .infinity, count: places.count)
        for (place, distance) in zip(list.workplaces, list.distances) { distances[place] = distance }
        people[index].lists.append((day, run, distances))
        var draw = Draw(seed: seed, .contacts, resident.number * 8 + people[index].lists.count)
        for (offset, place) in list.workplaces.prefix(5).enumerated() {
            let makes = draw.chance(0.12), later = day + draw.integer(in: 1...14)
            let outcome: String? = draw.pick(Self.outcomes) ?? nil
            guard makes, later <= min(timeline.last, end ?? timeline.last), let employer = places[place].employerId else { continue }
            var contact = EmployerContactRecord(
                contactId: "K\(run.dropFirst())-\(offset + 1)", employerId: employer, participantId: resident.key, initiatedBy: "participant",
                contactedOn: later)
            contact.workplaceId = places[place].workplaceId
            contact.shownRank = offset + 1
            contact.outcome = outcome
            people[index].contacts.append((contacts.count, place))
            contacts.append(contact)
        }
    }

    /// Every look of every employer.
    mutating func approach(_ supply: inout Supply) {
        let days = timeline.years.flatMap { year in (1...12).map { Quarter.newYear(year) + $0 * Self.looks } }
        for day in days where timeline.first <= day && day <= timeline.last {
            let pool = people.indices.compactMap { index -> (person: Int, list: Int)? in
                let person = people[index]
                guard person.until.map({ day < $0 }) ?? true else { return nil }
                guard let list = person.lists.lastIndex(where: { $0.on <= day }), day - person.lists[list].on < Self.active else { return nil }
                return (index, list)
            }
            for place in supply.offered(on: day) { approach(place, pool, day, supply.places[place]) }
        }
    }

    private mutating func approach(_ place: Int, _ pool: [(person: Int, list: Int)], _ day: Day, _ record: WorkplaceRecord) {
        guard let employer = record.employerId else { return }
        var shown: [(distance: Double, person: Int)] = []
        for (person, list) in pool where people[person].lists[list].distances[place] < .infinity {
            shown.append((people[person].lists[list].distances[place], person))
        }
        shown.sort { $0 < $1 }
        var draw = Draw(seed: seed, .approach, place * 65_536 + day.number)
        for (offset, candidate) in shown.prefix(Self.shownPeople).enumerated() {
            let resident = people[candidate.person].resident
            let makes = draw.chance(probability(atRank: offset + 1, of: resident, on: day))
            let later = day + draw.integer(in: 0...10), outcome: String? = draw.pick(Self.outcomes) ?? nil
            guard makes, people[candidate.person].isApproachable, later <= timeline.last, people[candidate.person].until.map({ later < $0 }) ?? true else { continue }
            var contact = EmployerContactRecord(
                contactId: "K\(day.number)-\(record.workplaceId)-\(resident.key.dropFirst())", employerId: employer,
                participantId: resident.key, initiatedBy: "employer", contactedOn: later)
            contact.workplaceId = record.workplaceId
            contact.shownRank = offset + 1
            contact.outcome = outcome
            people[candidate.person].contacts.append((contacts.count, place))
            contacts.append(contact)
        }
    }

    /// Falls with the rank, from .16 for the first to .04 for the twenty-fifth.
    private func probability(atRank rank: Int, of resident: Resident, on day: Day) -> Double {
        let usual = 0.16 / (1 + Double(rank - 1) / 8)
        guard resident.record.targetGroupRegister == true, let divisor = planted.size(of: .cherryPicking, on: day) else { return usual }
        let odds = usual / (1 - usual) / divisor
        return odds / (1 + odds)
    }

    /// The contact that led to a placement: mostly the last one before it whose place was still on offer. It becomes one with outcome `hired`.
    mutating func hiring(_ placing: Int, _ supply: Supply) -> (place: Int, run: String)? {
        let (resident, day) = (placings[placing].resident, placings[placing].day)
        guard let index = indexOf[resident.key] else { return nil }
        let found = people[index].contacts.filter { contacts[$0.contact].contactedOn < day && supply.isOffered($0.place, on: day) }
            .max { (contacts[$0.contact].contactedOn, $0.contact) < (contacts[$1.contact].contactedOn, $1.contact) }
        guard let found, let run = people[index].lists.last(where: { $0.on <= contacts[found.contact].contactedOn })?.run else { return nil }
        contacts[found.contact].outcome = "hired"
        return (found.place, run)
    }

    private static let outcomes: [(String?, Double)] = [("interview", 0.4), ("rejected", 0.34), ("none", 0.2), (nil, 0.06)]
}
