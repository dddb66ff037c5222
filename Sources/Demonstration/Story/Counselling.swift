import Cohort

/// What a counsellor does with a list. All share one habit: mostly one of the first five, now and then something else; and the first place is
/// taken more often when the advice is strong.
package enum Counselling {
    /// How often each rank is chosen, over strong and weak advice.
    package static let rankHabit: [Double] = [0.40, 0.19, 0.13, 0.09, 0.06] + Array(repeating: 0.016, count: 5) + Array(repeating: 0.002, count: 15)
    private static let outsideList = 0.025
    private static let noneChosen = 0.04
    /// How often the first place is taken of the weakest advice, and of advice that is strong enough.
    private static let followed = (weak: 0.20, strong: 0.60)
    /// The step from the first to the second distance at which advice is strong enough, in the core's own units.
    private static let strongStep = 0.2

    struct List {
        /// Places by their index, best first.
        let places: [Int]
        let distances: [Double]
        /// Whether something was noted about the quality of the test that the list was made from.
        let isFlagged: Bool

        /// From 0, the first two places are equally near or the test is doubtful, to 1.
        var strength: Double {
            guard !isFlagged, distances.count > 1 else { return isFlagged ? 0 : 1 }
            return min(1, (distances[1] - distances[0]) / strongStep)
        }
    }

    /// - Parameters:
    ///   - offered: every place on offer that day, by index.
    ///   - isDayActivity: of every place.
    /// - Returns: `nil` when no choice was recorded; `place` is `nil` when the counsellor chose none.
    static func choice(
        for resident: Resident, run: Int, on day: Day, list: List, offered: [Int], isDayActivity: [Bool], seed: UInt64, planted: Planting
    ) -> (place: Int?, reason: String?)? {
        var draw = Draw(seed: seed, .advice, resident.number * 8 + run)
        let recorded = draw.chance(0.86), none = draw.chance(noneChosen), outside = draw.chance(outsideList)
        let first = followed.weak + (followed.strong - followed.weak) * list.strength
        let rest = (1 - first) / (1 - rankHabit[0])
        let usual = draw.pick(zip(list.places, rankHabit).enumerated().map { ($1.0, $0 == 0 ? first : $1.1 * rest) })
        let elsewhere = draw.element(of: offered)
        let reason = draw.pick(reasons) ?? nil
        guard recorded else { return nil }
        var place = none ? nil : outside ? elsewhere : usual

        if !none, resident.isFollowedBlindly, let probability = planted.size(of: .blindTrust, on: day) {
            var trusting = Draw(seed: seed, .trusting, resident.number * 8 + run)
            if trusting.chance(probability) { place = list.places.first ?? place }
        }
        if !none, resident.isOlder, let probability = planted.size(of: .counsellorSteering, on: day) {
            var steering = Draw(seed: seed, .steering, resident.number * 8 + run)
            if steering.chance(probability) {
                place = list.places.first { isDayActivity[$0] } ?? steering.element(of: offered.filter { isDayActivity[$0] }) ?? place
            }
        }
        return (place, place == list.places.first ? nil : reason)
    }

    private static let reasons: [(String?, Double)] = [
        ("travel_distance", 0.2), ("working_hours", 0.16), ("participant_preference", 0.24), ("employer_request", 0.08), ("other", 0.08), (nil, 0.24),
    ]
}
