import Cohort

/// How many places an answer must hold under the core's claim `ranks`.
///
/// Due are the places (active on the day, under `active`) whose profile for everyone asks, with a weight above 0, a scale on which the
/// participant has a score.
struct RankDuty {
    private let ranks: CoreClaims.Ranks?
    private let scales: [String]
    private let places: [(workplace: Workplace, asked: [Bool])]
    /// Requests of one day with scores on the same scales share an answer, and there are few such kinds.
    private var known: [Kind: Int] = [:]

    private struct Kind: Hashable {
        let day: Day
        let scored: [Bool]
    }

    init(_ ranks: CoreClaims.Ranks?, market: Market) {
        self.ranks = ranks
        let scales = Set(market.scales.map(\.scaleCode)).sorted(by: precedesInBytes)
        self.scales = scales
        let position = Dictionary(uniqueKeysWithValues: scales.enumerated().map { ($1, $0) })
        var asked: [[UInt8]: [Bool]] = [:]
        for entry in market.profiles where entry.profileVariant.isEmpty && entry.weight > 0 {
            guard let scale = position[entry.scaleCode] else { continue }
            asked[Array(entry.workplaceId.utf8), default: Array(repeating: false, count: scales.count)][scale] = true
        }
        places = market.workplaces.map { ($0, asked[Array($0.workplaceId.utf8)] ?? []) }
    }

    /// `nil` when the core does not claim anything.
    mutating func due(for request: ListRequest, top: Int?) -> Int? {
        guard let ranks else { return nil }
        let kind = Kind(day: request.day, scored: scales.map { request.scores[$0] != nil })
        let count =
            known[kind]
            ?? places.count { place in
                (ranks == .all || place.workplace.isActive(on: request.day)) && zip(place.asked, kind.scored).contains { $0 && $1 }
            }
        known[kind] = count
        return min(count, max(0, top ?? count))
    }
}
