import RealModule

/// Variance of the true effects between studies, tau^2, of which the estimates y_i ~ N(t_i, se_i^2), t_i ~ N(mu, tau^2) are all that is seen.
///
/// By moments (DerSimonian and Laird 1986): (Q - (k - 1)) / (sum(w) - sum(w^2)/sum(w)) with w = 1/se^2 and Cochran's Q. By restricted maximum
/// likelihood (Viechtbauer 2005): where sum(w^2 (y - m)^2) = sum(w) - sum(w^2)/sum(w) with w = 1/(se^2 + tau^2) and m the mean by these weights,
/// or 0, whichever is likelier.
/// Never below zero.
public enum BetweenVariance: Sendable, CaseIterable {
    case derSimonianLaird
    case restrictedLikelihood

    /// tau^2.
    ///
    /// - Throws: `tooFewStudies(needed: 2)`; `notConverged` when the likelihood has no maximum within reach.
    public func value(_ effects: StudyEffects) throws(Undefined) -> Double {
        try effects.require(2)
        return switch self {
        case .derSimonianLaird: Self.moments(effects)
        case .restrictedLikelihood: try Self.likelihood(effects)
        }
    }

    private static func moments(_ effects: StudyEffects) -> Double {
        max(0, (effects.pooled(between: 0).spread - Double(effects.count - 1)) / effects.weightSpread)
    }

    /// The highest point of the restricted likelihood.
    ///
    /// Where one study is far off and little known, it can have two: a peak at 0 and one beyond a valley, so that the slope at 0 does not tell.
    private static func likelihood(_ effects: StudyEffects) throws(Undefined) -> Double {
        let range = (effects.estimates.max() ?? 0) - (effects.estimates.min() ?? 0)
        // No between-group variance exceeds the variance of the estimates themselves.
        let top = range * range
        guard top > 0 else { return 0 }
        guard slope(effects, top) <= 0 else { throw .notConverged }
        // Brackets from 0 to the top, each twice the one before.
        let grid = [0] + (0...40).reversed().map { top / Double(1 << $0) }
        let rises = grid.map { slope(effects, $0) > 0 }
        let brackets = grid.indices.dropFirst().filter { rises[$0 - 1] && !rises[$0] }
        if rises[0], brackets.count == 1 { return Bisection.boundary(low: 0, high: top) { slope(effects, $0) > 0 } }
        let peaks = brackets.map { index in Bisection.boundary(low: grid[index - 1], high: grid[index]) { slope(effects, $0) > 0 } }
        return peaks.reduce(rises[0] ? peaks[0] : 0) { height(effects, $1) > height(effects, $0) ? $1 : $0 }
    }

    /// Twice the derivative of the restricted log likelihood in tau^2.
    private static func slope(_ effects: StudyEffects, _ tau: Double) -> Double {
        let mean = effects.pooled(between: tau).mean
        let weights = effects.variances.map { 1 / ($0 + tau) }
        let total = weights.reduce(0, +)
        let squares = weights.reduce(0) { $0 + $1 * $1 }
        let spread = zip(weights, effects.estimates).reduce(0) { $0 + $1.0 * $1.0 * ($1.1 - mean) * ($1.1 - mean) }
        return spread - total + squares / total
    }

    /// Twice the restricted log likelihood, but for a constant.
    private static func height(_ effects: StudyEffects, _ tau: Double) -> Double {
        let pooled = effects.pooled(between: tau)
        let logarithms = CompensatedSum(effects.variances.map { Double.log($0 + tau) }).value
        return Double.log(pooled.variance) - logarithms - pooled.spread
    }
}
