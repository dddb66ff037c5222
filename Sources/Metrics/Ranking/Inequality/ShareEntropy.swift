import RealModule

/// Shannon entropy of the shares that places have in all attention, in nats: ln n when all get the same, 0 when one gets everything.
public struct ShareEntropy: DescriptiveStatistic, Equatable {
    public static let method = "share_entropy"
    public static let citation = "Shannon (1948), Bell System Technical Journal 27:379-423"

    public let count: Int
    public let estimate: Double

    /// - Throws: `noObservations`, `notFinite`, `outsideRange` for a negative amount, `zeroDenominator` when nobody has anything.
    public init(_ amounts: [Double]) throws(Undefined) {
        let sorted = try Amounts.ascending(amounts)
        let total = CompensatedSum(sorted).value
        count = sorted.count
        // 0 ln 0 = 0; -0 becomes 0.
        estimate = max(0, -CompensatedSum(sorted.lazy.filter { $0 > 0 }.map { $0 / total * Double.log($0 / total) }).value) + 0
    }

    public var bits: Double { estimate / Double.log(2) }

    /// Over its largest value, ln n: in 0...1.
    ///
    /// - Throws: `tooFewObservations` for a single place, whose entropy is 0 of 0.
    public func normalised() throws(Undefined) -> Double {
        guard count > 1 else { throw .tooFewObservations(needed: 2) }
        return min(1, estimate / Double.log(Double(count)))
    }
}
