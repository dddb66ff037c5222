/// rRD: how far the ratio of a group's members to the others falls short of that ratio in the pool, in the prefixes of a list,
/// normalised.
///
/// Deviation at a cut: max(0, members / others in the pool - members / others in the prefix); a prefix without others falls short of
/// nothing. One-sided: 0 = the group is nowhere under-represented, which includes that it has all first places. (The paper's
/// two-sided form sets a ratio without others to 0, so that a prefix of the group alone counts as one without the group.)
public struct PrefixRatio: DescriptiveStatistic {
    public static let method = "rrd"
    public static let citation = "Yang and Stoyanovich (2017), SSDBM 2017:22; one-sided as in their FAT/ML 2016 version"

    private let disparity: PrefixDisparity

    /// The sum before it is divided by the normaliser.
    public var raw: Double { disparity.raw }
    public var normaliser: Double { disparity.normaliser }
    public var count: Int { disparity.count }
    public var estimate: Double { disparity.raw / disparity.normaliser }

    /// - Parameter cuts: prefix lengths, ascending.
    /// - Throws: as `PrefixDifference`.
    public init(_ ranking: ItemRanking, group: Int, cuts: [Int]) throws(Undefined) {
        disparity = try PrefixDisparity(ranking, group: group, cuts: cuts) { seen, cut, members, pool in
            if seen == cut { return 0 }
            return max(0, Double(members) / Double(pool - members) - Double(seen) / Double(cut - seen))
        }
    }
}
