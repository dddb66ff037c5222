/// Observed events over those the predicted chances add up to: above 1 the predictions are too low.
///
/// Interval: Wilson's for the observed rate over the mean prediction, which is taken as known. At no events the lower limit is 0
/// and the upper one still says something.
public struct ObservedOverExpected: Statistic {
    public static let method = "observed_over_expected_wilson"
    public static let citation = "Steyerberg (2019), Clinical Prediction Models, 2nd edition, 15.3; Wilson (1927), JASA 22:209-212"

    public let count: Int
    public let observed: Double
    public let expected: Double
    private let rate: Wilson

    /// - Throws: as `BrierScore`; `zeroDenominator` when every prediction is 0.
    public init(predicted: [Double], outcomes: [Bool]) throws(Undefined) {
        try CalibrationCheck.check(predicted, outcomes)
        count = predicted.count
        observed = Double(outcomes.count { $0 })
        expected = CompensatedSum(predicted).value
        guard expected > 0 else { throw .zeroDenominator }
        rate = try Wilson(events: observed, total: Double(count))
    }

    public var estimate: Double { observed / expected }

    public func interval(level: Double) -> Interval {
        let limits = rate.interval(level: level)
        let mean = expected / Double(count)
        return Interval(level: level, low: limits.low / mean, high: limits.high / mean)
    }
}
