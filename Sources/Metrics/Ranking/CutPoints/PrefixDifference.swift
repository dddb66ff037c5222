/// rND: mean distance between a group's share in the prefixes of a list and its share of the pool, normalised.
///
/// Deviation at a cut: |members in the prefix / prefix - members / pool|. In [0, 1]: 0 = the
/// pool's share at every cut, 1 = no order deviates more. The distance has no direction: a group that has all first places and one that has all last places
/// can score the same, so `direction` says which of the two it is.
public struct PrefixDifference: DescriptiveStatistic {
    public static let method = "rnd"
    public static let citation = "Yang and Stoyanovich (2017), SSDBM 2017:22"

    private let disparity: PrefixDisparity

    /// The sum before it is divided by the normaliser.
    public var raw: Double { disparity.raw }
    public var normaliser: Double { disparity.normaliser }
    public var count: Int { disparity.count }
    public var estimate: Double { disparity.raw / disparity.normaliser }

    /// The same sum of signed deviations over the normaliser: above 0 = the group is over-represented near the top, below 0 =
    /// under-represented.
    public let direction: Double

    /// - Parameter cuts: prefix lengths, ascending.
    /// - Throws: `outsideRange` when there is no such class or a cut is not in 1...count or not above the one before; `noObservations`
    ///   without cuts or when nobody or everybody is in the group; `zeroDenominator` when no order deviates at these cuts.
    public init(_ ranking: ItemRanking, group: Int, cuts: [Int]) throws(Undefined) {
        func signed(_ seen: Int, _ cut: Int, _ members: Int, _ pool: Int) -> Double {
            Double(seen) / Double(cut) - Double(members) / Double(pool)
        }
        disparity = try PrefixDisparity(ranking, group: group, cuts: cuts) { abs(signed($0, $1, $2, $3)) }
        direction = try PrefixDisparity.sum(ranking, group: group, cuts: cuts, deviation: signed) / disparity.normaliser
    }
}
