/// A group that one half of the participants proposed, as the other half sees it: group minus everybody else.
public struct DiscoveryFinding: Statistic {
    public static let method = "split_sample_discovery"
    public static let citation = "Cox (1975), Biometrika 62:441-444 (data splitting); Benjamini and Hochberg (1995), JRSS B 57:289-300"

    /// The difference in the half that proposed the group. It was picked for its size, so it is too large on average.
    public let proposedDifference: Double
    /// The difference in the half that had no say: this is the one to report.
    public let difference: any GroupDifference
    /// One-sided in the direction proposed, Benjamini-Hochberg over all groups tested.
    public let pAdjusted: Double
    /// `pAdjusted` is at most the false discovery rate asked for.
    public let isDiscovery: Bool

    package init(proposedDifference: Double, difference: any GroupDifference, pAdjusted: Double, isDiscovery: Bool) {
        self.proposedDifference = proposedDifference
        self.difference = difference
        self.pAdjusted = pAdjusted
        self.isDiscovery = isDiscovery
    }

    public var count: Int { difference.count }
    public var estimate: Double { difference.estimate }

    public func interval(level: Double) throws(Undefined) -> Interval {
        difference.interval(level: level)
    }
}
