import Cohort

/// When somebody's waiting ends. It follows the true scores, never the measured ones, and no group.
enum Outcomes {
    enum End: Equatable {
        case placed(Day)
        case left(Day, reason: String)

        var day: Day {
            switch self {
            case .placed(let day), .left(let day, _): day
            }
        }
    }

    /// Day by day from the first list to the end of the data; `nil` = still waiting then.
    static func end(of resident: Resident, until last: Day, seed: UInt64) -> End? {
        var draw = Draw(seed: seed, .placing, resident.number)
        let capacities = TestBattery.dimensions.filter { $0.component == "capacity" }
        let mean = capacities.reduce(0) { $0 + (resident.trueScores[$1.code] ?? 0) } / Double(capacities.count)
        let placing = 0.0024 * min(max(1 + 0.05 * (mean - 49), 0.4), 1.8)
        var day = resident.firstRunOn + 7
        while day <= last {
            if draw.chance(placing) { return .placed(day) }
            if draw.chance(0.0006) {
                return .left(day, reason: draw.pick([("own_work", 0.4), ("moved", 0.3), ("ineligible", 0.15), ("other", 0.15)]) ?? "other")
            }
            day = day + 1
        }
        return nil
    }
}
