/// F test that the predictors which a larger least-squares model adds to a smaller one do nothing.
///
/// F = ((RSS0 - RSS1) / added) / (RSS1 / df1), F distribution with (added, df1) degrees of freedom; errors of one spread assumed.
public struct NestedFTest: SignificanceTest {
    public static let method = "nested_f"
    public static let citation = "Seber and Lee (2003), Linear Regression Analysis, 2nd edition, 4.3"

    public let count: Int
    /// F.
    public let statistic: Double
    /// Predictors added.
    public let numeratorDegreesOfFreedom: Int
    public let denominatorDegreesOfFreedom: Int

    /// - Throws: `outsideRange` unless `full` has the outcome and the predictors of `restricted`, in the same order, and more
    ///   predictors after them; `zeroVariance` when the full model leaves no residuals.
    public init(restricted: LeastSquares, full: LeastSquares) throws(Undefined) {
        let kept = restricted.predictors.count
        guard full.outcome == restricted.outcome, full.predictors.count > kept,
            Array(full.predictors[..<kept]) == restricted.predictors
        else { throw .outsideRange }
        guard !full.isExact else { throw .zeroVariance }
        count = full.count
        numeratorDegreesOfFreedom = full.predictors.count - kept
        denominatorDegreesOfFreedom = full.degreesOfFreedom
        // More predictors never fit worse; only rounding can say so.
        let gain = max(0, restricted.residualSumOfSquares - full.residualSumOfSquares)
        statistic = gain / Double(numeratorDegreesOfFreedom) / full.residualVariance
    }

    public var pValue: Double {
        FDistribution.survival(
            statistic, numerator: Double(numeratorDegreesOfFreedom), denominator: Double(denominatorDegreesOfFreedom))
    }
}
