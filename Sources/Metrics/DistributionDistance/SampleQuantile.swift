import RealModule

/// Quantiles of a sample and what is known about those behind it.
package enum SampleQuantile {
    /// Linear between order statistics at (n - 1) p (type 7 of Hyndman and Fan 1996; the default of numpy and R). The list is ascending and not empty.
    package static func value(_ probability: Double, ofSorted values: [Double]) -> Double {
        let place = Double(values.count - 1) * probability
        let below = min(values.count - 1, max(0, Int(place)))
        guard below + 1 < values.count else { return values[below] }
        let share = place - Double(below)
        return values[below] * (1 - share) + values[below + 1] * share
    }

    /// Places (from 1) of the two order statistics between which the quantile lies with at least the level, whatever the distribution: fewer
    /// than `low` of n values lie at or below it with chance at most (1 - level)/2, and `high` or more as well.
    /// nil where n is too small for that.
    package static func places(count: Int, probability: Double, level: Double) -> (low: Int, high: Int)? {
        let tail = (1 - level) / 2
        func atMost(_ k: Int) -> Double { Binomial.cdf(k, n: count, p: probability) }
        // The largest low with P(B <= low - 1) <= tail, the smallest high with P(B >= high) <= tail.
        let low = firstFailure(count + 1) { atMost($0) <= tail }
        let high = firstFailure(count + 1) { Binomial.survival($0 - 1, n: count, p: probability) > tail }
        guard low >= 1, high <= count else { return nil }
        return (low, high)
    }

    /// The first k in 0..<limit for which a condition that holds up to some k fails; `limit` when it never does.
    private static func firstFailure(_ limit: Int, holds: (Int) -> Bool) -> Int {
        var (low, high) = (0, limit)
        while low < high {
            let middle = (low + high) / 2
            if holds(middle) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
