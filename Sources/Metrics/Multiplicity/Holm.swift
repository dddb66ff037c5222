/// Holm's (1979) step-down adjustment: the chance of any false finding in the family stays at or below alpha.
public struct Holm: Sendable, Equatable {
    public let alpha: Double
    /// Adjusted p values in the order given; adjusted <= alpha is the decision.
    public let adjusted: [Double]
    public let rejected: [Bool]
    /// Level of the interval that decides like the step: 1 - alpha/(m - j + 1) for the j-th smallest p, and from the first
    /// non-rejection on that one's level for all others, so that it excludes no difference exactly where Holm rejects.
    public let levels: [Double]

    /// Equal p values share the step of the first of them, so the order of the input never matters.
    ///
    /// - Throws: `notFinite` for a NaN, `outsideRange` for a p or an alpha outside [0, 1]. An empty family is fine.
    public init(pValues: [Double], alpha: Double) throws(Undefined) {
        try AscendingP.check(pValues, alpha)
        let count = pValues.count
        var adjusted = [Double](repeating: 1, count: count)
        var rejected = [Bool](repeating: false, count: count)
        var levels = [Double](repeating: 1 - alpha, count: count)
        var largest = 0.0
        var stoppedLevel: Double?
        for tie in AscendingP.ties(pValues) {
            let steps = Double(count - tie.rank + 1)
            largest = max(largest, min(1, steps * tie.p))
            let level = 1 - alpha / steps
            let isRejected = stoppedLevel == nil && largest <= alpha
            if !isRejected, stoppedLevel == nil { stoppedLevel = level }
            for index in tie.indices {
                adjusted[index] = largest
                rejected[index] = isRejected
                levels[index] = stoppedLevel ?? level
            }
        }
        self.alpha = alpha
        self.adjusted = adjusted
        self.rejected = rejected
        self.levels = levels
    }
}
