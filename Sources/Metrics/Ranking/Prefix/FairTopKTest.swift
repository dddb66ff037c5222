/// Does a list have enough protected items from the top on? FA*IR's test with the exact p value over all prefixes.
///
/// Statistic: the smallest P(Bin(i, share) <= protected among the first i) over all prefixes i. p value: chance that a list of independent
/// draws has a smallest tail at least as small, by the recursion over (prefix, count). The list fails the adjusted
/// table at alpha exactly when the p value is at most alpha (`FairTopKTable.adjusted`).
public struct FairTopKTest: SignificanceTest {
    public static let method = "fair_top_k"
    public static let citation = FairTopKTable.citation

    public let share: Double
    /// Protected items among the first 1, 2, ..., k places, and the lower tail of each.
    public let counts: [Int]
    public let pointwise: [Double]
    public let pValue: Double

    /// - Parameters:
    ///   - protected: class of the ranked items; those of unknown group do not count as protected.
    ///   - share: of protected items in the endless pool, stated by the caller and never taken from the list.
    /// - Throws: `outsideRange` when there is no such class or the share is not strictly between 0 and 1; `noObservations` when the pool has
    ///   nobody of the class, so that no list could have one.
    public init(ranking: ItemRanking, protected: Int, share: Double) throws(Undefined) {
        guard ranking.groups.counts.indices.contains(protected) else { throw .outsideRange }
        guard ranking.groups.counts[protected] > 0 else { throw .noObservations }
        try self.init(isProtected: ranking.groupsInOrder.map { $0 == protected }, share: share)
    }

    /// - Parameter isProtected: in list order.
    package init(isProtected: [Bool], share: Double) throws(Undefined) {
        guard !isProtected.isEmpty else { throw .noObservations }
        guard share > 0, share < 1 else { throw .outsideRange }
        let level = PrefixLevel(null: EndlessPool(share: share), length: isProtected.count, side: .tooFew)
        var counts: [Int] = []
        var pointwise: [Double] = []
        var count = 0
        for (index, isMember) in isProtected.enumerated() {
            if isMember { count += 1 }
            counts.append(count)
            pointwise.append(level.pointwise(count, prefix: index + 1))
        }
        self.share = share
        self.counts = counts
        self.pointwise = pointwise
        pValue = level.simultaneous(pointwise.min() ?? 1)
    }

    /// Places of the list.
    public var count: Int { counts.count }

    /// The smallest pointwise tail.
    public var statistic: Double { pointwise.min() ?? 1 }

    /// Length of the (first) prefix with the smallest tail.
    public var mostExtremePrefix: Int {
        (pointwise.indices.min { pointwise[$0] < pointwise[$1] } ?? 0) + 1
    }

    /// Mean of the pointwise tails, the summary that BOI prints: it is no p value (its chance of being small is unknown) and is here to be
    /// compared with.
    public var meanPointwise: Double { CompensatedSum(pointwise).value / Double(count) }
}
