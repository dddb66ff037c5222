/// Spread over groups of the true and the false positive rate together.
///
/// Like `RateSpread` it describes these people: it is positive in every sample of equal groups and has no interval.
public struct EqualizedOdds: DescriptiveStatistic, Equatable {
    public static let method = "equalized_odds"
    public static let citation = "Hardt, Price and Srebro (2016), Advances in Neural Information Processing Systems 29"

    public let truePositives: RateSpread
    public let falsePositives: RateSpread

    /// - Throws: `zeroDenominator` when a group has no people with, or none without, the outcome; `tooFewObservations(needed: 2)` with
    ///   fewer than two groups.
    public init(_ groups: [ConfusionCounts]) throws(Undefined) {
        truePositives = try .truePositives(groups)
        falsePositives = try .falsePositives(groups)
    }

    public var count: Int { truePositives.count + falsePositives.count }

    /// The larger of the two spreads.
    public var estimate: Double { max(truePositives.estimate, falsePositives.estimate) }

    /// Mean of the two spreads.
    public var meanDifference: Double { (truePositives.estimate + falsePositives.estimate) / 2 }

    /// The smaller of the two ratios of lowest to highest.
    ///
    /// - Throws: `zeroDenominator` when all true, or all false, positive rates are zero.
    public func ratio() throws(Undefined) -> Double {
        try min(truePositives.ratio(), falsePositives.ratio())
    }
}
