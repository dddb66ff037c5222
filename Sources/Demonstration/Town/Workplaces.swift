import Cohort
import Intake
import Metrics

/// The places on offer. Kinds of work differ mainly in how much language they ask, so that a verbal scale that measures low shows other work.
package enum Workplaces {
    struct Kind: Sendable {
        let code: String
        let count: Int
        /// Mean target on the verbal scale, in T-points.
        let verbal: Double
        let levels: [(Int?, Double)]
        let hours: [Int]
    }

    package static let dayActivity = "day_activity"

    static let sectors = [
        "administratie", "bouw", "detailhandel", "groen", "horeca", "logistiek", "onderwijs", "schoonmaak", "techniek", "zorg",
    ]

    /// The places of the reference year, and, for a timeline that starts earlier, those that went off as these came: about as many are on
    /// offer on any day.
    static func records(
        seed: UInt64, plan: TownPlan, timeline: Timeline, planted: Planting
    ) -> (places: [WorkplaceRecord], profiles: [IdealProfileRecord], lean: Lean) {
        let reference = Quarter.newYear(Timeline.referenceYear)
        var draw = Draw(seed: seed, .places)
        var (places, profiles) = generation(plan.kinds, after: 0, &draw) { _, draw in
            let from = reference + (draw.chance(0.8) ? -draw.integer(in: 30...700) : draw.integer(in: 15...330))
            return (from, draw.chance(0.2) ? max(from, reference) + draw.integer(in: 60...400) : nil)
        }
        let lean = Lean(places, profiles)
        var abandoned = planted[.stalePlaces] == nil ? [] : lean.strongest(places, profiles)
        if timeline.first < reference {
            var draw = Draw(seed: seed, .earlierPlaces)
            let kinds = plan.kinds.map {
                Kind(code: $0.code, count: $0.count * plan.earlierPlacesPerTen / 10, verbal: $0.verbal, levels: $0.levels, hours: $0.hours)
            }
            let earlier = generation(kinds, after: places.count, &draw) { _, draw in
                (Quarter.all.lowerBound.first + -draw.integer(in: 30...700), reference + -draw.integer(in: 10...715))
            }
            if planted[.stalePlaces] != nil { abandoned.formUnion(lean.strongest(earlier.places, earlier.profiles)) }
            places += earlier.places
            profiles += earlier.profiles
        }
        let stopped = planted[.stalePlaces]?.from.first
        for index in places.indices {
            let last = min(timeline.last, places[index].activeTo ?? timeline.last)
            let isAbandoned = abandoned.contains(places[index].workplaceId)
            confirm(&places[index], until: isAbandoned ? min(last, (stopped ?? last) + -1) : last, atLeastOnce: isAbandoned)
        }
        let known = Set(places.filter { $0.activeFrom <= timeline.last }.map(\.workplaceId))
        return (places.filter { known.contains($0.workplaceId) }, profiles.filter { known.contains($0.workplaceId) }, lean)
    }

    private static func generation(
        _ kinds: [Kind], after: Int, _ draw: inout Draw, offer: (Kind, inout Draw) -> (from: Day, to: Day?)
    ) -> (places: [WorkplaceRecord], profiles: [IdealProfileRecord]) {
        // One shuffled deck, so that the id of a place says nothing about its kind.
        let deck = draw.shuffled(
            kinds.flatMap { kind in (0..<kind.count).map { (kind, kind.verbal + 4 * Normal.quantile((Double($0) + 0.5) / Double(kind.count))) } })
        var places: [WorkplaceRecord] = [], profiles: [IdealProfileRecord] = []
        for (index, (kind, verbal)) in deck.enumerated() {
            let place = place(after + index + 1, kind, &draw, offer: offer)
            places.append(place)
            profiles += profile(of: place.workplaceId, verbal: verbal, kind, &draw)
        }
        return (places, profiles)
    }

    private static func place(_ number: Int, _ kind: Kind, _ draw: inout Draw, offer: (Kind, inout Draw) -> (from: Day, to: Day?)) -> WorkplaceRecord {
        let digits = String(number)
        let (from, to) = offer(kind, &draw)
        var place = WorkplaceRecord(
            workplaceId: "W" + String(repeating: "0", count: 4 - digits.count) + digits, workKind: kind.code, activeFrom: from)
        place.activeTo = to
        place.employerId = draw.known("E\(draw.integer(in: 100...190))", unknown: 0.02)
        place.creboLevel = draw.pick(kind.levels) ?? nil
        place.creboCode = place.creboLevel == nil ? nil : draw.known("25\(draw.integer(in: 100...899))", unknown: 0.05)
        place.sector = draw.known(draw.element(of: sectors), unknown: 0.04)
        place.seats = draw.known(draw.integer(in: 1...6), unknown: 0.08)
        place.minimumHours = draw.known(draw.element(of: kind.hours), unknown: 0.1)
        // A day on which the employer confirms the place; `confirm` finds the last one that counts.
        let confirmed = Quarter.newYear(Timeline.referenceYear + 1) + (-1 - draw.integer(in: 1...confirmedEvery))
        if place.activeFrom > confirmed { return place }
        place.lastConfirmedOn = draw.known(confirmed, unknown: 0.08)
        return place
    }

    /// Days between two confirmations of a place.
    private static let confirmedEvery = 180

    /// From one of the days on which the place is confirmed to the last of them that was known.
    private static func confirm(_ place: inout WorkplaceRecord, until last: Day, atLeastOnce: Bool) {
        guard var day = place.lastConfirmedOn else { return }
        while day > last { day = day + -confirmedEvery }
        // A place that nobody confirms any more was right on the day on which it was first offered.
        place.lastConfirmedOn = day >= place.activeFrom ? day : atLeastOnce ? place.activeFrom : nil
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
