/// One ranked list in which items may share a rank.
///
/// A metric that needs one order takes an `ItemRanking`, made from this with an explicit `TieRule`; a metric that takes this type
/// gives the mean over all orders of the tied items, each equally likely.
public struct TiedRanking: Sendable, Equatable {
    /// Items that share a place, from the first place down; indices into the pool.
    public let tiers: [[Int]]

    /// Group of every item of the pool.
    public let groups: ItemGroups

    /// - Throws: `noObservations` when nothing is ranked or a tier is empty, `outsideRange` when an item is not in the pool or
    ///   occurs twice.
    public init(tiers: [[Int]], groups: ItemGroups) throws(Undefined) {
        guard !tiers.isEmpty, !tiers.contains(where: \.isEmpty) else { throw .noObservations }
        guard tiers.flatMap({ $0 }).areDistinct(below: groups.count) else { throw .outsideRange }
        self.tiers = tiers
        self.groups = groups
    }

    /// Ranks by a value such as a distance, smallest first; exactly equal values share a rank. Items at infinity are not ranked.
    /// - Parameter ascending: one value per item of the pool.
    /// - Throws: `unequalLengths`; `notFinite` for NaN or minus infinity; `noObservations` when nothing is ranked.
    public init(ascending values: [Double], groups: ItemGroups) throws(Undefined) {
        guard values.count == groups.count else { throw .unequalLengths }
        tiers = try Self.tiers(ascending: values)
        guard !tiers.isEmpty else { throw .noObservations }
        self.groups = groups
    }

    /// A ranking without ties as one in which every place is held by one item.
    public init(strict ranking: ItemRanking) {
        tiers = ranking.order.map { [$0] }
        groups = ranking.groups
    }

    /// The number of the tier in which each item of the pool stands; items that are not ranked share the last.
    var tierOfEachItem: [Int] {
        var numbers = [Int](repeating: tiers.count, count: groups.count)
        for (number, tier) in tiers.enumerated() {
            for item in tier { numbers[item] = number }
        }
        return numbers
    }

    /// Items shown.
    public var count: Int { tiers.reduce(0) { $0 + $1.count } }

    /// True when no rank is shared.
    public var isStrict: Bool { tiers.allSatisfy { $0.count == 1 } }

    /// Indices of equal values together, smallest value first, ascending within a tier; infinite values are left out.
    static func tiers(ascending values: [Double]) throws(Undefined) -> [[Int]] {
        guard values.allSatisfy({ $0 > -.infinity }) else { throw .notFinite }
        let ranked = values.indices.filter { values[$0] < .infinity }.sorted { (values[$0], $0) < (values[$1], $1) }
        var tiers: [[Int]] = []
        for item in ranked {
            if let last = tiers.last, values[last[0]] == values[item] {
                tiers[tiers.count - 1].append(item)
            } else {
                tiers.append([item])
            }
        }
        return tiers
    }
}
