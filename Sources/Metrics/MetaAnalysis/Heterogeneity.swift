/// Test of "all studies estimate the same effect" (Cochran's Q), and how much their true effects differ.
///
/// Q = sum(w (y - m)^2) with w = 1/se^2 and m the common effect; chi-squared with k - 1 degrees of freedom. With few studies it misses much,
/// with large ones it shows what is of no account: the size of the difference is tau, not p.
///
/// I^2 (Higgins and Thompson 2002) is the part of the variance of the estimates that lies between the studies, tau^2/(tau^2 + s^2), with
/// s^2 = (k - 1)/(sum(w) - sum(w^2)/sum(w)) for the error of a typical study. With tau^2 by moments that is (Q - (k - 1))/Q.
public struct Heterogeneity: SignificanceTest {
    public static let method = "cochran_q"
    public static let citation = "Cochran (1954), Biometrics 10:101-129; Higgins and Thompson (2002), Statistics in Medicine 21:1539-1558"

    /// Studies; people are not known here.
    public let count: Int
    /// Q.
    public let statistic: Double
    public let degreesOfFreedom: Int
    public let pValue: Double
    private let effects: StudyEffects

    /// - Throws: `tooFewStudies(needed: 2)`.
    public init(_ effects: StudyEffects) throws(Undefined) {
        try effects.require(2)
        self.effects = effects
        count = effects.count
        statistic = effects.pooled(between: 0).spread
        degreesOfFreedom = effects.count - 1
        pValue = ChiSquared.survival(statistic, df: Double(degreesOfFreedom))
    }

    /// tau^2.
    ///
    /// - Throws: `notConverged` when the restricted likelihood has no maximum within reach.
    public func betweenVariance(_ between: BetweenVariance = .restrictedLikelihood) throws(Undefined) -> Double {
        try between.value(effects)
    }

    /// I^2, a share in 0..<1.
    ///
    /// By moments the usual one; by restricted likelihood what `metafor` prints beside that tau^2.
    /// - Throws: as `betweenVariance`.
    public func inconsistency(_ between: BetweenVariance = .derSimonianLaird) throws(Undefined) -> Double {
        let variance = try betweenVariance(between)
        return variance / (variance + Double(degreesOfFreedom) / effects.weightSpread)
    }
}
