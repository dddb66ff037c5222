/// How far items' attention lies from their relevance, summed over items, after averaging both over all rankings.
///
/// sum over items of |mean attention - mean relevance|; zero when attention follows relevance in the long run, even where no single
/// ranking does. Averages are per ranking, so the figure does not grow with their number.
public struct AmortisedInequity: DescriptiveStatistic {
    public static let method = "amortised_inequity"
    public static let citation = "Biega, Gummadi and Weikum (2018), SIGIR 2018:405-414"

    /// In which unit attention and relevance are compared.
    public enum Scale: Sendable {
        /// Both as they are: attention 1 at the first place, relevance on the caller's scale.
        case asGiven
        /// Both as shares of their sum, as in the source; in [0, 2].
        case shares
    }

    public let count: Int
    public let estimate: Double

    /// - Parameter relevance: one list per ranking, with one value per item of the pool.
    /// - Throws: `noObservations`, `unequalLengths`, `notFinite`, `outsideRange` for a negative relevance, `zeroDenominator` when
    ///   shares are asked and nothing is relevant.
    public init(_ rankings: [ItemRanking], relevance: [[Double]], discount: Discount, scale: Scale) throws(Undefined) {
        let exposure = try ItemExposure(mean: rankings, discount: discount)
        guard relevance.count == rankings.count, relevance.allSatisfy({ $0.count == exposure.values.count }) else { throw .unequalLengths }
        let all = relevance.joined()
        guard all.allSatisfy(\.isFinite) else { throw .notFinite }
        guard all.allSatisfy({ $0 >= 0 }) else { throw .outsideRange }
        var owed: [Double] = []
        for item in exposure.values.indices { owed.append(try OrderFree.mean(relevance.map { $0[item] })) }
        var unit = (attention: 1.0, relevance: 1.0)
        if scale == .shares {
            unit = (OrderFree.sum(exposure.values), OrderFree.sum(owed))
            guard unit.relevance > 0 else { throw .zeroDenominator }
        }
        estimate = OrderFree.sum(zip(exposure.values, owed).map { abs($0 / unit.attention - $1 / unit.relevance) })
        count = exposure.values.count
    }
}
