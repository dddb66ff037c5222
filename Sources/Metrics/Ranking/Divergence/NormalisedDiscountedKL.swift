/// Normalised discounted Kullback-Leibler divergence (NDKL): how far the groups' shares in every prefix of a list lie from a target.
///
/// (1 / Z) sum over i = 1...depth of KL(shares in the first i from target) / log2(1 + i), in nats, Z = sum of 1 / log2(1 + i).
/// 0 = every prefix has exactly the target, which no list of whole people of two groups reaches: compare with lists of the same
/// length, not with 0. The target is external; taken from the list itself, a list without any member of a group would be perfect.
public struct NormalisedDiscountedKL: DescriptiveStatistic {
    public static let method = "normalised_discounted_kl"
    public static let citation = "Geyik, Ambler and Kenthapadi (2019), KDD 2019:2221-2231"

    /// Items judged: the depth.
    public let count: Int
    public let estimate: Double

    /// - Parameters:
    ///   - target: one share per class. The estimate is infinite when the list shows a class whose share is 0.
    ///   - depth: last prefix judged; nil for the whole list.
    /// - Throws: `outsideRange` when the depth is not in 1...count, `unequalLengths` when the target has other classes.
    public init(_ ranking: ItemRanking, target: GroupDistribution, depth: Int? = nil) throws(Undefined) {
        let depth = depth ?? ranking.count
        guard (1...ranking.count).contains(depth) else { throw .outsideRange }
        guard target.shares.count == ranking.groups.classes else { throw .unequalLengths }
        let weights = Discount.logarithmic.weights(depth)
        var counts = [Double](repeating: 0, count: ranking.groups.classes)
        var sum = CompensatedSum()
        for (offset, group) in ranking.groupsInOrder.prefix(depth).enumerated() {
            counts[group] += 1
            sum.add(weights[offset] * (try Divergence.kullbackLeibler(GroupDistribution(weights: counts), from: target)))
        }
        estimate = sum.value / CompensatedSum(weights).value
        count = depth
    }
}
