import RealModule

/// Kaplan-Meier's share still without the event at a time.
public struct SurvivalProbability: Statistic {
    public static let method = "kaplan_meier"
    public static let citation = "Kaplan and Meier (1958), JASA 53:457-481; Greenwood (1926); Kalbfleisch and Prentice (1980)"

    public let time: Double
    /// Scale of the interval.
    public let scale: SurvivalScale
    public let count: Int
    public let estimate: Double
    private let logVariance: Double
    private let knownPeople: Double

    init(time: Double, scale: SurvivalScale, count: Int, estimate: Double, logVariance: Double, knownPeople: Double) {
        self.time = time
        self.scale = scale
        self.count = count
        self.estimate = estimate
        self.logVariance = logVariance
        self.knownPeople = knownPeople
    }

    /// 0 where the share is 0 or 1.
    public var standardError: Double { estimate == 0 ? 0 : estimate * logVariance.squareRoot() }

    /// Number of people without censoring who would give the same standard error; where the share is 0 or 1 those whose state is
    /// known.
    public var effectiveCount: Double {
        EffectiveShare(share: estimate, standardError: standardError, knownPeople: knownPeople).total
    }

    /// - Throws: `outsideRange` for a level outside (0, 1); `zeroVariance` where the share is 0 or 1, except on the score scale.
    public func interval(level: Double) throws(Undefined) -> Interval {
        try interval(level: level, scale: scale)
    }

    public func interval(level: Double, scale: SurvivalScale) throws(Undefined) -> Interval {
        guard level > 0, level < 1 else { throw .outsideRange }
        if scale == .score {
            let share = EffectiveShare(share: estimate, standardError: standardError, knownPeople: knownPeople)
            return try Wilson(events: share.events, total: share.total).interval(level: level)
        }
        guard let limits = Self.limits(estimate, logVariance, z: Normal.critical(level: level), scale) else { throw .zeroVariance }
        return Interval(level: level, low: limits.low, high: limits.high)
    }

    /// nil where the share is 0 or 1.
    static func limits(_ share: Double, _ logVariance: Double, z: Double, _ scale: SurvivalScale) -> (low: Double, high: Double)? {
        guard share > 0, share < 1, logVariance > 0, logVariance.isFinite else { return nil }
        let half = z * logVariance.squareRoot()
        switch scale {
        case .plain: return (max(0, share * (1 - half)), min(1, share * (1 + half)))
        case .log: return (share * Double.exp(-half), min(1, share * Double.exp(half)))
        case .logLog:
            let hazard = -Double.log(share)
            return (Double.exp(-hazard * Double.exp(half / hazard)), Double.exp(-hazard * Double.exp(-half / hazard)))
        case .score: return nil
        }
    }
}
