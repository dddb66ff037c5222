/// Mean of the true effects that several studies are a sample of, when these effects differ.
///
/// Estimate: sum(w y) / sum(w) with w = 1/(se^2 + tau^2). Its interval and p value are those of Hartung and Knapp (2001) and of Sidik and
/// Jonkman (2002): t with k - 1 degrees of freedom and the variance q / sum(w), q = sum(w (y - estimate)^2)/(k - 1). A factor q below 1 would
/// make the interval narrower than the errors of the studies allow, which a handful of studies does by chance; it counts as 1 (Knapp and Hartung
/// 2003). The plain interval (DerSimonian and Laird 1986: normal, q = 1) takes tau^2 as known and is too narrow with few studies.
public struct RandomEffects: Statistic {
    public static let method = "random_effects_hartung_knapp"
    public static let citation =
        "Hartung and Knapp (2001), Statistics in Medicine 20:3875-3889; Sidik and Jonkman (2002), Statistics in Medicine 21:3153-3159; "
        + "Knapp and Hartung (2003), Statistics in Medicine 22:2693-2710"
    /// Of the prediction interval.
    public static let predictionCitation =
        "Higgins, Thompson and Spiegelhalter (2009), JRSS A 172:137-159; Partlett and Riley (2017), Statistics in Medicine 36:301-317"
    /// Below this number of studies tau^2 is hardly known, and nothing is foretold about the next one.
    public static let fewestStudiesForPrediction = 5

    /// Studies; people are not known here.
    public let count: Int
    public let estimate: Double
    /// tau^2.
    public let betweenVariance: Double
    /// The plain one, 1/sqrt(sum(w)).
    public let plainError: Double
    /// q, before it is held to at least 1.
    public let varianceFactor: Double

    /// - Throws: `tooFewStudies(needed: 2)`; `notConverged` when the restricted likelihood has no maximum within reach.
    public init(_ effects: StudyEffects, between: BetweenVariance = .restrictedLikelihood) throws(Undefined) {
        betweenVariance = try between.value(effects)
        let pooled = effects.pooled(between: betweenVariance)
        count = effects.count
        estimate = pooled.mean
        plainError = pooled.variance.squareRoot()
        varianceFactor = pooled.spread / Double(effects.count - 1)
    }

    /// sqrt(max(1, q) / sum(w)).
    public var standardError: Double { plainError * max(1, varianceFactor).squareRoot() }

    public var degreesOfFreedom: Int { count - 1 }

    /// Two-sided, for a mean effect of zero.
    public var pValue: Double { StudentT.twoSided(estimate / standardError, df: Double(degreesOfFreedom)) }

    public var plainPValue: Double { Normal.twoSided(estimate / plainError) }

    /// estimate +- t SE.
    public func interval(level: Double) -> Interval {
        about(StudentT.critical(level: level, df: Double(degreesOfFreedom)) * standardError, level)
    }

    /// estimate +- z SE with the plain standard error.
    public func plainInterval(level: Double) -> Interval {
        about(Normal.critical(level: level) * plainError, level)
    }

    /// Where the true effect of one more study is expected: estimate +- t sqrt(tau^2 + SE^2), t with k - 2 degrees of freedom.
    ///
    /// It is `metafor`'s `predict` with `pi.type = "riley"`, on the standard error of `interval`. tau^2 counts as known, and with few studies it is
    /// often found to be 0: simulated 95 % intervals of 5 to 15 studies miss the next effect in up to 16 % (`scripts/simulate/meta-analysis.txt`).
    /// It shows an order of magnitude and settles nothing.
    /// - Throws: `tooFewStudies(needed: fewestStudiesForPrediction)`.
    public func predictionInterval(level: Double) throws(Undefined) -> Interval {
        guard count >= Self.fewestStudiesForPrediction else { throw .tooFewStudies(needed: Self.fewestStudiesForPrediction) }
        let spread = (betweenVariance + standardError * standardError).squareRoot()
        return about(StudentT.critical(level: level, df: Double(count - 2)) * spread, level)
    }

    private func about(_ half: Double, _ level: Double) -> Interval {
        Interval(level: level, low: estimate - half, high: estimate + half)
    }
}
