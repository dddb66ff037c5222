import Cohort
import Intake

/// How long it takes to get to work.
enum Journeys {
    /// To every place that was on offer while somebody could be placed: minutes that no municipality has more of than another.
    static func times(
        of resident: Resident, to places: [WorkplaceRecord], until last: Day, seed: UInt64, planted: Planting
    ) -> [TravelTimeRecord] {
        var draw = Draw(seed: seed, .journeys, resident.number)
        let isFar = resident.record.municipality == TownPlan.farMunicipality
        let further = isFar ? Int((planted.size(of: .unreachableTravel, on: resident.firstRunOn) ?? 0).rounded()) : 0
        var times: [TravelTimeRecord] = []
        for place in places {
            let minutes = draw.integer(in: 10...55) + further
            guard place.activeFrom <= last, (place.activeTo ?? last) >= resident.firstRunOn else { continue }
            times.append(TravelTimeRecord(participantId: resident.key, workplaceId: place.workplaceId, minutes: minutes))
        }
        return times
    }
}
