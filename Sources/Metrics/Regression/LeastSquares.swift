/// Ordinary least squares with a constant: y = b0 + b1 x1 + ... + e.
///
/// Fitted by Householder QR of the centred and scaled columns. The coefficients describe these people whatever the errors look
/// like; standard errors come from `covariance(_:)`, which says what it assumes.
public struct LeastSquares: Sendable {
    public static let method = "least_squares"
    public static let citation = "Golub and Van Loan (2013), Matrix Computations, 4th edition, 5.2-5.3"

    /// One value per person.
    public let outcome: [Double]
    /// One list per predictor, people in the same order; the constant is not among them.
    public let predictors: [[Double]]
    /// The constant first, then one per predictor, in units of outcome over predictor.
    public let coefficients: [Double]
    public let residuals: [Double]
    public let residualSumOfSquares: Double
    /// About the mean of the outcome.
    public let totalSumOfSquares: Double

    let design: RegressionDesign
    let factors: HouseholderQR

    /// - Parameters:
    ///   - outcome: one value per person.
    ///   - predictors: one list per predictor, as long as the outcome; none gives the mean alone.
    /// - Throws: `noObservations`, `unequalLengths`, `notFinite`, `tooFewObservations` unless there are more people than
    ///   coefficients, `zeroVariance` when everybody has the same outcome, `collinear` when a predictor is constant or a
    ///   combination of others.
    public init(outcome: [Double], predictors: [[Double]]) throws(Undefined) {
        guard !outcome.isEmpty else { throw .noObservations }
        guard outcome.allSatisfy(\.isFinite) else { throw .notFinite }
        guard predictors.allSatisfy({ $0.count == outcome.count }) else { throw .unequalLengths }
        guard outcome.count > predictors.count + 1 else { throw .tooFewObservations(needed: predictors.count + 2) }
        guard outcome.contains(where: { $0 != outcome[0] }) else { throw .zeroVariance }
        let design = try RegressionDesign(predictors: predictors, rows: outcome.count)
        let factors = try design.factored()
        let summary = try Summary(outcome)
        let centred = outcome.map { $0 - summary.mean }
        var standardised = factors.solve(centred)
        var left = centred
        for j in 0..<design.columns {
            for i in 0..<design.rows { left[i] -= standardised[j] * design.values[j * design.rows + i] }
        }
        standardised[0] += summary.mean
        self.outcome = outcome
        self.predictors = predictors
        self.design = design
        self.factors = factors
        coefficients = design.coefficients(standardised)
        residuals = left
        residualSumOfSquares = CompensatedSum(left.lazy.map { $0 * $0 }).value
        totalSumOfSquares = summary.squaredDeviations
        guard residualSumOfSquares.isFinite, totalSumOfSquares.isFinite, coefficients.allSatisfy(\.isFinite) else { throw .notFinite }
    }

    public var count: Int { outcome.count }

    /// People minus coefficients, at least 1.
    public var degreesOfFreedom: Int { count - design.columns }

    /// Share of the outcome's spread about its mean that the predictors account for.
    public var rSquared: Double { max(0, 1 - residualSumOfSquares / totalSumOfSquares) }

    /// RSS / degrees of freedom.
    public var residualVariance: Double { residualSumOfSquares / Double(degreesOfFreedom) }

    /// True when what is left over is no more than the rounding of the outcomes: then nothing says how sure the line is.
    public var isExact: Bool {
        let largest = outcome.reduce(0) { max($0, abs($1)) }
        let rounding = 1e-14 * largest
        return residualSumOfSquares <= max(1e-24 * totalSumOfSquares, Double(count) * rounding * rounding)
    }

    /// How much each person pulls on the own fitted value, in [0, 1].
    public var leverages: [Double] { factors.leverages }

    /// One coefficient (0 is the constant) with its standard error under `kind`.
    ///
    /// - Throws: what `covariance(_:)` throws; `outsideRange` for an index that is no coefficient.
    public func estimate(_ index: Int, _ kind: LeastSquaresCovariance = .classical) throws(Undefined) -> LeastSquaresEstimate {
        guard coefficients.indices.contains(index) else { throw .outsideRange }
        return try estimate(weights: coefficients.indices.map { $0 == index ? 1 : 0 }, kind)
    }

    /// A weighted sum of coefficients, for example the fitted value at given predictors (weights 1, x1, ...).
    ///
    /// - Throws: what `covariance(_:)` throws; `unequalLengths`; `zeroVariance` when the standard error is zero.
    public func estimate(weights: [Double], _ kind: LeastSquaresCovariance = .classical) throws(Undefined) -> LeastSquaresEstimate {
        guard weights.count == coefficients.count else { throw .unequalLengths }
        let matrix = try covariance(kind)
        var variance = 0.0
        var value = 0.0
        for i in weights.indices {
            value += weights[i] * coefficients[i]
            for j in weights.indices { variance += weights[i] * weights[j] * matrix[i][j] }
        }
        guard variance.isFinite else { throw .notFinite }
        guard variance > 0 else { throw .zeroVariance }
        return LeastSquaresEstimate(
            count: count, estimate: value, standardError: variance.squareRoot(), covariance: kind,
            degreesOfFreedom: Double(try degreesOfFreedom(kind)))
    }
}
