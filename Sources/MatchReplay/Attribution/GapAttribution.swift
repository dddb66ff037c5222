import Cohort
import Metrics

/// How much of a group's gap in an indicator comes from each scale, or from each component: Shapley values of ``LevelGame``.
///
/// A value says: giving this group the mean of the rest on this scale would change the gap by so much, averaged over all orders in
/// which scales could be treated. It describes how the core turns scores into lists, not why scores differ (``LevelCaution``).
/// The unit is that of the indicator; the group's gap is the sum of the values and of `notLevel`.
/// Source: Shapley (1953); Lundberg and Lee (2017), NeurIPS 30 for values of removed differences.
public struct GapAttribution: Sendable, Equatable {
    public enum Players: String, Sendable, CaseIterable {
        case scales
        case components
    }

    public enum Method: Sendable, Equatable {
        /// Every coalition was tried.
        case exact
        /// So many pairs of orders were drawn; `Share.standardError` is the error that this leaves.
        case sampled(pairs: Int)
    }

    public struct Share: Sendable, Equatable {
        /// Scale code or name of the component.
        public let name: String
        public let value: Double
        /// Of the draw of orders; `nil` when nothing was drawn.
        public let standardError: Double?
    }

    /// More players than this are sampled.
    public static let mostExactPlayers = 12

    public let indicator: ListIndicator
    public let attribute: Attribute
    public let group: String
    public let people: Int
    public let restPeople: Int
    /// Group minus rest, as the lists are: v(all).
    public let gap: Double
    /// What is left of the gap when no scale differs in its mean: v(none).
    public let notLevel: Double
    /// Largest first, by size; equal ones in byte order of name.
    public let shares: [Share]
    public let method: Method
    /// Sum of the shares plus `notLevel` minus the gap: the check, 0 but for rounding.
    public let residual: Double

    /// - Parameters:
    ///   - pairs: drawn when there are more than 12 players; at least 2.
    ///   - minimum: people that either side needs.
    ///   - progress: called now and then with coalitions done and to do; `false` stops.
    public init(
        _ input: ReplayInput, indicator: ListIndicator, attribute: Attribute, group: String, players: Players, pairs: Int = 100, seed: UInt64 = 1,
        minimum: Int = 10, threads: Int = 1, progress: (Int, Int) -> Bool = { _, _ in true }
    ) throws(AttributionError) {
        let tested = TestedPeople(input.snapshot)
        let sides = try GroupAndRest(tested, in: input.snapshot, attribute: attribute, group: group, minimum: minimum)
        let ranking: PlaceRanking
        do throws(ReplayError) {
            ranking = try PlaceRanking(FrozenCore(input.core, snapshot: input.snapshot), market: Market(input.snapshot))
        } catch { throw .cannotRank(error) }
        let named = Self.named(players, ranking.core, input.snapshot)
        let game = try LevelGame(
            input, tested, sides, ranking: ranking, players: named.map(\.scales), indicator: indicator, attribute: attribute, group: group)

        self.indicator = indicator
        self.attribute = attribute
        self.group = group
        people = sides.group.count
        restPeople = sides.rest.count
        let isExact = named.count <= Self.mostExactPlayers
        let orders = isExact ? nil : try Self.defined { () throws(Undefined) in try ShapleyOrders(players: named.count, pairs: pairs, seed: seed) }
        let masks = orders?.coalitions ?? (0..<(UInt64(1) << UInt64(named.count))).map { $0 }
        let worths = try Self.worths(game, masks, threads, progress)
        let values: [Double], errors: [Double?], none: Double, all: Double
        if let orders {
            let worth = Dictionary(zip(masks, worths), uniquingKeysWith: { first, _ in first })
            let drawn = try Self.defined { () throws(Undefined) in try SampledShapleyValues(orders: orders, game: worth) }
            (values, errors, none, all) = (drawn.values, drawn.standardErrors, drawn.none, drawn.all)
            method = .sampled(pairs: drawn.pairs)
        } else {
            let exact = try Self.defined { () throws(Undefined) in try ShapleyValues(game: worths) }
            (values, errors, none, all) = (exact.values, exact.values.map { _ in nil }, exact.none, exact.all)
            method = .exact
        }
        gap = all
        notLevel = none
        shares = named.indices.map { Share(name: named[$0].name, value: values[$0], standardError: errors[$0]) }.sorted { a, b in
            abs(a.value) == abs(b.value) ? precedesInBytes(a.name, b.name) : abs(a.value) > abs(b.value)
        }
        residual = CompensatedSum(values + [none, -all]).value
    }

    private static func defined<Value>(_ make: () throws(Undefined) -> Value) throws(AttributionError) -> Value {
        do throws(Undefined) { return try make() } catch { throw .undefined(error) }
    }

    /// Scales that count, one by one or by component, in byte order.
    private static func named(_ players: Players, _ core: FrozenCore, _ snapshot: Snapshot) -> [(name: String, scales: [String])] {
        let codes = core.scales.map(\.code)
        switch players {
        case .scales:
            return codes.map { ($0, [$0]) }
        case .components:
            let component = Dictionary(snapshot.scales.map { ($0.scaleCode, $0.component) }, uniquingKeysWith: { first, _ in first })
            let groups = Dictionary(grouping: codes) { component[$0] ?? "" }
            return groups.sorted { precedesInBytes($0.key, $1.key) }.map { ($0.key, $0.value) }
        }
    }

    private static func worths(
        _ game: LevelGame, _ masks: [UInt64], _ threads: Int, _ progress: (Int, Int) -> Bool
    ) throws(AttributionError) -> [Double] {
        var worths: [Double] = []
        worths.reserveCapacity(masks.count)
        // In stretches, so that somebody who waits sees it move and can stop it.
        while worths.count < masks.count {
            guard progress(worths.count, masks.count) else { throw .stopped }
            let start = worths.count
            worths += try parallelMap(count: min(64, masks.count - start), threads: threads) { index throws(AttributionError) in
                try game.worth(masks[start + index])
            }
        }
        _ = progress(masks.count, masks.count)
        return worths
    }
}
