/// Linear (mean and sigma) linking of form X to the scale of form Y for randomly equivalent groups:
/// y = mean_Y + s_Y / s_X (x - mean_X).
///
/// Standard error by the delta method from every person's influence on means and spreads, without assuming normality. With
/// z = (x - mean_X)/s_X it is s_Y sqrt(sum over forms of [1 + skewness z + (kurtosis - 1) z^2 / 4] / n), smallest near the mean.
public struct LinearLinking: ScoreLinking {
    public static let method = "linear_linking"
    public static let citation = "Kolen and Brennan (2014), Test Equating, Scaling, and Linking, 2.3 and 7.3"

    public let basis: LinkingBasis
    private let x: LinkingSample
    private let y: LinkingSample

    /// - Parameters: as for `MeanLinking`.
    /// - Throws: `noObservations`, `tooFewObservations(needed: 2)`, `zeroVariance` when a form's scores do not vary, `notFinite`.
    public init(from: [Double], to: [Double], basis: LinkingBasis) throws(Undefined) {
        x = try LinkingSample(from)
        y = try LinkingSample(to)
        self.basis = basis
    }

    public var count: Int { x.values.count + y.values.count }
    public var interpretation: LinkingInterpretation { basis.forEquivalentGroups }
    public var slope: Double { y.deviation / x.deviation }
    public var intercept: Double { y.mean - slope * x.mean }

    public func linked(_ score: Double) throws(Undefined) -> LinkedScore<Self> {
        guard score.isFinite else { throw .notFinite }
        let z = (score - x.mean) / x.deviation
        // One person's influence on mean + z spread of either form, in units of that spread; X's counts with the opposite sign.
        let variance = x.variance { x.influence($0, at: z) } + y.variance { y.influence($0, at: z) }
        return LinkedScore(score, y.mean + y.deviation * z, error: y.deviation * variance.squareRoot(), of: self)
    }
}
