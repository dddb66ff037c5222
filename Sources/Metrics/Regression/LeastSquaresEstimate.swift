/// A coefficient of least squares, or a weighted sum of them, with Student's t interval.
public struct LeastSquaresEstimate: Statistic {
    public static let method = "least_squares_t"
    public static let citation = "MacKinnon and White (1985), Journal of Econometrics 29:305-325 (HC2); Liang and Zeger (1986), Biometrika 73:13-22"

    public let count: Int
    public let estimate: Double
    public let standardError: Double
    /// What the standard error assumes.
    public let covariance: LeastSquaresCovariance
    public let degreesOfFreedom: Double

    /// estimate / standard error.
    public var statistic: Double { estimate / standardError }

    /// Two-sided p value for zero, dual to the interval.
    public var pValue: Double { StudentT.twoSided(statistic, df: degreesOfFreedom) }

    public func interval(level: Double) -> Interval {
        let half = StudentT.critical(level: level, df: degreesOfFreedom) * standardError
        return Interval(level: level, low: estimate - half, high: estimate + half)
    }
}
