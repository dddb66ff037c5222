/// Observed minus expected rate of one side under the logistic curve common to both: mean of (outcome - fitted chance).
///
/// Positive: more successes than the common curve says (underprediction). Variance: sum of d^2 e^2 / (1 - h) over everybody,
/// where d is what of membership of the side the (weighted) predictor does not explain, e and h the residuals and leverages of
/// the parallel curves; normal interval.
public struct CommonCurveResidual: Statistic {
    public static let method = "common_curve_residual"
    public static let citation = "Cleary (1968), Journal of Educational Measurement 5:115-124; White (1982), Econometrica 50:1-25"

    /// People of this side.
    public let count: Int
    public let estimate: Double
    public let standardError: Double

    /// - Parameter side: 1 for people of the side, 0 for the others, in the models' order.
    init(common: LogisticRegression, parallel: LogisticRegression, side: [Double]) throws(Undefined) {
        let own = common.residualised(side)
        let leverages = parallel.leverages
        var sum = CompensatedSum()
        var variance = CompensatedSum()
        for i in side.indices {
            sum.add(side[i] * (common.events[i] - common.probabilities[i]))
            guard 1 - leverages[i] > 1e-9 else { throw .tooFewObservations(needed: 2) }
            let residual = parallel.events[i] - parallel.probabilities[i]
            variance.add(own[i] * own[i] * residual * residual / (1 - leverages[i]))
        }
        guard variance.value > 0 else { throw .zeroVariance }
        let people = side.reduce(0, +)
        count = Int(people)
        estimate = sum.value / people
        standardError = variance.value.squareRoot() / people
    }

    /// Two-sided p value for "on the curve", dual to the interval.
    public var pValue: Double { Normal.twoSided(estimate / standardError) }

    public func interval(level: Double) -> Interval {
        let half = Normal.critical(level: level) * standardError
        return Interval(level: level, low: estimate - half, high: estimate + half)
    }
}

extension LogisticRegression {
    /// What is left of a column after weighted least squares on this model's columns, weights as at the estimate.
    func residualised(_ column: [Double]) -> [Double] {
        let rows = design.rows
        let roots = (0..<rows).map { (totals[$0] * probabilities[$0] * (1 - probabilities[$0])).squareRoot() }
        var weighted = zip(column, roots).map { $0 * $1 }
        for j in 0..<design.columns {
            var product = 0.0
            for i in 0..<rows { product += factors.q[j * rows + i] * weighted[i] }
            for i in 0..<rows { weighted[i] -= product * factors.q[j * rows + i] }
        }
        return zip(weighted, roots).map { $1 > 0 ? $0 / $1 : 0 }
    }
}
