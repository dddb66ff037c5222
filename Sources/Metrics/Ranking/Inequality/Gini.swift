/// Gini coefficient of attention over workplaces (or of any non-negative amounts): 0 when all get the same.
///
/// With amounts in ascending order x(1) <= ... <= x(n): sum of (2i - n - 1) x(i) / (n * sum of x), half the mean absolute difference over the mean. Two
/// conventions are in use and differ by n / (n - 1): `estimate` divides by n (highest value (n - 1)/n, when one place has everything; unchanged
/// when everybody is doubled), `sampleCorrected` by n - 1 (highest value 1). Amounts 1, 2, 3, 4: .25 and .3333.
public struct Gini: DescriptiveStatistic, Equatable {
    public static let method = "gini"
    public static let citation = "Gini (1914); Deltas (2003), Review of Economics and Statistics 85:226-234 for the divisor n - 1"

    public let count: Int
    /// Divisor n.
    public let estimate: Double

    /// - Throws: `noObservations`, `notFinite`, `outsideRange` for a negative amount, `zeroDenominator` when nobody has anything.
    public init(_ amounts: [Double]) throws(Undefined) {
        let sorted = try Amounts.ascending(amounts)
        let total = CompensatedSum(sorted).value
        let n = Double(sorted.count)
        // Differences of neighbours, each counted as often as it lies between a pair: no cancellation, and equal amounts give exactly 0.
        var sum = CompensatedSum()
        for index in stride(from: 1, to: sorted.count, by: 1) {
            sum.add((sorted[index] - sorted[index - 1]) * Double(index) * (n - Double(index)))
        }
        count = sorted.count
        estimate = sum.value / (n * total)
    }

    /// Divisor n - 1.
    ///
    /// - Throws: `tooFewObservations` for a single amount.
    public func sampleCorrected() throws(Undefined) -> Double {
        guard count > 1 else { throw .tooFewObservations(needed: 2) }
        return estimate * Double(count) / Double(count - 1)
    }
}
