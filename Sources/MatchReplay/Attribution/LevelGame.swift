import Cohort
import Metrics

/// The game whose players share out a group's gap: what the gap is when some scales keep the difference between the means of the group and
/// the rest, and the others have it taken off the scores of the group.
///
/// Only the level of scales is a player's. With every difference of means taken off, what remains is no player's: spread, shape,
/// and whatever else differs between the groups (the places of their days, languages of norms, missing scores).
struct LevelGame: Sendable {
    /// Scales of each player.
    let players: [[String]]
    private let requests: [ListRequest]
    /// Mean of the group minus mean of the rest, by scale code.
    private let differences: [String: Double]
    private var restMean: Double
    private let ranking: PlaceRanking
    private let kinds: [String]
    private let indicator: ListIndicator
    private let attribute: Attribute
    private let group: String

    init(
        _ input: ReplayInput, _ tested: TestedPeople, _ sides: GroupAndRest, ranking: PlaceRanking, players: [[String]], indicator: ListIndicator,
        attribute: Attribute, group: String
    ) throws(AttributionError) {
        (self.ranking, self.players, self.indicator, self.attribute, self.group) = (ranking, players, indicator, attribute, group)
        kinds = input.snapshot.workplaces.map(\.workKind)
        let circumstances = RunCircumstances(input.snapshot, filters: input.core.filters)
        func request(_ person: Int) -> ListRequest? {
            let scores = tested.scales.indices.compactMap { scale in tested.score(person: person, scale: scale).map { (tested.scales[scale], $0) } }
            return circumstances.request(
                input.snapshot.runs[tested.people[person].run], scores: Dictionary(scores, uniquingKeysWith: { first, _ in first }))
        }
        requests = sides.group.compactMap(request)
        var differences: [String: Double] = [:]
        for (scale, code) in tested.scales.enumerated() {
            let means = [sides.group, sides.rest].map { side in try? Summary(side.compactMap { tested.score(person: $0, scale: scale) }).mean }
            if let own = means[0], let other = means[1] { differences[code] = own - other }
        }
        self.differences = differences
        restMean = 0
        restMean = try mean(of: sides.rest.compactMap(request))
    }

    /// The gap, group minus rest, when the players of the coalition keep their differences.
    /// - Parameter coalition: bit i is player i.
    func worth(_ coalition: UInt64) throws(AttributionError) -> Double {
        var removed: [String: Double] = [:]
        for (player, scales) in players.enumerated() where coalition >> UInt64(player) & 1 == 0 {
            for scale in scales { removed[scale] = differences[scale] }
        }
        return try mean(
            of: requests.map { request in
                var request = request
                for (scale, difference) in removed { if let score = request.scores[scale] { request.scores[scale] = score - difference } }
                return request
            }) - restMean
    }

    private func mean(of requests: [ListRequest]) throws(AttributionError) -> Double {
        var sum = CompensatedSum()
        var count = 0
        for request in requests {
            do throws(ReplayError) {
                guard let value = indicator.value(of: try ranking.list(for: request, top: indicator.depth), kinds: kinds) else { continue }
                sum.add(value)
                count += 1
            } catch { throw .cannotRank(error) }
        }
        guard count > 0 else { throw .noLists(attribute: attribute.rawValue, group: group) }
        return sum.value / Double(count)
    }
}
