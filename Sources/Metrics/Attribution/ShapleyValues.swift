/// Shapley values: a share of what a game is worth for each player, from the worth of every coalition.
///
/// phi_i = sum over coalitions S without i of |S|! (n - |S| - 1)! / n! * (v(S + i) - v(S)): what player i adds, averaged over all
/// orders in which the players can come. They are the only shares that add up to v(all) - v(none), are equal for players who add the
/// same everywhere, are 0 for a player who adds nothing anywhere, and add up over games.
public struct ShapleyValues: Sendable, Equatable {
    public static let method = "shapley_exact"
    public static let citation = "Shapley (1953), Contributions to the Theory of Games 2:307-317"

    /// In the unit of the worth, player by player.
    public let values: [Double]
    /// v of nobody; it need not be 0, and is no player's share.
    public let none: Double
    /// v of everybody.
    public let all: Double

    /// More players than this have more coalitions than a figure is worth; sample orders instead.
    public static let mostPlayers = 20

    /// - Parameter game: the worth of each of the 2^n coalitions; player i is in coalition number `mask` when bit i of it is set.
    /// - Throws: `noObservations` for a game without players; `unequalLengths` when the number of coalitions is no power of 2;
    ///   `outsideRange` for more than 20 players; `notFinite`.
    public init(game: [Double]) throws(Undefined) {
        guard game.count > 1 else { throw .noObservations }
        guard game.count & (game.count - 1) == 0 else { throw .unequalLengths }
        let players = game.count.trailingZeroBitCount
        guard players <= Self.mostPlayers else { throw .outsideRange }
        guard game.allSatisfy(\.isFinite) else { throw .notFinite }
        // Weight of a coalition of s others: 1 / (n * (n - 1 over s)).
        var weights: [Double] = []
        var others = 1.0
        for size in 0..<players {
            weights.append(1 / (Double(players) * others))
            others = (others * Double(players - 1 - size) / Double(size + 1)).rounded()
        }
        values = (0..<players).map { player in
            var sum = CompensatedSum()
            for mask in game.indices where mask & (1 << player) == 0 {
                sum.add(weights[mask.nonzeroBitCount] * (game[mask | (1 << player)] - game[mask]))
            }
            return sum.value
        }
        none = game[0]
        all = game[game.count - 1]
    }

    /// v(all) - v(none): what the values share out.
    public var shared: Double { all - none }

    /// Sum of the values minus what they share out: 0 but for rounding, printed as the check that it is.
    public var residual: Double { CompensatedSum(values).value - shared }
}
