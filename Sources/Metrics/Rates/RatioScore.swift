import RealModule

/// The score statistic for a ratio of two rates, shared by `KoopmanRatio` and `MiettinenNurminenRatio`.
///
/// z(r) = (p1 - r p0) / sqrt(f [ q1(1 - q1)/n1 + r^2 q0(1 - q0)/n0 ]) with q1 = r q0 the most likely rates whose ratio is r, from
/// the closed quadratic, and f the inflation of the variance.
struct RatioScore<Rates: TwoRates>: Sendable {
    let rates: Rates
    let inflation: Double

    /// - Throws: `zeroDenominator` when nobody on either side has the outcome: 0/0 has no value.
    static func checked(_ rates: Rates) throws(Undefined) {
        guard rates.groupEvents > 0 || rates.referenceEvents > 0 else { throw .zeroDenominator }
    }

    /// Infinite when the reference has no events.
    var estimate: Double { rates.groupValue / rates.referenceValue }

    /// The most likely reference rate among all pairs of rates whose ratio is `ratio` > 0.
    func restrictedReferenceRate(at ratio: Double) -> Double {
        let events = rates.groupEvents + rates.referenceEvents
        let total = rates.groupTotal + rates.referenceTotal
        // N r q^2 - b q + events = 0, the smaller root without cancellation.
        let b = ratio * (rates.groupTotal + rates.referenceEvents) + rates.referenceTotal + rates.groupEvents
        let root = max(0, b * b - 4 * total * ratio * events).squareRoot()
        return min(1, 1 / ratio, 2 * events / (b + root))
    }

    func score(at ratio: Double) -> Double {
        let difference = rates.groupValue - ratio * rates.referenceValue
        if difference == 0 { return 0 }
        let reference = restrictedReferenceRate(at: ratio)
        let group = min(1, ratio * reference)
        let variance = group * (1 - group) / rates.groupTotal + ratio * ratio * reference * (1 - reference) / rates.referenceTotal
        return difference / (inflation * variance).squareRoot()
    }

    var pValue: Double {
        // With equal rates the variance may be zero too: nothing speaks for a difference.
        rates.groupValue == rates.referenceValue ? 1 : Normal.twoSided(score(at: 1))
    }

    /// All ratios whose score is within the critical value; 0 and infinity where a side has no events.
    func interval(level: Double) -> Interval {
        let z = Normal.critical(level: level)
        let isTooLow = { (log: Double) in score(at: Double.exp(log)) > z }
        let isTooHigh = { (log: Double) in score(at: Double.exp(log)) < -z }
        var low = 0.0
        if rates.groupEvents > 0 {
            let bracket = bracket(step: -2, isOutside: isTooLow)
            low = Double.exp(Bisection.boundary(low: bracket.outside, high: bracket.inside, isBelow: isTooLow))
        }
        var high = Double.infinity
        if rates.referenceEvents > 0 {
            let bracket = bracket(step: 2, isOutside: isTooHigh)
            high = Double.exp(Bisection.boundary(low: bracket.inside, high: bracket.outside) { !isTooHigh($0) })
        }
        return Interval(level: level, low: low, high: high)
    }

    /// Two logarithms of ratios, one step apart, of which one is outside the interval in the direction of the step.
    private func bracket(step: Double, isOutside: (Double) -> Bool) -> (inside: Double, outside: Double) {
        var inside = 0.0
        while isOutside(inside) { inside -= step }
        var outside = inside + step
        // exp(700) is near the largest number there is; no count leads that far.
        while !isOutside(outside), abs(outside) < 700 {
            inside = outside
            outside += step
        }
        return (inside, outside)
    }
}
