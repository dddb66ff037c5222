import Cohort

/// Which places may stand on a list at all: on offer that day, and within what the core's filters ask.
struct Eligibility: Sendable {
    private let filters: RankingCore.Filters
    private let asksOnOffer: Bool
    /// By place. What is asked for every place of every list stands by itself: a whole place is slow to look up.
    private let offers: [Offered]
    private let minimumHours: [Int?]
    private let ids: [String]
    private let demands: [WorkplaceDemand?]

    private struct Offered: Sendable {
        let from: Day
        let to: Day?
    }

    init(_ core: RankingCore, market: Market) {
        filters = core.filters
        asksOnOffer = core.places == .activeOnRunDay
        offers = market.workplaces.map { Offered(from: $0.activeFrom, to: $0.activeTo) }
        minimumHours = market.workplaces.map(\.minimumHours)
        ids = market.workplaces.map(\.workplaceId)
        let demand = Dictionary(market.demands.map { (Array($0.workplaceId.utf8), $0) }, uniquingKeysWith: { first, _ in first })
        demands = market.workplaces.map { demand[Array($0.workplaceId.utf8)] }
    }

    func allows(_ place: Int, for person: Circumstances) -> Bool {
        if asksOnOffer {
            let offer = offers[place]
            if person.day < offer.from { return false }
            if let to = offer.to, to < person.day { return false }
        }
        if filters.hours, let asked = minimumHours[place], let has = person.hoursAvailable, asked > has { return false }
        if filters.travel, let longest = person.travelMaxMinutes, let minutes = person.travelMinutes[ids[place]], minutes > longest {
            return false
        }
        if filters.abilities, let demand = demands[place], let ability = person.ability, !ability.meets(demand) { return false }
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
