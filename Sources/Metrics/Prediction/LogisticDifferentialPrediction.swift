/// Does the same predictor value mean the same chance in both groups? Cleary's nested models for an outcome that happens or not.
///
/// Log odds as in `DifferentialPrediction`: common, parallel (+ c g), separate (+ d x g); the tests are likelihood ratios, chi-squared.
/// With p = a recalibrated chance as predictor the same tests compare two groups' calibration.
public struct LogisticDifferentialPrediction: Sendable {
    public static let method = "cleary_logistic"
    public static let citation = "Cleary (1968), Journal of Educational Measurement 5:115-124; Wilks (1938), Annals of Mathematical Statistics 9:60-62"

    public typealias Observation = (predictor: Double, outcome: Bool)

    public let groupCount: Int
    public let referenceCount: Int
    public let common: LogisticRegression
    public let parallel: LogisticRegression
    /// Fails where a side does not vary in the predictor, or its outcomes are separated.
    public let separate: Result<LogisticRegression, Undefined>
    /// Parallel against common curves: 1 degree of freedom.
    public let interceptTest: LikelihoodRatioTest
    /// Observed minus expected rate under the common curve on either side, with intervals.
    public let groupResidual: CommonCurveResidual
    public let referenceResidual: CommonCurveResidual

    private let groupPredictors: [Double]
    private let referencePredictors: [Double]

    /// - Throws: `noObservations` when a side has nobody, `tooFewObservations(needed: 2)` when it has one person, `zeroVariance`
    ///   when all outcomes are the same, `perfectSeparation` when predictor and group tell the outcomes apart (also when one
    ///   side's outcomes are all the same), `collinear`, `notFinite`, `notConverged`.
    public init(group: [Observation], reference: [Observation]) throws(Undefined) {
        guard !group.isEmpty, !reference.isEmpty else { throw .noObservations }
        guard group.count > 1, reference.count > 1 else { throw .tooFewObservations(needed: 2) }
        let people = reference + group
        let outcome = people.map(\.outcome)
        let x = people.map(\.predictor)
        let membership = reference.map { _ in 0.0 } + group.map { _ in 1.0 }
        common = try LogisticRegression(outcome: outcome, predictors: [x])
        parallel = try LogisticRegression(outcome: outcome, predictors: [x, membership])
        interceptTest = try LikelihoodRatioTest(restricted: common, full: parallel)
        separate = Undefined.result { () throws(Undefined) in
            try LogisticRegression(outcome: outcome, predictors: [x, membership, zip(x, membership).map { $0 * $1 }])
        }
        groupResidual = try CommonCurveResidual(common: common, parallel: parallel, side: membership)
        referenceResidual = try CommonCurveResidual(common: common, parallel: parallel, side: membership.map { 1 - $0 })
        groupCount = group.count
        referenceCount = reference.count
        groupPredictors = group.map(\.predictor)
        referencePredictors = reference.map(\.predictor)
    }

    /// Separate against parallel curves: 1 degree of freedom.
    public func slopeTest() throws(Undefined) -> LikelihoodRatioTest {
        try LikelihoodRatioTest(restricted: parallel, full: try separate.get())
    }

    /// Separate curves against the common one, 2 degrees of freedom.
    public func overallTest() throws(Undefined) -> LikelihoodRatioTest {
        try LikelihoodRatioTest(restricted: common, full: try separate.get())
    }

    /// c of the parallel curves: log odds ratio, group against reference, at equal predictor values.
    public func interceptDifference() throws(Undefined) -> LogisticEstimate { try parallel.estimate(2) }

    /// d: slope of the group minus slope of the reference, in log odds per unit.
    public func slopeDifference() throws(Undefined) -> LogisticEstimate { try separate.get().estimate(3) }

    /// What the intercept difference would be if the predictor had these reliabilities: regression calibration, an approximation
    /// that is good while the error is small beside the slope (Carroll et al. 2006, chapter 4).
    ///
    /// - Throws: `outsideRange` for a reliability outside (0, 1], `noObservations` for none.
    public func sensitivity(
        reliabilities: [Double] = ReliabilitySensitivity.assumed
    ) throws(Undefined) -> ReliabilitySensitivity {
        try ReliabilitySensitivity(
            intercept: parallel.coefficients[2], slope: parallel.coefficients[1], covariance: parallel.covariance,
            degreesOfFreedom: .infinity, group: groupPredictors, reference: referencePredictors, reliabilities: reliabilities)
    }
}
