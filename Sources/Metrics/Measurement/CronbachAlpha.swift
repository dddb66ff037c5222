/// Reliability of the sum of k items: alpha = k/(k - 1) (1 - sum of item variances / variance of the sum).
///
/// Equals the reliability when all items measure one trait equally strongly; otherwise, with uncorrelated errors, it is below it.
/// It does not show that the items measure one thing. It can be negative, then usually because a reverse-keyed item was not
/// named: `itemsAgainstTheRest` lists suspects.
///
/// Interval: Feldt (1965), 1 - (1 - alpha) F with the upper and lower quantile of F on n - 1 and (n - 1)(k - 1) degrees of freedom,
/// exact for normal items of equal variance and covariance. With pairs, n is that of the smallest pair.
public struct CronbachAlpha: Statistic {
    public static let method = "cronbach_alpha"
    public static let citation = "Cronbach (1951), Psychometrika 16:297-334; Feldt (1965), Psychometrika 30:357-370"

    public let items: Int
    public let count: Int
    public let estimate: Double
    /// Places, from 0, of items whose covariance with the sum of the others is negative.
    public let itemsAgainstTheRest: [Int]

    /// - Throws: what `ItemScores.covariance` and the other initialiser throw.
    public init(_ scores: ItemScores, missing: ItemScores.Missing) throws(Undefined) {
        let (matrix, people) = try scores.covariance(missing: missing)
        try self.init(covariance: matrix, people: people)
    }

    /// - Throws: `tooFewObservations(needed: 2)` for fewer than two items or people, `zeroVariance` when the sum does not vary,
    ///   `outsideRange` when covariances from pairs give the sum a negative variance, `notFinite`.
    public init(covariance: SymmetricMatrix, people: Int) throws(Undefined) {
        guard covariance.size > 1, people > 1 else { throw .tooFewObservations(needed: 2) }
        let variance = covariance.total
        guard variance.isFinite else { throw .notFinite }
        // Items that cancel each other leave rounding behind.
        guard abs(variance) > 1e-12 * covariance.trace else { throw .zeroVariance }
        guard variance > 0 else { throw .outsideRange }
        let k = Double(covariance.size)
        items = covariance.size
        count = people
        estimate = k / (k - 1) * (1 - covariance.trace / variance)
        itemsAgainstTheRest = (0..<covariance.size).filter { item in
            CompensatedSum((0..<covariance.size).lazy.filter { $0 != item }.map { covariance[item, $0] }).value < 0
        }
    }

    /// - Throws: `zeroVariance` when alpha is 1: all items are copies of each other.
    public func interval(level: Double) throws(Undefined) -> Interval {
        guard estimate < 1 else { throw .zeroVariance }
        let numerator = Double(count - 1)
        let denominator = numerator * Double(items - 1)
        let tail = (1 - level) / 2
        let high = FDistribution.quantile(1 - tail, numerator: numerator, denominator: denominator)
        let low = FDistribution.quantile(tail, numerator: numerator, denominator: denominator)
        return Interval(level: level, low: 1 - (1 - estimate) * high, high: 1 - (1 - estimate) * low)
    }
}
