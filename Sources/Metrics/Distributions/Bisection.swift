/// Root of a monotone condition by halving.
package enum Bisection {
    /// The point in [low, high] where `isBelow` turns from true to false.
    ///
    /// Takes for granted, without asking, that it holds at `low` and fails at `high`, so a limit that sits on the edge of its
    /// range is found as that edge. Halves until the two doubles are neighbours or 1e-16 apart relative to the range, which is
    /// plain and cannot diverge, at the price of some 60 evaluations.
    package static func boundary(low: Double, high: Double, isBelow: (Double) -> Bool) -> Double {
        var low = low
        var high = high
        let resolution = (high - low) * 0x1p-60
        while high - low > resolution {
            let middle = low + (high - low) / 2
            if middle <= low || middle >= high { break }
            if isBelow(middle) { low = middle } else { high = middle }
        }
        return low + (high - low) / 2
    }
}
