import Cohort
import Metrics

/// Ranks places for one set of scores: what `Replay` does for every run, and what makes the lists of people who do not exist yet.
public struct PlaceRanking: Sendable {
    public let core: FrozenCore
    /// By profile variant; `''` = the profiles for everyone.
    let tables: [String: PlaceTable]
    let eligibility: Eligibility
    /// Position of each place in the order that breaks ties.
    let tiePosition: [Int]

    init(_ core: FrozenCore, market: Market) throws(ReplayError) {
        self.core = core
        let index = Dictionary(market.workplaces.enumerated().map { (Array($1.workplaceId.utf8), $0) }, uniquingKeysWith: { first, _ in first })
        let variants = Set(market.profiles.lazy.map(\.profileVariant).filter { core.core.profiles.takesPart($0) }).union([""])
        var tables: [String: PlaceTable] = [:]
        for variant in variants.sorted(by: precedesInBytes) {
            tables[variant] = try PlaceTable(core, variant: variant, profiles: market.profiles, index: index, count: market.workplaces.count)
        }
        self.tables = tables
        eligibility = Eligibility(core.core, market: market)
        tiePosition = try TieOrder.positions(of: market.workplaces, by: core.core.ties, core: core.core.name)
    }

    /// - Parameter frozen: the constants of a snapshot; `nil` before there is one: then the core must give its own, or not scale.
    public init(core: RankingCore, market: Market, frozen: ScalingConstants? = nil) throws(ReplayError) {
        try self.init(FrozenCore(core, scales: market.scales, profiles: market.profiles, frozen: frozen), market: market)
    }

    /// - Parameter top: at most so many places, and never more than the core shows; `nil` = every place that can be ranked.
    /// - Returns: places by their index in the market's `workplaces`. A participant without scores gets an empty list.
    public func list(for request: ListRequest, top: Int?) throws(ReplayError) -> ReplayedList {
        let row = try ScoredRow(core, language: request.testLanguage) { request.scores[$0] }
        return list(row, Circumstances(request), language: request.testLanguage, top: top)
    }

    func list(_ row: ScoredRow, _ person: Circumstances, language: String, top: Int?) -> ReplayedList {
        guard let variant = variant(forLanguage: language), let table = tables[variant] else { return .empty }
        let distances = Distances.measure(row, table, core: core.core)
        let position = positions(for: person)
        let isNearer: ((distance: Double, place: Int), (distance: Double, place: Int)) -> Bool = { a, b in
            a.distance != b.distance ? a.distance < b.distance : position[a.place] < position[b.place]
        }
        // Of a list that is cut off, only as many are kept while looking as can stand on it: whoever shares a last rank is never beyond it.
        let longest = core.core.ties == .shared ? Int.max / 4 : max(16, min(top ?? .max / 4, core.core.top ?? .max / 4))
        var farthest = Double.infinity
        var ranked: [(distance: Double, place: Int)] = []
        for place in distances.indices {
            guard let distance = distances[place], distance <= farthest, eligibility.allows(place, for: person) else { continue }
            ranked.append((distance, place))
            if ranked.count >= 4 * longest {
                ranked.sort(by: isNearer)
                ranked.removeLast(ranked.count - longest)
                farthest = ranked[longest - 1].distance
            }
        }
        ranked.sort(by: isNearer)
        let kept = ranked.prefix(length(of: ranked, top: min(top ?? ranked.count, core.core.top ?? ranked.count)))
        return ReplayedList(workplaces: kept.map(\.place), distances: kept.map(\.distance), sharesRanks: core.core.ties == .shared)
    }

    /// What a place asks of somebody tested in a language: scaled targets and weights, parallel to `core.scales`; weight 0 = not asked.
    func asked(by place: Int, language: String) -> (targets: [Double], weights: [Double])? {
        guard let variant = variant(forLanguage: language), let table = tables[variant] else { return nil }
        let cells = core.scales.indices.map { $0 * table.count + place }
        return (cells.map { table.targets[$0] }, cells.map { table.weights[$0] })
    }

    /// A variant that no place has is one that every place falls back from; `nil` = every place is then left out.
    func variant(forLanguage language: String) -> String? {
        let variant = core.core.profiles.variant(forLanguage: language)
        if tables[variant] != nil { return variant }
        if case .testLanguage(_, .excludePlace) = core.core.profiles { return nil }
        return ""
    }

    /// The order that breaks ties for one participant: position of each place.
    func positions(for person: Circumstances) -> [Int] {
        guard case .random(let seed) = core.core.ties else { return tiePosition }
        let draws = tiePosition.map { CounterRandom.bits(seed: seed, participant: person.key, replicate: UInt64($0)) }
        let order = tiePosition.indices.sorted { draws[$0] != draws[$1] ? draws[$0] < draws[$1] : tiePosition[$0] < tiePosition[$1] }
        var positions = tiePosition
        for (position, place) in order.enumerated() { positions[place] = position }
        return positions
    }

    private func length(of ranked: [(distance: Double, place: Int)], top: Int) -> Int {
        guard top > 0 else { return 0 }
        guard core.core.ties == .shared, top < ranked.count else { return min(top, ranked.count) }
        // Whoever shares the last rank is not cut off.
        return ranked[top...].firstIndex { $0.distance != ranked[top - 1].distance } ?? ranked.count
    }
}
