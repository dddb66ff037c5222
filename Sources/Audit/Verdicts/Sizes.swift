/// The margin and the signal size in force for one metric.
struct Sizes {
    let margin: Double
    let signal: Double

    init(margin: Double, signal: Double) { (self.margin, self.signal) = (margin, signal) }

    /// For a rate with baseline rate r (of the rarer outcome) neither may exceed r/2: where an outcome is rare,
    /// ten points more would double it.
    init(_ limits: Thresholds.IndicatorLimits, isRate: Bool) {
        guard isRate, let baseline = limits.baseline.value else {
            (margin, signal) = (limits.margin.value, limits.signal.value)
            return
        }
        let half = min(baseline, 1 - baseline) / 2
        margin = min(limits.margin.value, half)
        signal = min(limits.signal.value, half)
    }
}
