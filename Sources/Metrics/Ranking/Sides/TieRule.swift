/// Which of several items with the same value stands first. There is no default: a rule nobody chose still gives somebody the
/// first place every time.
public enum TieRule: Sendable, Equatable {
    /// The lower index first. Whoever comes first in the file is favoured in every list.
    case lowerIndexFirst

    /// By a position given for every item, lowest first, for example the rule of the ranker itself. Equal positions: lower index.
    case positions([Int])

    /// A shuffle that follows from the seed, the item and the list, so that nobody is favoured in all lists.
    case shuffled(seed: UInt64)

    /// The members of a tie in the order of this rule.
    /// - Parameters:
    ///   - list: number of the list in which the tie occurs; only the shuffle uses it.
    /// - Throws: `unequalLengths` when an item has no position.
    func order(_ tie: [Int], list: Int) throws(Undefined) -> [Int] {
        guard tie.count > 1 else { return tie }
        switch self {
        case .lowerIndexFirst:
            return tie.sorted()
        case .positions(let positions):
            guard tie.allSatisfy(positions.indices.contains) else { throw .unequalLengths }
            return tie.sorted { (positions[$0], $0) < (positions[$1], $1) }
        case .shuffled(let seed):
            let keyed = tie.map { item in
                (key: CounterRandom.bits(seed: seed, participant: UInt64(item), replicate: UInt64(list)), item: item)
            }
            return keyed.sorted { ($0.key, $0.item) < ($1.key, $1.item) }.map(\.item)
        }
    }
}
