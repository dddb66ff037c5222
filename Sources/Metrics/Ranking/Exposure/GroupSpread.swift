/// How far the figures of several groups lie apart, in five definitions, all without direction.
///
/// For description only: the largest minus the smallest of several noisy figures is never zero, so it says nothing about what is
/// beyond chance. A comparison that is judged names its group and its reference (`ExposureRatio`, `GroupDifference`).
public struct GroupSpread: DescriptiveStatistic {
    public static let method = "group_spread"
    public static let citation = "Cachel and Rundensteiner (2023), FairRankTune; definitions as documented here"

    /// Smallest first.
    public let values: [Double]
    public let count: Int

    /// - Parameters:
    ///   - values: one figure per group, for example `GroupExposure.mean(of:)`.
    ///   - count: items or people behind them.
    /// - Throws: `tooFewObservations(needed: 2)` for fewer than two groups: one group is no comparison, and not an equal one either;
    ///   `notFinite`.
    public init(_ values: [Double], count: Int) throws(Undefined) {
        guard values.count >= 2 else { throw .tooFewObservations(needed: 2) }
        guard values.allSatisfy(\.isFinite) else { throw .notFinite }
        self.values = values.sorted()
        self.count = count
    }

    /// Largest minus smallest.
    public var estimate: Double { values[values.count - 1] - values[0] }

    /// Smallest over largest, in [0, 1]; 1 = all groups alike.
    /// - Throws: `outsideRange` for a negative figure, `zeroDenominator` when all are zero.
    public func ratio() throws(Undefined) -> Double {
        guard values[0] >= 0 else { throw .outsideRange }
        guard values[values.count - 1] > 0 else { throw .zeroDenominator }
        return values[0] / values[values.count - 1]
    }

    /// Mean over groups of |value - mean of the groups|.
    public var meanAbsoluteDeviation: Double {
        OrderFree.sum(values.map { abs($0 - mean) }) / Double(values.count)
    }

    /// Root of the sum of squared values (not the sum itself).
    public var norm: Double {
        OrderFree.sum(values.map { $0 * $0 }).squareRoot()
    }

    /// Mean over groups of the squared deviation: divided by the number of groups, which are all there are.
    public var variance: Double {
        OrderFree.sum(values.map { ($0 - mean) * ($0 - mean) }) / Double(values.count)
    }

    private var mean: Double { OrderFree.sum(values) / Double(values.count) }
}
