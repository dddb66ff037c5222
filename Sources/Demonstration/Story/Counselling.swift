import Cohort
import Intake

/// What a counsellor does with a list. All share one habit: mostly one of the first five, now and then something else.
package enum Counselling {
    /// How often each rank is chosen.
    package static let rankHabit: [Double] = [0.40, 0.19, 0.13, 0.09, 0.06] + Array(repeating: 0.016, count: 5) + Array(repeating: 0.002, count: 15)
    static let steeringProbability = 0.35
    private static let outsideList = 0.025
    private static let noneChosen = 0.04

    struct Place {
        let id: String
        let isDayActivity: Bool
    }

    /// - Parameters:
    ///   - list: the places shown, best first.
    ///   - offered: every place on offer that day.
    /// - Returns: `nil` when no choice was recorded; `place` is `nil` when the counsellor chose none.
    static func choice(
        for resident: Resident, run: Int, list: [Place], offered: [Place], seed: UInt64, planted: Set<PlantedEffect>
    ) -> (place: Place?, reason: String?)? {
        var draw = Draw(seed: seed, .advice, resident.number * 8 + run)
        let recorded = draw.chance(0.86), none = draw.chance(noneChosen), outside = draw.chance(outsideList)
        let usual = draw.pick(zip(list, rankHabit).map { ($0, $1) })
        let elsewhere = draw.element(of: offered)
        let reason = draw.pick(reasons) ?? nil
        guard recorded else { return nil }
        var place = none ? nil : outside ? elsewhere : usual

        if planted.contains(.counsellorSteering), resident.isSteered, !none {
            var steering = Draw(seed: seed, .steering, resident.number * 8 + run)
            if steering.chance(steeringProbability) {
                place = list.first(where: \.isDayActivity) ?? steering.element(of: offered.filter(\.isDayActivity)) ?? place
            }
        }
        return (place, place?.id == list.first?.id ? nil : reason)
    }

    private static let reasons: [(String?, Double)] = [
        ("travel_distance", 0.2), ("working_hours", 0.16), ("participant_preference", 0.24), ("employer_request", 0.08), ("other", 0.08), (nil, 0.24),
    ]
}
