import Cohort
import Intake
import Metrics

/// About 300 places. Kinds of work differ mainly in how much language they ask, so that a verbal scale that measures low shows other work.
package enum Workplaces {
    struct Kind {
        let code: String
        let count: Int
        /// Mean target on the verbal scale, in T-points.
        let verbal: Double
        let levels: [(Int?, Double)]
        let hours: [Int]
    }

    static let kinds: [Kind] = [
        Kind(code: "paid", count: 95, verbal: 54, levels: [(2, 0.4), (3, 0.35), (4, 0.2), (nil, 0.05)], hours: [20, 24, 28, 32, 36]),
        Kind(code: "benefit_retained", count: 75, verbal: 51, levels: [(1, 0.3), (2, 0.5), (3, 0.15), (nil, 0.05)], hours: [16, 20, 24]),
        Kind(code: "sheltered", count: 60, verbal: 48, levels: [(1, 0.7), (2, 0.2), (nil, 0.1)], hours: [12, 16, 20]),
        Kind(code: dayActivity, count: 70, verbal: 40.5, levels: [(1, 0.5), (nil, 0.5)], hours: [4, 8, 12]),
    ]
    package static let dayActivity = "day_activity"

    static let sectors = [
        "administratie", "bouw", "detailhandel", "groen", "horeca", "logistiek", "onderwijs", "schoonmaak", "techniek", "zorg",
    ]

    static func records(seed: UInt64) -> (places: [WorkplaceRecord], profiles: [IdealProfileRecord]) {
        var draw = Draw(seed: seed, .places)
        // One shuffled deck, so that the id of a place says nothing about its kind.
        let deck = draw.shuffled(
            kinds.flatMap { kind in (0..<kind.count).map { (kind, kind.verbal + 4 * Normal.quantile((Double($0) + 0.5) / Double(kind.count))) } })
        var places: [WorkplaceRecord] = [], profiles: [IdealProfileRecord] = []
        for (index, (kind, verbal)) in deck.enumerated() {
            let place = place(index + 1, kind, &draw)
            places.append(place)
            profiles += profile(of: place.workplaceId, verbal: verbal, kind, &draw)
        }
        return (places, profiles)
    }

    private static func place(_ number: Int, _ kind: Kind, _ draw: inout Draw) -> WorkplaceRecord {
        let digits = String(number)
        var place = WorkplaceRecord(
            workplaceId: "W" + String(repeating: "0", count: 4 - digits.count) + digits, workKind: kind.code,
            activeFrom: Calendar.first + (draw.chance(0.8) ? -draw.integer(in: 30...700) : draw.integer(in: 15...330)))
        if draw.chance(0.2) { place.activeTo = max(place.activeFrom, Calendar.first) + draw.integer(in: 60...400) }
        place.employerId = draw.known("E\(draw.integer(in: 100...190))", unknown: 0.02)
        place.creboLevel = draw.pick(kind.levels) ?? nil
        place.creboCode = place.creboLevel == nil ? nil : draw.known("25\(draw.integer(in: 100...899))", unknown: 0.05)
        place.sector = draw.known(draw.element(of: sectors), unknown: 0.04)
        place.seats = draw.known(draw.integer(in: 1...6), unknown: 0.08)
        place.minimumHours = draw.known(draw.element(of: kind.hours), unknown: 0.1)
        let confirmed = Calendar.last + -draw.integer(in: 1...240)
        place.lastConfirmedOn = confirmed < place.activeFrom ? nil : draw.known(confirmed, unknown: 0.15)
        return place
    }

    /// Every place asks verbal ability, and it weighs; of the other scales it asks about six in ten.
    private static func profile(of place: String, verbal: Double, _ kind: Kind, _ draw: inout Draw) -> [IdealProfileRecord] {
        TestBattery.dimensions.compactMap { dimension in
            if dimension.code == TestBattery.verbal {
                return IdealProfileRecord(workplaceId: place, scaleCode: dimension.code, target: TestBattery.reported(verbal), weight: 4)
            }
            let capacity = dimension.component == "capacity"
            let centre = capacity ? 49 + 0.4 * (kind.verbal - 49) : TestBattery.normMean
            let target = TestBattery.reported(centre + 6 * draw.normal())
            let weight = draw.element(of: [0.25, 0.5, 0.75]) ?? 0.5
            return draw.chance(0.6) ? IdealProfileRecord(workplaceId: place, scaleCode: dimension.code, target: target, weight: weight) : nil
        }
    }
}
