/// Yes-or-no outcomes of the same people under two conditions, for example with the candidate and with the current algorithm.
public struct PairedCounts: Sendable, Equatable {
    /// People with the outcome under both conditions.
    public let both: Int
    public let firstOnly: Int
    public let secondOnly: Int
    public let neither: Int

    /// - Throws: `outsideRange` for a negative count, `noObservations` when there are no people.
    public init(both: Int, firstOnly: Int, secondOnly: Int, neither: Int) throws(Undefined) {
        guard [both, firstOnly, secondOnly, neither].allSatisfy({ $0 >= 0 && $0 < 1 << 50 }) else { throw .outsideRange }
        guard both + firstOnly + secondOnly + neither > 0 else { throw .noObservations }
        self.both = both
        self.firstOnly = firstOnly
        self.secondOnly = secondOnly
        self.neither = neither
    }

    /// - Throws: `unequalLengths`, `noObservations`.
    public init(first: [Bool], second: [Bool]) throws(Undefined) {
        guard first.count == second.count else { throw .unequalLengths }
        let pairs = zip(first, second)
        try self.init(
            both: pairs.count { $0 && $1 }, firstOnly: pairs.count { $0 && !$1 }, secondOnly: pairs.count { !$0 && $1 },
            neither: pairs.count { !$0 && !$1 })
    }

    public var total: Int { both + firstOnly + secondOnly + neither }

    /// People whose outcome changed.
    public var discordant: Int { firstOnly + secondOnly }

    /// The two conditions exchanged.
    public var swapped: PairedCounts {
        PairedCounts(checked: (both, secondOnly, firstOnly, neither))
    }

    private init(checked counts: (Int, Int, Int, Int)) {
        (both, firstOnly, secondOnly, neither) = counts
    }
}
