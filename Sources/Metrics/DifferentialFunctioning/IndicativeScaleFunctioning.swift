/// Differential functioning of one scale for those who have scale scores only: regression of the scale on the rest score (mean of the
/// other scales) and group membership.
///
/// **Indicative only.** The rest score measures something else than the scale, with error, and may itself function differently; a group
/// difference at equal rest scores can be a true difference in what this scale alone measures. It says where to ask the supplier for
/// item data, never that a scale is at fault. Scales should be in one unit (norm scores), or the widest decides the rest score.
public struct IndicativeScaleFunctioning: Statistic {
    public static let method = "rest_score_regression_indicative"
    public static let citation = "after Cleary (1968), Journal of Educational Measurement 5:115-124, with the rest score as predictor"

    /// Lines of the scale on the rest score: intercept test (uniform), slope test (non-uniform), residuals, sensitivity.
    public let lines: DifferentialPrediction
    /// Group minus reference at equal rest scores, HC2.
    public let difference: LeastSquaresEstimate
    /// The same in standard deviations of the scale within the sides (pooled).
    public let standardisedDifference: Double

    /// - Parameters:
    ///   - scale: place of the scale under study in each person's list.
    ///   - group: scale scores, one list per person; every person has every scale.
    ///   - reference: the same for the reference.
    /// - Throws: `outsideRange` for a scale that is not in the lists or fewer than two scales, `unequalLengths`, and what
    ///   `DifferentialPrediction` throws.
    public init(scale: Int, group: [[Double]], reference: [[Double]]) throws(Undefined) {
        guard let scales = (group.first ?? reference.first)?.count else { throw .noObservations }
        guard (group + reference).allSatisfy({ $0.count == scales }) else { throw .unequalLengths }
        guard scales > 1, (0..<scales).contains(scale) else { throw .outsideRange }
        func observation(_ scores: [Double]) -> DifferentialPrediction.Observation {
            var rest = scores
            let own = rest.remove(at: scale)
            return (predictor: CompensatedSum(rest).value / Double(rest.count), outcome: own)
        }
        lines = try DifferentialPrediction(group: group.map(observation), reference: reference.map(observation))
        difference = try lines.interceptDifference(.hc2)
        let first = try Summary(group.map { $0[scale] })
        let second = try Summary(reference.map { $0[scale] })
        let pooled = (first.squaredDeviations + second.squaredDeviations) / Double(first.count + second.count - 2)
        guard pooled > 0 else { throw .zeroVariance }
        standardisedDifference = difference.estimate / pooled.squareRoot()
    }

    public var count: Int { difference.count }
    public var estimate: Double { difference.estimate }

    public func interval(level: Double) -> Interval { difference.interval(level: level) }

    /// Uniform: the same difference at every rest score.
    public var uniformTest: NestedFTest { lines.interceptTest }

    /// Non-uniform: a difference that changes with the rest score.
    public func nonUniformTest() throws(Undefined) -> NestedFTest { try lines.slopeTest() }
}
