/// Likelihood-ratio test that the predictors which a larger logistic model adds to a smaller one do nothing.
///
/// 2 (log L1 - log L0), chi-squared with as many degrees of freedom as predictors were added (Wilks 1938).
public struct LikelihoodRatioTest: SignificanceTest {
    public static let method = "likelihood_ratio"
    public static let citation = "Wilks (1938), Annals of Mathematical Statistics 9:60-62"

    public let count: Int
    /// Chi-squared.
    public let statistic: Double
    public let degreesOfFreedom: Int

    /// - Throws: `outsideRange` unless `full` has the rows, offsets and predictors of `restricted`, in the same order, and more
    ///   predictors after them.
    public init(restricted: LogisticRegression, full: LogisticRegression) throws(Undefined) {
        let kept = restricted.predictors.count
        guard full.events == restricted.events, full.totals == restricted.totals, full.offsets == restricted.offsets,
            full.predictors.count > kept, Array(full.predictors[..<kept]) == restricted.predictors
        else { throw .outsideRange }
        self.init(
            count: full.count, statistic: 2 * (full.logLikelihood - restricted.logLikelihood),
            degreesOfFreedom: full.predictors.count - kept)
    }

    /// More predictors never fit worse; only rounding can say so.
    init(count: Int, statistic: Double, degreesOfFreedom: Int) {
        self.count = count
        self.statistic = max(0, statistic)
        self.degreesOfFreedom = degreesOfFreedom
    }

    public var pValue: Double { ChiSquared.survival(statistic, df: Double(degreesOfFreedom)) }
}
