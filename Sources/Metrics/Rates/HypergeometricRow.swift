import RealModule

/// All tables of two by two with the same margins, by the number of events in the group.
///
/// Weights follow from their neighbour's by an exact ratio, starting at the most probable table, so no factorial is computed;
/// relative error about 1e-13. A table more than 1e300 times less probable than the most probable one may come out as 0.
struct HypergeometricRow {
    /// Events in the group of the first weight.
    let lowest: Int
    /// In proportion to the probabilities; the most probable table has 1.
    let weights: [Double]
    let total: Double
    private let ratios: [Double]

    /// - Parameters: events on both sides together, people in the group, people in the reference. All >= 0, events at most people.
    init(events: Int, groupTotal: Int, referenceTotal: Int) {
        let lowest = max(0, events - referenceTotal)
        let highest = min(groupTotal, events)
        let population = groupTotal + referenceTotal
        // P(k + 1) / P(k)
        let ratios = (lowest..<highest).map { k in
            Double(events - k) * Double(groupTotal - k) / (Double(k + 1) * Double(referenceTotal - events + k + 1))
        }
        let centre = Double(groupTotal + 1) * Double(events + 1) / Double(population + 2)
        let mode = min(highest, max(lowest, Int(centre.rounded(.down)))) - lowest
        var weights = [Double](repeating: 0, count: highest - lowest + 1)
        weights[mode] = 1
        for k in stride(from: mode + 1, to: weights.count, by: 1) { weights[k] = weights[k - 1] * ratios[k - 1] }
        for k in stride(from: mode - 1, through: 0, by: -1) { weights[k] = weights[k + 1] / ratios[k] }
        self.lowest = lowest
        self.weights = weights
        self.ratios = ratios
        // Smallest first keeps what a small p is made of.
        total = CompensatedSum(weights.sorted()).value
    }

    /// Mirrored tables have the same probability on paper but not in floating point; R's fisher.test allows the same.
    static let slack = 1 + 1e-7

    /// Chance of a table no more probable than the one with `events` in the group.
    func noMoreProbable(than events: Int) -> Double {
        let observed = weights[events - lowest] * Self.slack
        return min(1, CompensatedSum(weights.filter { $0 <= observed }.sorted()).value / total)
    }

    /// Chance of a table exactly as probable as the one with `events` in the group, itself included.
    func asProbable(as events: Int) -> Double {
        let observed = weights[events - lowest]
        return CompensatedSum(weights.filter { $0 <= observed * Self.slack && $0 * Self.slack >= observed }).value / total
    }

    /// Chance of at most `events` in the group.
    func atMost(_ events: Int) -> Double {
        CompensatedSum(weights[...(events - lowest)].sorted()).value / total
    }

    /// Chance of at least `events` in the group.
    func atLeast(_ events: Int) -> Double {
        CompensatedSum(weights[(events - lowest)...].sorted()).value / total
    }

    /// Chance that `isExtreme` holds for the number of events in the group.
    func probability(_ isExtreme: (Int) -> Bool) -> Double {
        var sum = CompensatedSum()
        for (index, weight) in weights.enumerated() where isExtreme(lowest + index) { sum.add(weight) }
        return min(1, sum.value / total)
    }

    /// Logarithms of the weights, which reach tables whose weight is too small for a number.
    var logWeights: [Double] {
        var sum = 0.0
        return [0] + ratios.map { ratio in
            sum += Double.log(ratio)
            return sum
        }
    }
}
