/// Linear linking through an anchor: X to the anchor in the first sample, the anchor to Y in the second. The groups may differ.
///
/// v = mean_V1 + s_V1/s_X (x - mean_X), y = mean_Y + s_Y/s_V2 (v - mean_V2). Standard error by the delta method from every person's
/// influence on the means and spreads of both scores, so that their correlation counts.
public struct ChainedLinearLinking: ScoreLinking {
    public static let method = "chained_linear_linking"
    public static let citation = "Kolen and Brennan (2014), Test Equating, Scaling, and Linking, 4.1; Livingston (2004), Equating Test Scores"

    public let basis: LinkingBasis
    private let x: LinkingSample
    private let xAnchor: LinkingSample
    private let y: LinkingSample
    private let yAnchor: LinkingSample

    /// - Parameters:
    ///   - from: people of the first sample with their score on form X and on the anchor.
    ///   - to: people of the second sample with their score on form Y and on the same anchor.
    ///   - basis: what is known about the anchor. That groups are equivalent does not help here: this design does not use it.
    /// - Throws: `noObservations`, `tooFewObservations(needed: 2)`, `zeroVariance` when a form or the anchor does not vary, `notFinite`.
    public init(
        from: [(score: Double, anchor: Double)], to: [(score: Double, anchor: Double)], basis: LinkingBasis
    ) throws(Undefined) {
        x = try LinkingSample(from.map(\.score))
        xAnchor = try LinkingSample(from.map(\.anchor))
        y = try LinkingSample(to.map(\.score))
        yAnchor = try LinkingSample(to.map(\.anchor))
        self.basis = basis
    }

    public var count: Int { x.values.count + y.values.count }
    public var interpretation: LinkingInterpretation { basis.forCommonAnchor }
    public var slope: Double { (xAnchor.deviation / x.deviation) * (y.deviation / yAnchor.deviation) }

    public func linked(_ score: Double) throws(Undefined) -> LinkedScore<Self> {
        guard score.isFinite else { throw .notFinite }
        let first = (score - x.mean) / x.deviation
        let anchor = xAnchor.mean + xAnchor.deviation * first
        let second = (anchor - yAnchor.mean) / yAnchor.deviation
        // One person counts in both ends of a link: with the influence on the end less that on the start.
        func variance(_ from: LinkingSample, _ to: LinkingSample, _ z: Double) -> Double {
            from.variance { to.influence($0, at: z) - from.influence($0, at: z) }
        }
        let onAnchor = xAnchor.deviation / yAnchor.deviation
        let variance = onAnchor * onAnchor * variance(x, xAnchor, first) + variance(yAnchor, y, second)
        return LinkedScore(score, y.mean + y.deviation * second, error: y.deviation * variance.squareRoot(), of: self)
    }
}
