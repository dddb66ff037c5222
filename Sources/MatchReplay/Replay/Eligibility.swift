import Cohort

/// Which places may stand on a list at all: on offer that day, and within what the core's filters ask.
struct Eligibility: Sendable {
    private let core: RankingCore
    private let workplaces: [Workplace]
    /// Parallel to `workplaces`.
    private let demands: [WorkplaceDemand?]

    init(_ core: RankingCore, market: Market) {
        self.core = core
        workplaces = market.workplaces
        let demand = Dictionary(market.demands.map { (Array($0.workplaceId.utf8), $0) }, uniquingKeysWith: { first, _ in first })
        demands = market.workplaces.map { demand[Array($0.workplaceId.utf8)] }
    }

    func allows(_ place: Int, for person: Circumstances) -> Bool {
        let workplace = workplaces[place]
        if core.places == .activeOnRunDay, !workplace.isActive(on: person.day) { return false }
        if core.filters.hours, let asked = workplace.minimumHours, let has = person.hoursAvailable, asked > has { return false }
        if core.filters.travel, let longest = person.travelMaxMinutes, let minutes = person.travelMinutes[workplace.workplaceId], minutes > longest {
            return false
        }
        if core.filters.abilities, let demand = demands[place], let ability = person.ability, !ability.meets(demand) { return false }
        return true
    }
}

/// What is known of a participant besides scores, when a list is made.
struct Circumstances: Sendable {
    var day: Day
    var hoursAvailable: Int?
    var travelMaxMinutes: Int?
    /// By workplace id.
    var travelMinutes: [String: Int] = [:]
    var ability: ParticipantAbility?
    /// Seeds random ties.
    var key: UInt64

    init(_ request: ListRequest) {
        day = request.day
        hoursAvailable = request.hoursAvailable
        travelMaxMinutes = request.travelMaxMinutes
        travelMinutes = request.travelMinutes
        ability = request.ability
        key = request.key
    }

    init(day: Day, key: UInt64) {
        self.day = day
        self.key = key
    }
}

extension ParticipantAbility {
    /// False only where the place asks what the participant is known not to be able to do.
    package func meets(_ demand: WorkplaceDemand) -> Bool {
        ![(demand.standing, canStand), (demand.sitting, canSit), (demand.bending, canBend), (demand.lifting, canLift)].contains { asked, can in
            asked == true && can == false
        }
    }
}
