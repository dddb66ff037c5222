/// Does the same predictor value mean the same outcome in both groups? Cleary's (1968) nested lines.
///
/// common: y = a + b x; parallel: y = a + b x + c g; separate: y = a + b x + c g + d x g, with g = 1 in the group. The F test of c
/// (parallel against common) is about different intercepts, that of d (separate against parallel) about different slopes.
/// c > 0: the group does better than the common line predicts (underprediction), c < 0 worse (overprediction).
///
/// A fallible predictor finds intercept differences where there are none whenever the groups differ in what it measures: a finding
/// is not to be used without `sensitivity(reliabilities:)`. Range restriction (only those placed have outcomes) weakens both tests.
public struct DifferentialPrediction: Sendable {
    public static let method = "cleary_linear"
    public static let citation = "Cleary (1968), Journal of Educational Measurement 5:115-124"

    public typealias Observation = (predictor: Double, outcome: Double)

    public let groupCount: Int
    public let referenceCount: Int
    public let common: LeastSquares
    public let parallel: LeastSquares
    /// Fails where a side does not vary in the predictor, or leaves too few people.
    public let separate: Result<LeastSquares, Undefined>
    /// Parallel against common lines: 1 degree of freedom.
    public let interceptTest: NestedFTest
    /// Mean of outcome minus the common line's prediction on either side, with intervals.
    public let groupResidual: CommonLineResidual
    public let referenceResidual: CommonLineResidual

    private let groupPredictors: [Double]
    private let referencePredictors: [Double]

    /// - Throws: `noObservations` when a side has nobody, `tooFewObservations(needed: 2)` when it has one person, `collinear` when
    ///   nobody differs in the predictor within a side or at all, `zeroVariance` when everybody has the same outcome or the lines
    ///   leave no residuals, `notFinite`.
    public init(group: [Observation], reference: [Observation]) throws(Undefined) {
        guard !group.isEmpty, !reference.isEmpty else { throw .noObservations }
        guard group.count > 1, reference.count > 1 else { throw .tooFewObservations(needed: 2) }
        let people = reference + group
        let outcome = people.map(\.outcome)
        let x = people.map(\.predictor)
        let membership = reference.map { _ in 0.0 } + group.map { _ in 1.0 }
        common = try LeastSquares(outcome: outcome, predictors: [x])
        parallel = try LeastSquares(outcome: outcome, predictors: [x, membership])
        interceptTest = try NestedFTest(restricted: common, full: parallel)
        separate = Undefined.result { () throws(Undefined) in
            try LeastSquares(outcome: outcome, predictors: [x, membership, zip(x, membership).map { $0 * $1 }])
        }
        let spread = try AdjustedSpread(membership: membership, beside: x, parallel: parallel, groupCount: group.count)
        groupResidual = try CommonLineResidual(spread, count: group.count, sign: 1)
        referenceResidual = try CommonLineResidual(spread, count: reference.count, sign: -1)
        groupCount = group.count
        referenceCount = reference.count
        groupPredictors = group.map(\.predictor)
        referencePredictors = reference.map(\.predictor)
    }

    /// Separate against parallel lines: 1 degree of freedom.
    public func slopeTest() throws(Undefined) -> NestedFTest {
        try NestedFTest(restricted: parallel, full: try separate.get())
    }

    /// Separate lines against the common line: both differences together, 2 degrees of freedom.
    public func overallTest() throws(Undefined) -> NestedFTest {
        try NestedFTest(restricted: common, full: try separate.get())
    }

    /// c of the parallel lines: group minus reference at equal predictor values, in units of the outcome.
    ///
    /// The classical error is dual to `interceptTest`; HC2 stands when the groups spread differently.
    public func interceptDifference(_ kind: LeastSquaresCovariance = .classical) throws(Undefined) -> LeastSquaresEstimate {
        try parallel.estimate(2, kind)
    }

    /// d: slope of the group minus slope of the reference.
    public func slopeDifference(_ kind: LeastSquaresCovariance = .classical) throws(Undefined) -> LeastSquaresEstimate {
        try separate.get().estimate(3, kind)
    }

    /// c + d x: group minus reference between the separate lines at one predictor value, which says more than a p value where slopes differ.
    public func predictedDifference(
        at x: Double, _ kind: LeastSquaresCovariance = .classical
    ) throws(Undefined) -> LeastSquaresEstimate {
        try separate.get().estimate(weights: [0, 0, 1, x], kind)
    }

    /// What the intercept difference would be if the predictor had these reliabilities.
    ///
    /// - Throws: `outsideRange` for a reliability outside (0, 1], `noObservations` for none, what HC2 throws.
    public func sensitivity(
        reliabilities: [Double] = ReliabilitySensitivity.assumed
    ) throws(Undefined) -> ReliabilitySensitivity {
        try ReliabilitySensitivity(
            intercept: parallel.coefficients[2], slope: parallel.coefficients[1], covariance: try parallel.covariance(.hc2),
            degreesOfFreedom: Double(parallel.degreesOfFreedom), group: groupPredictors, reference: referencePredictors,
            reliabilities: reliabilities)
    }
}
