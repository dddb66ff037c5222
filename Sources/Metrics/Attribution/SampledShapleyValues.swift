/// Shapley values estimated from random orders of the players, with the error that the sampling leaves.
///
/// Each order gives every player what it added on arrival; the estimate is the mean over orders, its standard error the spread of the
/// means of antithetic pairs over the root of their number. Whatever the orders, the values add up to v(all) - v(none) exactly.
/// The error is that of the draw of orders alone, not of the people behind the game.
public struct SampledShapleyValues: Sendable, Equatable {
    public static let method = "shapley_sampled_orders"
    public static let citation =
        "Castro, Gómez and Tejada (2009), Computers and Operations Research 36:1726-1730; pairs: Mitchell, Cooper, Frank and Holmes (2022), Journal of Machine Learning Research 23:43"

    /// In the unit of the worth, player by player.
    public let values: [Double]
    /// Parallel to `values`; 0 for a player who adds the same to every coalition.
    public let standardErrors: [Double]
    public let none: Double
    public let all: Double
    /// Pairs of orders that were drawn.
    public let pairs: Int

    /// - Parameter game: the worth of (at least) each of `orders.coalitions`.
    /// - Throws: `unequalLengths` when a coalition's worth is missing; `notFinite`.
    public init(orders: ShapleyOrders, game: [UInt64: Double]) throws(Undefined) {
        guard orders.coalitions.allSatisfy({ game[$0] != nil }) else { throw .unequalLengths }
        guard game.values.allSatisfy(\.isFinite) else { throw .notFinite }
        func worth(_ mask: UInt64) -> Double { game[mask] ?? 0 }
        var means = [[Double]](repeating: [], count: orders.players)
        for pair in 0..<orders.pairs {
            var added = [Double](repeating: 0, count: orders.players)
            for order in orders.orders[2 * pair..<2 * pair + 2] {
                var mask: UInt64 = 0
                for player in order {
                    let joined = mask | 1 << UInt64(player)
                    added[player] += worth(joined) - worth(mask)
                    mask = joined
                }
            }
            for player in added.indices { means[player].append(added[player] / 2) }
        }
        var values: [Double] = []
        var errors: [Double] = []
        for player in means {
            let summary = try Summary(player)
            values.append(summary.mean)
            errors.append(((summary.sampleVariance ?? 0) / Double(summary.count)).squareRoot())
        }
        self.values = values
        standardErrors = errors
        none = worth(0)
        all = worth((1 << UInt64(orders.players)) - 1)
        pairs = orders.pairs
    }

    public var shared: Double { all - none }

    /// Sum of the values minus what they share out: 0 but for rounding.
    public var residual: Double { CompensatedSum(values).value - shared }
}
