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
        if isYesOrNo, difference is MiettinenNurminen || difference is CumulativeIncidenceDifference {
            return MinimumDetectableEffect.rates(
                groupCount: difference.groupCount, referenceCount: difference.referenceCount, referenceRate: difference.referenceValue,
                direction: adverse == "lower" ? .groupLower : .groupHigher, signalSize: sizes.signal, alpha: alpha, comparisons: comparisons)
        }
        // What the fragility rule takes off the estimate: what dropping (or recoding) one person does here.
        let moved = difference.weakened().map { abs(difference.estimate - $0.estimate) }
        return MinimumDetectableEffect.value(
            standardError: difference.standardError, signalSize: sizes.signal,
            fragility: moved ?? 1 / Double(max(1, min(difference.groupCount, difference.referenceCount))),
            alpha: alpha, comparisons: comparisons)
    }
}
