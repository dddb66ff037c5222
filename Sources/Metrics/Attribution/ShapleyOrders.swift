/// Orders in which players come, drawn at random for games with too many coalitions to try them all.
///
/// Each order is followed by its reverse: who came early comes late, which takes most of the noise out of games that are nearly a sum
/// (antithetic pairs: Mitchell, Cooper, Frank and Holmes 2022, Journal of Machine Learning Research 23:43).
public struct ShapleyOrders: Sendable, Equatable {
    public let players: Int
    /// Orders 2q and 2q + 1 are a pair.
    public let orders: [[Int]]

    /// - Parameters:
    ///   - pairs: at least 2: a standard error needs two draws.
    ///   - seed: the orders follow from it and the number of players alone.
    /// - Throws: `noObservations` without players; `outsideRange` for more than 62; `tooFewReplicates(needed: 2)`.
    public init(players: Int, pairs: Int, seed: UInt64) throws(Undefined) {
        guard players >= 1 else { throw .noObservations }
        guard players <= 62 else { throw .outsideRange }
        guard pairs >= 2 else { throw .tooFewReplicates(needed: 2) }
        self.players = players
        orders = (0..<UInt64(pairs)).flatMap { pair in
            let order = LabelPermutation.order(count: players, seed: seed, replicate: pair)
            return [order, order.reversed()]
        }
    }

    public var pairs: Int { orders.count / 2 }

    /// Every coalition that some order passes through, each once, ascending: the worths that are needed. Bit i is player i.
    public var coalitions: [UInt64] {
        var seen: Set<UInt64> = [0]
        for order in orders {
            var mask: UInt64 = 0
            for player in order {
                mask |= 1 << UInt64(player)
                seen.insert(mask)
            }
        }
        return seen.sorted()
    }
}
