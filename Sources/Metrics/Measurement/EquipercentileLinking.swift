/// Equipercentile linking of whole-number scores for randomly equivalent groups: the y with the same percentile rank as x.
///
/// Percentile ranks are mid-percentile ranks (uniform kernel: everybody's score is spread over half a point either way). Where the
/// form Y has nobody at a stretch of scores, the middle of the stretch is taken. No smoothing, so this needs some 200 people per form.
///
/// Standard error by the delta method: sqrt([P(1 - P) - f t(1 - t)]/n_X + [P(1 - P) - g u(1 - u)]/n_Y) / g, with P the rank, f and g the
/// shares of people at the points of x and of y, t and u the parts of those points below them. Lord's (1982) formula is the same
/// without the term in f; it counts x as continuous.
public struct EquipercentileLinking: ScoreLinking {
    public static let method = "equipercentile_linking"
    public static let citation =
        "Kolen and Brennan (2014), Test Equating, Scaling, and Linking, 2.5 and 7.3; Lord (1982), Journal of Educational Statistics 7:165-174"

    public let basis: LinkingBasis
    public let from: ScoreDistribution
    public let to: ScoreDistribution

    /// - Parameter basis: what is known about the groups. An anchor does not help here: this design does not use one.
    public init(from: ScoreDistribution, to: ScoreDistribution, basis: LinkingBasis) {
        self.from = from
        self.to = to
        self.basis = basis
    }

    public var count: Int { Int((from.people + to.people).rounded()) }
    public var interpretation: LinkingInterpretation { basis.forEquivalentGroups }

    /// - Throws: `outsideRange` when the score lies outside what the sample of its own form shows (nobody below it, or nobody
    ///   above): the samples say nothing about such a score; `notFinite`.
    public func linked(_ score: Double) throws(Undefined) -> LinkedScore<Self> {
        guard score.isFinite else { throw .notFinite }
        let own = from.below(score)
        guard let other = to.score(below: own.people, of: from.people) else { throw .outsideRange }
        var error: Double?
        if other.frequency > 0 {
            let rank = own.people / from.people
            let spread = rank * (1 - rank)
            let g = other.frequency / to.people
            let mine = spread - own.frequency / from.people * own.part * (1 - own.part)
            let theirs = spread - g * other.part * (1 - other.part)
            error = max(0, mine / from.people + theirs / to.people).squareRoot() / g
        }
        return LinkedScore(score, other.score, error: error, of: self)
    }
}
