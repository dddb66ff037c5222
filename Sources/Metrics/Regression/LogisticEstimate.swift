import RealModule

/// A coefficient of a logistic model, or a weighted sum of them, with Wald's normal interval, on the log odds scale.
public struct LogisticEstimate: Statistic {
    public static let method = "logistic_wald"
    public static let citation = "McCullagh and Nelder (1989), Generalized Linear Models, 2nd edition, 4.4"

    public let count: Int
    public let estimate: Double
    public let standardError: Double

    /// estimate / standard error.
    public var statistic: Double { estimate / standardError }

    /// Two-sided p value for zero, dual to the interval. Where an effect is very large Wald's p is too weak (Hauck and Donner 1977);
    /// the likelihood ratio is not.
    public var pValue: Double { Normal.twoSided(statistic) }

    /// exp(estimate): the odds ratio per unit.
    public var oddsRatio: Double { Double.exp(estimate) }

    public func interval(level: Double) -> Interval {
        let half = Normal.critical(level: level) * standardError
        return Interval(level: level, low: estimate - half, high: estimate + half)
    }
}
