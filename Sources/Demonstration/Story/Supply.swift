import Cohort
import Intake
import MatchReplay

/// The places as the town's people meet them: lists on a day, and what is on offer then.
struct Supply {
    let places: [WorkplaceRecord]
    /// Parallel to `places`.
    let isDayActivity: [Bool]
    let algorithmVersion: String
    private let ranking: PlaceRanking
    /// With other weights, from a day on (`PlantedEffect.unloggedChange`).
    private let changed: (ranking: PlaceRanking, from: Day)?
    private var offers: [Day: [Int]] = [:]

    init(
        _ system: DemonstrationSystem, places: [WorkplaceRecord], profiles: [IdealProfileRecord], demands: [WorkplaceDemandRecord], planted: Planting
    ) throws {
        self.places = places
        isDayActivity = places.map { $0.workKind == Workplaces.dayActivity }
        var core = try DemonstrationCore.core(of: system)
        algorithmVersion = core.algorithmVersion
        let market = Market(
            scales: TestBattery.scales.map {
                Scale(
                    scaleCode: $0.scaleCode, component: $0.component, labelNl: $0.labelNl, labelEn: $0.labelEn, minimum: $0.minimum,
                    maximum: $0.maximum, languageFree: $0.languageFree)
            },
            workplaces: places.map {
                var place = Workplace(workplaceId: $0.workplaceId, workKind: $0.workKind, activeFrom: $0.activeFrom)
                place.activeTo = $0.activeTo
                place.minimumHours = $0.minimumHours
                return place
            },
            profiles: profiles.map {
                IdealProfileEntry(
                    workplaceId: $0.workplaceId, profileVariant: $0.profileVariant, scaleCode: $0.scaleCode, target: $0.target, weight: $0.weight)
            },
            demands: demands.map {
                var demand = WorkplaceDemand(workplaceId: $0.workplaceId)
                (demand.standing, demand.sitting, demand.bending, demand.lifting) = ($0.standing, $0.sitting, $0.bending, $0.lifting)
                return demand
            })
        ranking = try PlaceRanking(core: core, market: market)
        if let plant = planted[.unloggedChange] {
            core.weights.components["capacity", default: 1] += plant.size
            changed = (try PlaceRanking(core: core, market: market), plant.from.first)
        } else {
            changed = nil
        }
    }

    func list(for request: ListRequest, top: Int?) throws -> ReplayedList {
        if let changed, changed.from <= request.day { return try changed.ranking.list(for: request, top: top) }
        return try ranking.list(for: request, top: top)
    }

    /// Places on offer on a day, by index.
    mutating func offered(on day: Day) -> [Int] {
        if let known = offers[day] { return known }
        let offered = places.indices.filter { isOffered($0, on: day) }
        offers[day] = offered
        return offered
    }

    func isOffered(_ place: Int, on day: Day) -> Bool { places[place].activeFrom <= day && (places[place].activeTo.map { day <= $0 } ?? true) }
}
