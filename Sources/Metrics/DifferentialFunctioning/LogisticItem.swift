import RealModule

/// Differential functioning of one item by logistic regression on the matched score (Swaminathan and Rogers 1990).
///
/// Nested models of the log odds of a right answer: score; + group (uniform: the item is harder at every score); + score x group
/// (non-uniform: harder at some, easier at others). Unlike Mantel-Haenszel it sees the second kind; it trusts the score to be
/// linear in the log odds.
public struct LogisticItem: Sendable {
    public static let method = "logistic_dif"
    public static let citation = "Swaminathan and Rogers (1990), Journal of Educational Measurement 27:361-370"

    public typealias Answer = MantelHaenszelItem.Answer

    /// Score alone, then with the group.
    public let matched: LogisticRegression
    public let uniform: LogisticRegression
    /// With score x group too. Fails where a side has one score only, or its scores tell right from wrong answers apart.
    public let nonUniform: Result<LogisticRegression, Undefined>

    /// Group effect at equal scores: 1 degree of freedom.
    public let uniformTest: LikelihoodRatioTest

    private let nullLogLikelihood: Double

    /// - Throws: `noObservations` when a side has nobody, `zeroVariance` when all answers are the same, `perfectSeparation` when
    ///   score and group tell the answers apart, `collinear` when there is one score only or it tells the sides apart.
    public init(group: [Answer], reference: [Answer]) throws(Undefined) {
        guard !group.isEmpty, !reference.isEmpty else { throw .noObservations }
        var events: [Double] = []
        var totals: [Double] = []
        var scores: [Double] = []
        var membership: [Double] = []
        for (score, counts) in MantelHaenszelItem.strata(group: group, reference: reference) {
            let sides = [(counts.groupEvents, counts.groupTotal, 1.0), (counts.referenceEvents, counts.referenceTotal, 0.0)]
            for (right, people, side) in sides where people > 0 {
                events.append(right)
                totals.append(people)
                scores.append(Double(score))
                membership.append(side)
            }
        }
        let product = zip(scores, membership).map { $0 * $1 }
        // Fewer rows than coefficients: scores and sides cannot be told apart either.
        guard events.count > 2 else { throw .collinear }
        matched = try LogisticRegression(events: events, totals: totals, predictors: [scores])
        uniform = try LogisticRegression(events: events, totals: totals, predictors: [scores, membership])
        nonUniform = Undefined.result { () throws(Undefined) in
            guard events.count > 3 else { throw .collinear }
            return try LogisticRegression(events: events, totals: totals, predictors: [scores, membership, product])
        }
        uniformTest = try LikelihoodRatioTest(restricted: matched, full: uniform)
        nullLogLikelihood = try LogisticRegression(events: events, totals: totals, predictors: []).logLikelihood
    }

    public var count: Int { matched.count }

    /// Group effect that changes with the score: 1 degree of freedom.
    public func nonUniformTest() throws(Undefined) -> LikelihoodRatioTest {
        try LikelihoodRatioTest(restricted: uniform, full: try nonUniform.get())
    }

    /// Either effect: 2 degrees of freedom.
    public func test() throws(Undefined) -> LikelihoodRatioTest {
        try LikelihoodRatioTest(restricted: matched, full: try nonUniform.get())
    }

    /// Log odds ratio of a right answer, group against reference, at equal scores (uniform model).
    public func effect() throws(Undefined) -> LogisticEstimate { try uniform.estimate(2) }

    /// Nagelkerke's R squared of the full model minus that of the score alone: how much of the answers group membership explains
    /// beyond the score. Below .035 negligible, from .07 large (Jodoin and Gierl 2001, Applied Measurement in Education 14:329).
    public func rSquaredGain() throws(Undefined) -> Double { rSquared(try nonUniform.get()) - rSquared(matched) }

    private func rSquared(_ model: LogisticRegression) -> Double {
        let n = Double(count)
        return -Double.expMinusOne(2 * (nullLogLikelihood - model.logLikelihood) / n) / -Double.expMinusOne(2 * nullLogLikelihood / n)
    }
}
