import RealModule

/// The largest chance of a set of tables over all common rates, for tests that do not condition on the number of events.
///
/// A set of tables is given by the share of it at every number of events m = 0...N (the conditional probability, which does not
/// depend on the rate). With common rate p its chance is then the mean of that share over m ~ binomial(N, p).
package enum UnconditionalTest {
    /// The supremum over p in [0, 1], from below, within about 1e-12.
    ///
    /// p = sin^2(t): on the scale of t the binomial is equally wide everywhere (standard deviation 1/(2 sqrt N)). The grid has some
    /// 12 points per standard deviation, where a mixture of such bells cannot rise by more than a thousandth between two points;
    /// every local maximum within a hundredth of the best is then searched by golden section.
    package static func supremum(shares: [Double]) -> Double {
        let people = shares.count - 1
        func chance(_ t: Double) -> Double {
            let sine = Double.sin(t)
            let row = Binomial.row(n: people, p: min(1, sine * sine))
            var sum = 0.0
            for index in shares.indices { sum += shares[index] * row[index] }
            return sum
        }
        let steps = max(64, Int(40 * Double(people).squareRoot()))
        let width = Double.pi / 2 / Double(steps)
        let values = (0...steps).map { chance(Double($0) * width) }
        var best = values.reduce(0, max)
        let threshold = best * 0.99
        for index in values.indices where values[index] >= threshold {
            let (before, after) = (index == 0 ? -1 : values[index - 1], index == steps ? -1 : values[index + 1])
            guard values[index] >= before, values[index] >= after else { continue }
            best = max(best, peak(
                low: Double(max(0, index - 1)) * width, high: Double(min(steps, index + 1)) * width, chance))
        }
        return min(1, best)
    }

    /// Largest value found by golden section in a range that holds one maximum.
    private static func peak(low: Double, high: Double, _ chance: (Double) -> Double) -> Double {
        let golden = (5.0.squareRoot() - 1) / 2
        var (low, high) = (low, high)
        var (left, right) = (high - golden * (high - low), low + golden * (high - low))
        var (atLeft, atRight) = (chance(left), chance(right))
        for _ in 0..<28 {
            if atLeft > atRight {
                (high, right, atRight) = (right, left, atLeft)
                left = high - golden * (high - low)
                atLeft = chance(left)
            } else {
                (low, left, atLeft) = (left, right, atRight)
                right = low + golden * (high - low)
                atRight = chance(right)
            }
        }
        return max(atLeft, atRight)
    }
}
