import Cohort

/// The places that some participants choose from, and how: what a `NearestPlaces` is made from.
struct Offer: Hashable, Sendable {
    /// Profile variant.
    let variant: String
    /// Places that can be ranked, in the order that breaks ties.
    let order: [Int]
}

extension PlaceRanking {
    /// Whether the list of somebody with every score follows from the scores, the profile variant and the day alone, by a Euclidean
    /// distance and a fixed order of ties: then many participants share an offer, and `NearestPlaces` makes their lists.
    var hasOffers: Bool {
        guard core.core.distance == .euclidean, core.core.filters == .none else { return false }
        return core.core.ties == .bytes || core.core.ties == .numeric
    }

    /// Meant for cores with offers.
    func offer(variant: String, on day: Day) -> Offer {
        guard let table = tables[variant] else { return Offer(variant: variant, order: []) }
        let anybody = Circumstances(day: day, key: 0)
        let places = tiePosition.indices.filter { place in
            eligibility.allows(place, for: anybody) && core.scales.indices.contains { table.weights[$0 * table.count + place] > 0 }
        }
        return Offer(variant: variant, order: places.sorted { tiePosition[$0] < tiePosition[$1] })
    }

    /// - Parameter offer: one of this ranking's.
    func nearestPlaces(_ offer: Offer) -> NearestPlaces {
        let table = tables[offer.variant]
        return NearestPlaces(
            targets: table?.targets ?? [], weights: table?.weights ?? [], places: table?.count ?? 0, scales: core.scales.count,
            order: offer.order)
    }
}
