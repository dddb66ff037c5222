/// Mean of (outcome - prediction of the line common to both groups) on one side.
///
/// Positive: these people do better than the common line says (underprediction); negative: worse (overprediction). The other side's
/// is its mirror, weighted by the counts.
///
/// Since the line is common, the mean residual is c d'd / n with c the intercept difference of parallel lines and d what of
/// group membership the predictor does not explain. So its standard error is that of c: heteroskedasticity-robust (HC2) with
/// Satterthwaite's degrees of freedom, each side counted as (sum d^2)^2 / sum d^4 - 1 people; without a predictor's help (d
/// constant on each side) this is Welch's comparison.
public struct CommonLineResidual: Statistic {
    public static let method = "common_line_residual_hc2"
    public static let citation = "Cleary (1968), Journal of Educational Measurement 5:115-124; MacKinnon and White (1985), Journal of Econometrics 29:305-325"

    /// People of this side.
    public let count: Int
    public let estimate: Double
    public let standardError: Double
    public let degreesOfFreedom: Double

    init(_ spread: AdjustedSpread, count: Int, sign: Double) throws(Undefined) {
        guard spread.variance > 0 else { throw .zeroVariance }
        self.count = count
        estimate = sign * spread.sum / Double(count)
        standardError = spread.variance.squareRoot() / Double(count)
        degreesOfFreedom = spread.degreesOfFreedom
    }

    /// Two-sided p value for "on the line", dual to the interval.
    public var pValue: Double { StudentT.twoSided(estimate / standardError, df: degreesOfFreedom) }

    public func interval(level: Double) -> Interval {
        let half = StudentT.critical(level: level, df: degreesOfFreedom) * standardError
        return Interval(level: level, low: estimate - half, high: estimate + half)
    }
}

/// Sum of the group's residuals from the common line, with its robust variance.
struct AdjustedSpread {
    let sum: Double
    let variance: Double
    let degreesOfFreedom: Double

    /// - Parameters:
    ///   - membership: 0 for the reference, which comes first, 1 for the group.
    ///   - groupCount: people at the end of the lists.
    init(membership: [Double], beside x: [Double], parallel: LeastSquares, groupCount: Int) throws(Undefined) {
        let own = try LeastSquares(outcome: membership, predictors: [x]).residuals
        let leverages = parallel.leverages
        let first = own.count - groupCount
        var total = CompensatedSum()
        var sides: [(variance: Double, freedom: Double)] = []
        for side in [0..<first, first..<own.count] {
            var variance = CompensatedSum()
            var squares = CompensatedSum()
            var fourths = CompensatedSum()
            for i in side {
                guard 1 - leverages[i] > 1e-9 else { throw .tooFewObservations(needed: 2) }
                let square = own[i] * own[i]
                let residual = parallel.residuals[i]
                variance.add(square * residual * residual / (1 - leverages[i]))
                squares.add(square)
                fourths.add(square * square)
                total.add(square)
            }
            sides.append((variance.value, max(1, squares.value * squares.value / fourths.value - 1)))
        }
        let spread = sides[0].variance + sides[1].variance
        sum = parallel.coefficients[2] * total.value
        variance = spread
        let shares = sides.map { $0.variance / spread }
        degreesOfFreedom = 1 / zip(shares, sides).reduce(0) { $0 + $1.0 * $1.0 / $1.1.freedom }
    }
}
