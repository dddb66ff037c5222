/// How many people have each whole-number score, read as if every person's score were spread evenly over half a point either way.
public struct ScoreDistribution: Sendable, Equatable {
    /// The lowest score of the list.
    public let lowest: Int
    /// People at lowest, lowest + 1, ... They need not be whole.
    public let frequencies: [Double]
    /// People below lowest + index + 1, cumulated.
    private let cumulated: [Double]

    /// - Throws: `noObservations` without people, `outsideRange` for a negative frequency, `notFinite`.
    public init(lowest: Int, frequencies: [Double]) throws(Undefined) {
        guard frequencies.allSatisfy(\.isFinite) else { throw .notFinite }
        guard frequencies.allSatisfy({ $0 >= 0 }) else { throw .outsideRange }
        var sum = CompensatedSum()
        let cumulated = frequencies.map { frequency in
            sum.add(frequency)
            return sum.value
        }
        guard sum.value > 0 else { throw .noObservations }
        self.lowest = lowest
        self.frequencies = frequencies
        self.cumulated = cumulated
    }

    /// - Throws: `noObservations` for an empty list, `outsideRange` when scores span more than a million points.
    public init(scores: [Int]) throws(Undefined) {
        guard let low = scores.min(), let high = scores.max() else { throw .noObservations }
        let (span, overflows) = high.subtractingReportingOverflow(low)
        guard !overflows, span <= 1_000_000 else { throw .outsideRange }
        var frequencies = [Double](repeating: 0, count: span + 1)
        for score in scores { frequencies[score - low] += 1 }
        try self.init(lowest: low, frequencies: frequencies)
    }

    public var people: Double { cumulated[cumulated.count - 1] }

    /// Share of people below a score, that of the score's own point in proportion: at a whole number the mid-percentile rank.
    public func percentileRank(_ score: Double) -> Double { below(score).people / people }

    /// People below the score, and the share t of its own point, with `frequency` people, that lies below it.
    func below(_ score: Double) -> (people: Double, frequency: Double, part: Double) {
        let point = (score + 0.5).rounded(.down)
        let index = point - Double(lowest)
        guard index >= 0 else { return (0, 0, 0) }
        guard index < Double(frequencies.count) else { return (people, 0, 0) }
        let place = Int(index)
        let part = score + 0.5 - point
        let before = place > 0 ? cumulated[place - 1] : 0
        return (before + part * frequencies[place], frequencies[place], part)
    }

    /// The score that has this share of people below it, in the middle of the stretch if there is one, and the point it lies in; nil
    /// when the share is not strictly between 0 and 1.
    ///
    /// - Parameters: the share is `numerator` / `denominator`, compared without dividing, so that a stretch is met exactly.
    func score(below numerator: Double, of denominator: Double) -> (score: Double, frequency: Double, part: Double)? {
        guard numerator > 0, numerator < denominator else { return nil }
        let share = numerator / denominator * people
        // From above: the first point that ends with more people below it; from below: the first that ends with as many.
        guard let upper = cumulated.firstIndex(where: { $0 * denominator > numerator * people }),
            let lower = cumulated.firstIndex(where: { $0 * denominator >= numerator * people })
        else { return nil }
        func inside(_ index: Int) -> Double {
            min(1, max(0, (share - (index > 0 ? cumulated[index - 1] : 0)) / frequencies[index]))
        }
        let parts = (inside(lower), inside(upper))
        let low = Double(lowest + lower) - 0.5 + parts.0
        let high = Double(lowest + upper) - 0.5 + parts.1
        // Strictly between two points with people nobody is near the score: its slope is unknown.
        if upper > lower + 1 { return ((low + high) / 2, 0, 0) }
        let thinner = frequencies[lower] < frequencies[upper] ? lower : upper
        return ((low + high) / 2, frequencies[thinner], thinner == lower ? parts.0 : parts.1)
    }
}
