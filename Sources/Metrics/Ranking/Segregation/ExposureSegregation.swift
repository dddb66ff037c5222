/// Do two groups of participants see different workplaces? Jensen-Shannon divergence between the attention that their lists give to each
/// workplace, against a permutation null.
///
/// Each participant has one unit of attention, dealt over the first `depth` places of the own list in proportion to the discount; a
/// group's share of a workplace is the mean over its members. Estimate: Jensen-Shannon divergence of the two, in nats, 0...ln 2.
/// Even if lists have nothing to do with the group it is above 0, and the more so the fewer people there are; so the mean under
/// shuffled labels (`nullMean`) and the `excess` over it stand beside it, and the p value is (1 + shuffles at least as divergent) /
/// (1 + shuffles).
///
/// Attention is counted in units of 2^-40, so that neither the order of participants nor the swap of the groups can change the
/// estimate. The shuffles follow from the seed and the positions of the participants.
public struct ExposureSegregation: DescriptiveStatistic, SignificanceTest {
    public static let method = "exposure_segregation_jensen_shannon"
    public static let citation = "Lin (1991), IEEE Transactions on Information Theory 37:145-151; permutation p: Phipson and Smyth (2010), Statistical Applications in Genetics and Molecular Biology 9(1):39"

    public let groupCount: Int
    public let referenceCount: Int
    /// People of either group who have no list; they are not in the counts.
    public let withoutList: Int
    /// Share of each workplace in the attention of the group's, and of the reference's lists.
    public let groupShares: GroupDistribution
    public let referenceShares: GroupDistribution
    /// Jensen-Shannon divergence in nats.
    public let estimate: Double
    /// Mean and standard deviation of the divergence when the group labels are shuffled.
    public let nullMean: Double
    public let nullDeviation: Double
    public let replicates: Int
    public let pValue: Double

    /// - Parameters:
    ///   - depth: places of each list that get attention; a shorter list gives all its attention to what it has.
    ///   - replicates: shuffles; the smallest p is 1 / (1 + replicates).
    /// - Throws: `outsideRange` for a class that is not there, group = reference or a depth below 1; `noObservations` when a side has nobody with a
    ///   list; `tooFewReplicates` below 1.
    public init(
        _ lists: ParticipantLists, group: Int, reference: Int, discount: Discount, depth: Int, seed: UInt64, replicates: Int
    ) throws(Undefined) {
        guard depth >= 1, group != reference else { throw .outsideRange }
        guard replicates >= 1 else { throw .tooFewReplicates(needed: 1) }
        let both = (try lists.groups.members(of: group), try lists.groups.members(of: reference))
        let members = (both.0 + both.1).sorted().filter { !lists.lists[$0].isEmpty }
        let isGroup = members.map { lists.groups.labels[$0] == group }
        let sizes = (isGroup.count { $0 }, isGroup.count { !$0 })
        guard sizes.0 > 0, sizes.1 > 0 else { throw .noObservations }
        let attention = Attention(members.map { Array(lists.lists[$0].prefix(depth)) }, workplaces: lists.workplaces, discount: discount)
        let shares = attention.shares(isGroup, sizes)
        let observed = try Divergence.jensenShannon(shares.group, shares.reference)
        var atLeast = 0
        var null: [Double] = []
        for replicate in 0..<replicates {
            let order = LabelPermutation.order(count: members.count, seed: seed, replicate: UInt64(replicate))
            let dealt = attention.shares(order.map { isGroup[$0] }, sizes)
            let value = try Divergence.jensenShannon(dealt.group, dealt.reference)
            // Labellings that are equal on paper differ in the last digits.
            if value >= observed * (1 - 1e-12) { atLeast += 1 }
            null.append(value)
        }
        let summary = try Summary(null)
        groupCount = sizes.0
        referenceCount = sizes.1
        withoutList = both.0.count + both.1.count - members.count
        groupShares = shares.group
        referenceShares = shares.reference
        estimate = observed
        nullMean = summary.mean
        nullDeviation = summary.populationDeviation
        self.replicates = replicates
        pValue = Double(1 + atLeast) / Double(1 + replicates)
    }

    public var count: Int { groupCount + referenceCount }

    /// Same as the estimate.
    public var statistic: Double { estimate }

    /// What is left of the estimate after what chance alone gives; may be negative.
    public var excess: Double { estimate - nullMean }
}
