/// Logistic regression with a constant: log(p / (1 - p)) = offset + b0 + b1 x1 + ..., by maximum likelihood.
///
/// People with the same predictors may share a row (events out of a total). When a combination of the predictors separates the
/// outcomes there is no finite estimate, and the answer is `perfectSeparation`: never a huge coefficient.
public struct LogisticRegression: Sendable {
    public static let method = "logistic_regression"
    public static let citation = "McCullagh and Nelder (1989), Generalized Linear Models, 2nd edition, 4.4; Albert and Anderson (1984), Biometrika 71:1-10 (separation)"

    public let events: [Double]
    public let totals: [Double]
    /// One list per predictor, rows in the same order; the constant is not among them.
    public let predictors: [[Double]]
    /// One per row, all zero when none were given.
    public let offsets: [Double]
    /// The constant first, then one log odds ratio per unit of each predictor.
    public let coefficients: [Double]
    /// Inverse Fisher information of the coefficients.
    public let covariance: [[Double]]
    /// Fitted chance per row.
    public let probabilities: [Double]
    /// Without the binomial coefficients of rows that stand for several people.
    public let logLikelihood: Double

    let design: RegressionDesign
    let standardised: [Double]
    /// Of sqrt(weight) x column at the estimate.
    let factors: HouseholderQR

    /// - Parameters:
    ///   - events: per row, 0...total; need not be whole.
    ///   - totals: people per row, > 0.
    ///   - predictors: one list per predictor; none gives the overall rate.
    ///   - offsets: known part of the log odds per row; empty for none.
    /// - Throws: `noObservations`, `unequalLengths`, `notFinite`, `outsideRange` for events outside 0...total,
    ///   `tooFewObservations` with fewer rows than coefficients, `zeroVariance` when nobody or everybody has the outcome,
    ///   `collinear`, `perfectSeparation`, `notConverged`.
    public init(events: [Double], totals: [Double], predictors: [[Double]], offsets: [Double] = []) throws(Undefined) {
        guard !events.isEmpty else { throw .noObservations }
        guard totals.count == events.count, offsets.isEmpty || offsets.count == events.count else { throw .unequalLengths }
        guard offsets.allSatisfy(\.isFinite) else { throw .notFinite }
        var happened = 0.0
        var failed = 0.0
        for i in events.indices {
            _ = try RateCheck.checked(events[i], of: totals[i])
            happened += events[i]
            failed += totals[i] - events[i]
        }
        guard predictors.allSatisfy({ $0.count == events.count }) else { throw .unequalLengths }
        guard happened > 0, failed > 0 else { throw .zeroVariance }
        let design = try RegressionDesign(predictors: predictors, rows: events.count)
        _ = try design.factored()
        let shifts = offsets.isEmpty ? [Double](repeating: 0, count: events.count) : offsets
        let maximum = try LogisticLikelihood(
            events: events, totals: totals, values: design.values, columns: design.columns, offsets: shifts)
        let spread = design.covariance(maximum.factors.inverseGram)
        guard spread.allSatisfy({ $0.allSatisfy(\.isFinite) }) else { throw .notConverged }
        self.events = events
        self.totals = totals
        self.predictors = predictors
        self.offsets = shifts
        self.design = design
        standardised = maximum.coefficients
        coefficients = design.coefficients(maximum.coefficients)
        covariance = spread
        probabilities = maximum.probabilities
        logLikelihood = maximum.logLikelihood
        factors = maximum.factors
    }

    /// One row per person.
    public init(outcome: [Bool], predictors: [[Double]], offsets: [Double] = []) throws(Undefined) {
        try self.init(
            events: outcome.map { $0 ? 1 : 0 }, totals: outcome.map { _ in 1 }, predictors: predictors, offsets: offsets)
    }

    /// People, not rows.
    public var count: Int { Int(CompensatedSum(totals).value.rounded()) }

    /// Leverage of each row in the last weighted least-squares step.
    public var leverages: [Double] { factors.leverages }

    /// -2 log likelihood (for one row per person the deviance).
    public var deviance: Double { -2 * logLikelihood }

    /// One coefficient (0 is the constant) with Wald's standard error.
    ///
    /// - Throws: `outsideRange` for an index that is no coefficient.
    public func estimate(_ index: Int) throws(Undefined) -> LogisticEstimate {
        guard coefficients.indices.contains(index) else { throw .outsideRange }
        return try estimate(weights: coefficients.indices.map { $0 == index ? 1 : 0 })
    }

    /// A weighted sum of coefficients, on the log odds scale.
    ///
    /// - Throws: `unequalLengths`; `zeroVariance` when the standard error is zero.
    public func estimate(weights: [Double]) throws(Undefined) -> LogisticEstimate {
        guard weights.count == coefficients.count else { throw .unequalLengths }
        var variance = 0.0
        var value = 0.0
        for i in weights.indices {
            value += weights[i] * coefficients[i]
            for j in weights.indices { variance += weights[i] * weights[j] * covariance[i][j] }
        }
        guard variance.isFinite else { throw .notFinite }
        guard variance > 0 else { throw .zeroVariance }
        return LogisticEstimate(count: count, estimate: value, standardError: variance.squareRoot())
    }
}
