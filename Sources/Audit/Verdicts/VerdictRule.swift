import Metrics

/// The verdict on one comparison that is neither withheld nor unavailable: rules 3 to 7 of `verdicts.md`, in that order.
struct VerdictRule {
    let sizes: Sizes
    /// Level of the decision's interval: 1 - alpha/(m - j + 1) at Holm's step, or that of the scan's selection.
    let level: Double
    /// Whether the adjusted p is at or below the family's limit.
    let isRejected: Bool

    func verdict(on difference: some GroupDifference, smallSample: Comparison.SmallSample?, cap: String?) -> Verdict {
        let isLarge = abs(difference.estimate) >= sizes.signal
        if let smallSample {
            return isLarge && smallSample.exactP <= Self.exactLimit ? .signal : .inconclusive
        }
        if difference.interval(level: 0.90).isInside(-sizes.margin, sizes.margin) { return .equivalent }
        if isDisparity(difference) { return cap == nil ? .disparity : .signal }
        return isSignal(difference) ? .signal : .inconclusive
    }

    private static let exactLimit = 0.05

    /// Large enough, rejected at its step, and still both after one person is moved.
    private func isDisparity(_ difference: some GroupDifference) -> Bool {
        guard isRejected, abs(difference.estimate) >= sizes.signal, let weakened = difference.weakened() else { return false }
        return holds(weakened, sign: difference.estimate)
    }

    /// Whether a weakened comparison would still be rejected at the same step, with at least the signal size, on the same side.
    private func holds(_ weakened: some GroupDifference, sign: Double) -> Bool {
        weakened.pValue <= 1 - level && abs(weakened.estimate) >= sizes.signal && weakened.estimate * sign > 0
    }

    func isSignal(_ difference: some GroupDifference) -> Bool {
        abs(difference.estimate) >= sizes.signal && difference.interval(level: 0.90).excludes(0)
    }

    /// How many people have to be moved, one after the other, before the disparity (or signal) is lost; `FragilityLimit.people` stands for so many
    /// or more.
    func fragility(of difference: some GroupDifference, verdict: Verdict) -> Int {
        var current = difference.readiedForWeakening()
        var moved = 0
        while moved < FragilityLimit.people, let next = current.weakened() {
            moved += 1
            guard verdict == .disparity ? holds(next, sign: difference.estimate) : isSignal(next) && next.estimate * difference.estimate > 0
            else { return moved }
            current = next
        }
        return moved
    }
}
