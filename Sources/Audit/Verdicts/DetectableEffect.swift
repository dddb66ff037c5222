import Metrics

/// The minimum detectable effect printed beside a comparison: the smallest true effect that the whole rule would call a
/// disparity with probability 80 %.
enum DetectableEffect {
    /// - Parameter adverse: which way an adverse difference points, as the metric describes it; `neither` looks upwards.
    static func value(
        of difference: any GroupDifference, observations: Observations, adverse: String, sizes: Sizes, alpha: Double, comparisons: Int
    ) -> Double? {
        let isYesOrNo = switch observations {
        case .outcomes, .exits: true
        case .values, .shares, .contrast: false
        }
        let direction: MinimumDetectableEffect.Direction = adverse == "lower" ? .groupLower : .groupHigher
        if isYesOrNo, difference is MiettinenNurminen || difference is CumulativeIncidenceDifference {
            return MinimumDetectableEffect.rates(
                groupCount: difference.groupCount, referenceCount: difference.referenceCount, referenceRate: difference.referenceValue,
                direction: direction, signalSize: sizes.signal, alpha: alpha, comparisons: comparisons)
        }
        // What the fragility rule takes off the estimate: what dropping (or recoding) one person does here.
        let moved = difference.weakened().map { abs(difference.estimate - $0.estimate) }
        let fragility = moved ?? 1 / Double(max(1, min(difference.groupCount, difference.referenceCount)))
        if let stratified = difference as? MantelHaenszelRiskDifference {
            return MinimumDetectableEffect.rates(
                like: stratified, direction: direction, signalSize: sizes.signal, fragility: fragility, alpha: alpha, comparisons: comparisons)
        }
        return MinimumDetectableEffect.value(
            standardError: difference.standardError, signalSize: sizes.signal, fragility: fragility,
            alpha: alpha, comparisons: comparisons)
    }
}
