/// Mean linking of form X to the scale of form Y for randomly equivalent groups: y = x - mean_X + mean_Y.
///
/// Standard error: sqrt(s_X^2 / n_X + s_Y^2 / n_Y), the same at every score. For samples too small for a ratio of spreads.
public struct MeanLinking: ScoreLinking {
    public static let method = "mean_linking"
    public static let citation = "Kolen and Brennan (2014), Test Equating, Scaling, and Linking, 2.2"

    public let basis: LinkingBasis
    private let x: LinkingSample
    private let y: LinkingSample

    /// - Parameters:
    ///   - from: scores on form X, whose scores are carried over.
    ///   - to: scores on form Y.
    ///   - basis: what is known about the groups. An anchor does not help here: this design does not use one.
    /// - Throws: `noObservations`, `tooFewObservations(needed: 2)`, `zeroVariance` when a form's scores do not vary, `notFinite`.
    public init(from: [Double], to: [Double], basis: LinkingBasis) throws(Undefined) {
        x = try LinkingSample(from)
        y = try LinkingSample(to)
        self.basis = basis
    }

    public var count: Int { x.values.count + y.values.count }
    public var interpretation: LinkingInterpretation { basis.forEquivalentGroups }
    /// Points added to every score.
    public var shift: Double { y.mean - x.mean }

    public func linked(_ score: Double) throws(Undefined) -> LinkedScore<Self> {
        guard score.isFinite else { throw .notFinite }
        let variance = x.deviation * x.deviation / Double(x.values.count) + y.deviation * y.deviation / Double(y.values.count)
        return LinkedScore(score, score + shift, error: variance.squareRoot(), of: self)
    }
}

extension LinkingBasis {
    var forEquivalentGroups: LinkingInterpretation {
        if case .equivalentGroups(let evidence) = self, !evidence.allSatisfy(\.isWhitespace) { return .equating }
        return .sensitivity
    }

    var forCommonAnchor: LinkingInterpretation {
        if case .commonAnchor(let evidence) = self, !evidence.allSatisfy(\.isWhitespace) { return .equating }
        return .sensitivity
    }
}
