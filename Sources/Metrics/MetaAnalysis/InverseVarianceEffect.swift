/// Common effect of several studies by inverse-variance weights, as if all estimated one and the same number.
///
/// Estimate: sum(w y) / sum(w) with w = 1/se^2; standard error 1/sqrt(sum(w)); interval and p value by the normal distribution. It says nothing
/// about studies other than these when their true effects differ (`Heterogeneity`): `RandomEffects` does.
public struct InverseVarianceEffect: Statistic {
    public static let method = "inverse_variance"
    public static let citation = "Cochran (1954), Biometrics 10:101-129"

    /// Studies; people are not known here.
    public let count: Int
    public let estimate: Double
    public let standardError: Double

    /// - Throws: `tooFewStudies(needed: 1)`.
    public init(_ effects: StudyEffects) throws(Undefined) {
        try effects.require(1)
        self.init(checked: effects)
    }

    init(checked effects: StudyEffects) {
        let pooled = effects.pooled(between: 0)
        count = effects.count
        estimate = pooled.mean
        standardError = pooled.variance.squareRoot()
    }

    /// Two-sided, for an effect of zero.
    public var pValue: Double { Normal.twoSided(estimate / standardError) }

    /// estimate +- z SE.
    public func interval(level: Double) -> Interval {
        let half = Normal.critical(level: level) * standardError
        return Interval(level: level, low: estimate - half, high: estimate + half)
    }
}
