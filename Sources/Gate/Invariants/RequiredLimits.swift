import Audit
import Cohort
import MatchReplay

/// The limits of each participant that no list may pass by. What is not known excludes nothing.
struct RequiredLimits: Sendable {
    /// Those that the snapshot can say something about.
    let examined: [GateLimits.RequiredLimit]
    /// Why the others cannot be examined.
    let reasons: [GateLimits.RequiredLimit: String]

    private let snapshot: Snapshot
    private let participants: [Pseudonym: Participant]
    private let abilities: [Pseudonym: ParticipantAbility]
    /// Parallel to `Snapshot.workplaces`.
    private let demands: [WorkplaceDemand?]
    private let journeys: Journeys

    init(_ snapshot: Snapshot, required: [GateLimits.RequiredLimit]) {
        self.snapshot = snapshot
        reasons = Dictionary(uniqueKeysWithValues: required.compactMap { limit in Self.missing(limit, in: snapshot).map { (limit, $0) } })
        let unknown = reasons
        examined = required.filter { unknown[$0] == nil }
        participants = Dictionary(snapshot.participants.map { ($0.participantId, $0) }, uniquingKeysWith: { first, _ in first })
        abilities = Dictionary(snapshot.abilities.map { ($0.participantId, $0) }, uniquingKeysWith: { first, _ in first })
        let demand = Dictionary(snapshot.demands.map { (Array($0.workplaceId.utf8), $0) }, uniquingKeysWith: { first, _ in first })
        demands = snapshot.workplaces.map { demand[Array($0.workplaceId.utf8)] }
        journeys = Journeys(snapshot)
    }

    private static func missing(_ limit: GateLimits.RequiredLimit, in snapshot: Snapshot) -> String? {
        func relation(_ name: String, rows: Int) -> String? {
            snapshot.offers(name) ? (rows == 0 ? "relation_empty:\(name)" : nil) : "relation_missing:\(name)"
        }
        func column(_ name: String, of relation: String) -> String? {
            snapshot.offers(name, of: relation) ? nil : "column_missing:\(relation).\(name)"
        }
        return switch limit {
        case .abilities: relation("participant_ability", rows: snapshot.abilities.count) ?? relation("workplace_demand", rows: snapshot.demands.count)
        case .travel: relation("travel_time", rows: snapshot.travelTimes.count) ?? column("travel_max_minutes", of: "participant")
        case .hours: column("hours_available", of: "participant") ?? column("minimum_hours", of: "workplace")
        }
    }

    func allows(_ place: Int, run: Int) -> Bool { examined.allSatisfy { allows(place, run: run, by: $0) } }

    func allows(_ place: Int, run: Int, by limit: GateLimits.RequiredLimit) -> Bool {
        guard snapshot.workplaces.indices.contains(place) else { return true }
        let participant = snapshot.runs[run].participantId
        switch limit {
        case .abilities:
            guard let demand = demands[place], let ability = abilities[participant] else { return true }
            return ability.meets(demand)
        case .travel:
            guard let longest = participants[participant]?.travelMaxMinutes, let minutes = journeys.minutes(of: participant, to: place) else { return true }
            return minutes <= longest
        case .hours:
            guard let asked = snapshot.workplaces[place].minimumHours, let has = participants[participant]?.hoursAvailable else { return true }
            return asked <= has
        }
    }
}
