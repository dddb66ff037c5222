/// How many people a comparison needs before the whole verdict rule would find a given true effect with probability 80 %:
/// `MinimumDetectableEffect` read the other way round.
public enum SampleSize {
    /// More than any country has; beyond it the answer is nil.
    private static let largest = 1 << 32

    /// Smallest group (with `ratio` people in the reference for each, rounded up) whose minimum detectable effect is at most `effect`.
    ///
    /// - Parameters:
    ///   - effect: size of the true difference of rates, > 0.
    ///   - ratio: people in the reference per person in the group, > 0.
    ///   - others: as `MinimumDetectableEffect.rates`.
    /// - Returns: nil when no number of people is enough: an effect at or below the signal size can never be called with 80 %, and none
    ///   can carry a rate past 0 or 1.
    public static func rates(
        effect: Double, ratio: Double, referenceRate: Double, direction: MinimumDetectableEffect.Direction,
        signalSize: Double, fragilePeople: Int = 1, alpha: Double, comparisons: Int
    ) -> Int? {
        let room = direction == .groupHigher ? 1 - referenceRate : referenceRate
        guard effect > signalSize, effect <= room, ratio > 0, ratio.isFinite else { return nil }
        return smallest { count in
            let detectable = MinimumDetectableEffect.rates(
                groupCount: count, referenceCount: reference(count, ratio), referenceRate: referenceRate, direction: direction,
                signalSize: signalSize, fragilePeople: fragilePeople, alpha: alpha, comparisons: comparisons)
            return detectable.map { $0 <= effect } ?? false
        }
    }

    /// The same for means.
    ///
    /// - Parameters:
    ///   - deviation: standard deviation of the values, the same on both sides.
    ///   - furthest: distance of the most influential person of the smaller side from its mean, whom the fragility rule drops.
    public static func means(
        effect: Double, ratio: Double, deviation: Double, furthest: Double, signalSize: Double, alpha: Double, comparisons: Int
    ) -> Int? {
        guard effect > signalSize, ratio > 0, ratio.isFinite, deviation > 0, furthest >= 0 else { return nil }
        return smallest { count in
            let other = reference(count, ratio)
            guard min(count, other) > 1 else { return false }
            let error = deviation * (1 / Double(count) + 1 / Double(other)).squareRoot()
            let detectable = MinimumDetectableEffect.value(
                standardError: error, signalSize: signalSize, fragility: furthest / Double(min(count, other) - 1), alpha: alpha,
                comparisons: comparisons)
            return detectable.map { $0 <= effect } ?? false
        }
    }

    private static func reference(_ count: Int, _ ratio: Double) -> Int {
        max(1, Int((Double(count) * ratio).rounded(.up)))
    }

    /// The smallest count from 1 that is enough, given that every larger one is enough too.
    private static func smallest(_ isEnough: (Int) -> Bool) -> Int? {
        var high = 1
        while !isEnough(high) {
            high *= 2
            if high > largest { return nil }
        }
        var low = high / 2
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if isEnough(middle) { high = middle } else { low = middle }
        }
        return high
    }
}
