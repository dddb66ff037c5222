import RealModule

/// How predicted chances must be moved to fit the outcomes, in two models that answer different questions:
///
/// - in the large: logit P(y) = a + logit(p), slope held at 1. a > 0: predictions are too low on the whole.
/// - slope model: logit P(y) = a + b logit(p). b < 1: predictions are too extreme, b > 1: too cautious. Its a is the intercept at
///   p = 1/2 and is not the one in the large.
public struct LogisticRecalibration: Sendable {
    public static let method = "logistic_recalibration"
    public static let citation = "Cox (1958), Biometrika 45:562-565; Steyerberg (2019), Clinical Prediction Models, 2nd edition, 15.3"

    /// a with the slope held at 1; 0 is perfect.
    public let inTheLarge: LogisticEstimate
    /// Fails where all predictions are the same or tell the outcomes apart.
    public let slopeModel: Result<LogisticRegression, Undefined>

    private let count: Int
    private let logLikelihood: Double

    /// - Parameter predicted: chance per person, strictly between 0 and 1: a certainty has no finite logit.
    /// - Throws: as `BrierScore`; `outsideRange` also for a prediction of 0 or 1; `zeroVariance` when all outcomes are the same.
    public init(predicted: [Double], outcomes: [Bool]) throws(Undefined) {
        try CalibrationCheck.check(predicted, outcomes)
        guard predicted.allSatisfy({ $0 > 0 && $0 < 1 }) else { throw .outsideRange }
        let logits = predicted.map { Double.log($0) - Double.log(onePlus: -$0) }
        inTheLarge = try LogisticRegression(outcome: outcomes, predictors: [], offsets: logits).estimate(0)
        slopeModel = Undefined.result { () throws(Undefined) in try LogisticRegression(outcome: outcomes, predictors: [logits]) }
        count = predicted.count
        logLikelihood = LogisticLikelihood.logLikelihood(
            outcomes.map { $0 ? 1 : 0 }, outcomes.map { _ in 1 }, logits)
    }

    /// a of the slope model; 0 is perfect.
    public func intercept() throws(Undefined) -> LogisticEstimate { try slopeModel.get().estimate(0) }

    /// b; 1 is perfect (its `pValue` is for 0: use `test()` or the interval).
    public func slope() throws(Undefined) -> LogisticEstimate { try slopeModel.get().estimate(1) }

    /// Likelihood ratio of a = 0 and b = 1 together, 2 degrees of freedom.
    public func test() throws(Undefined) -> LikelihoodRatioTest {
        LikelihoodRatioTest(
            count: count, statistic: 2 * (try slopeModel.get().logLikelihood - logLikelihood), degreesOfFreedom: 2)
    }
}
