/// Estimates of several groups drawn towards their common mean by as much as each is uncertain (normal-normal model).
///
/// y_i ~ N(t_i, se_i^2), t_i ~ N(mu, tau^2). tau^2 by DerSimonian and Laird's moments or by restricted maximum likelihood, never below
/// zero (a tau of zero means full pooling and is reported as such). mu by weights 1/(se_i^2 + tau^2). The shrunken estimate is
/// B_i mu + (1 - B_i) y_i with B_i = se_i^2/(se_i^2 + tau^2), its variance (1 - B_i) se_i^2 + B_i^2 var(mu), which counts that mu is
/// estimated but not that tau is.
public struct NormalShrinkage: Sendable, Equatable {
    public static let method = "normal_shrinkage"
    public static let citation = """
        DerSimonian and Laird (1986), Controlled Clinical Trials 7:177-188; Morris (1983), JASA 78:47-55; Viechtbauer (2005), Journal \
        of Educational and Behavioral Statistics 30:261-293 (REML)
        """

    public typealias Between = BetweenVariance

    public let estimates: [Double]
    public let standardErrors: [Double]
    /// tau^2.
    public let betweenVariance: Double
    public let commonMean: Double
    public let commonError: Double
    /// Cochran's Q, chi-squared with k - 1 degrees of freedom when all t_i are equal.
    public let heterogeneity: Double

    /// - Throws: `unequalLengths`; `tooFewObservations(needed: 2)` groups; `notFinite`; `zeroVariance` unless every standard error is
    ///   positive; `notConverged` when the likelihood has no maximum within reach.
    public init(estimates: [Double], standardErrors: [Double], between: Between = .restrictedLikelihood) throws(Undefined) {
        let effects = try StudyEffects(estimates: estimates, standardErrors: standardErrors)
        guard effects.count > 1 else { throw .tooFewObservations(needed: 2) }
        heterogeneity = effects.pooled(between: 0).spread
        betweenVariance = try between.value(effects)
        let pooled = effects.pooled(between: betweenVariance)
        commonMean = pooled.mean
        commonError = pooled.variance.squareRoot()
        self.estimates = estimates
        self.standardErrors = standardErrors
    }

    /// - Parameter group: position.
    public func estimate(_ group: Int) -> ShrunkenEstimate {
        let variance = standardErrors[group] * standardErrors[group]
        let share = variance / (variance + betweenVariance)
        return ShrunkenEstimate(
            estimate: share * commonMean + (1 - share) * estimates[group], shrinkage: share,
            standardError: ((1 - share) * variance + share * share * commonError * commonError).squareRoot(), groups: estimates.count)
    }
}

/// One group's estimate after shrinkage.
public struct ShrunkenEstimate: Statistic {
    public static let method = NormalShrinkage.method
    public static let citation = NormalShrinkage.citation

    public let estimate: Double
    /// B: 0 leaves the group's own estimate, 1 replaces it by the common mean.
    public let shrinkage: Double
    public let standardError: Double
    let groups: Int

    /// Groups that the common mean rests on; people are not known here.
    public var count: Int { groups }

    /// estimate +- z SE, `level` in (0, 1).
    public func interval(level: Double) -> Interval {
        let half = Normal.critical(level: level) * standardError
        return Interval(level: level, low: estimate - half, high: estimate + half)
    }
}
