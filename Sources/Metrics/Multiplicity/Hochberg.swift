/// Hochberg's (1988) step-up adjustment: never larger than Holm's, valid for independent or positively dependent p values.
///
/// Verdicts use Holm, which asks for no such assumption.
public struct Hochberg: Sendable, Equatable {
    public let alpha: Double
    /// Adjusted p values in the order given: the smallest (m - j + 1) p(j) of this and all larger p values.
    public let adjusted: [Double]
    public let rejected: [Bool]

    /// - Throws: `notFinite` for a NaN, `outsideRange` for a p or an alpha outside [0, 1]. An empty family is fine.
    public init(pValues: [Double], alpha: Double) throws(Undefined) {
        try AscendingP.check(pValues, alpha)
        var adjusted = [Double](repeating: 1, count: pValues.count)
        var smallest = 1.0
        for tie in AscendingP.ties(pValues).reversed() {
            // Of equal p values the last has the smallest factor.
            smallest = min(smallest, Double(pValues.count - tie.lastRank + 1) * tie.p)
            for index in tie.indices { adjusted[index] = smallest }
        }
        self.alpha = alpha
        self.adjusted = adjusted
        rejected = adjusted.map { $0 <= alpha }
    }
}
