/// Least over most: 1 when all get the same, 0 when somebody gets nothing. It hangs on two values alone.
public struct MinimumMaximumRatio: DescriptiveStatistic, Equatable {
    public static let method = "minimum_maximum_ratio"
    public static let citation = "Bertsekas and Gallager (1992), Data Networks, 6.5 (max-min fairness)"

    public let count: Int
    public let estimate: Double

    /// - Throws: `noObservations`, `notFinite`, `outsideRange` for a negative amount, `zeroDenominator` when nobody has anything.
    public init(_ amounts: [Double]) throws(Undefined) {
        let sorted = try Amounts.ascending(amounts)
        count = sorted.count
        estimate = sorted[0] / sorted[sorted.count - 1]
    }
}
