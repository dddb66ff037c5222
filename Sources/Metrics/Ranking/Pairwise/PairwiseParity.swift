/// How far the groups' shares of favoured pairs lie apart: the largest minus the smallest (attribute rank parity).
///
/// In [0, 1]; 0 = every group stands above the others as often as below, 1 = one group stands wholly above another that stands
/// below all. For description: a comparison that is judged uses `PairwiseOrder.chance(group:over:)` and a rank test.
public struct PairwiseParity: DescriptiveStatistic {
    public static let method = "pairwise_parity"
    public static let citation = "Cachel, Rundensteiner and Harrison (2022), ICDE 2022; Kuhlman, VanValkenburg and Rundensteiner (2019), WWW 2019:2936-2942"

    public let order: PairwiseOrder

    /// Share of favoured pairs of each class.
    public let shares: [Double]
    public let estimate: Double

    /// Items of the pool.
    public var count: Int { order.groups.count }

    /// - Throws: `noObservations` when a class has no members or there is one class only.
    public init(_ order: PairwiseOrder) throws(Undefined) {
        var shares: [Double] = []
        for group in 0..<order.groups.classes { shares.append(try order.favouredShare(of: group)) }
        estimate = try GroupSpread(shares, count: order.groups.count).estimate
        self.shares = shares
        self.order = order
    }
}
