/// Mean and spread of a list of values, in two passes over the given order (mean first, then squares about it).
public struct Summary: Sendable, Equatable {
    public let count: Int
    public let mean: Double
    /// Sum of squared deviations from the mean, never negative.
    public let squaredDeviations: Double

    /// - Throws: `noObservations` for an empty list, `notFinite` when a value is NaN or infinite.
    public init(_ values: some Collection<Double>) throws(Undefined) {
        guard !values.isEmpty else { throw .noObservations }
        guard values.allSatisfy(\.isFinite) else { throw .notFinite }
        count = values.count
        mean = CompensatedSum(values).value / Double(values.count)
        let centre = mean
        // The second sum is zero in exact arithmetic; taking it off removes what the rounding of the mean put in.
        var squares = CompensatedSum()
        var rest = CompensatedSum()
        for value in values {
            squares.add((value - centre) * (value - centre))
            rest.add(value - centre)
        }
        squaredDeviations = max(0, squares.value - rest.value * rest.value / Double(values.count))
    }

    private init(count: Int, mean: Double, squaredDeviations: Double) {
        (self.count, self.mean, self.squaredDeviations) = (count, mean, squaredDeviations)
    }

    /// The same without one of its values; `nil` when nothing would be left. Each step adds one rounding to those of the whole.
    package func without(_ value: Double) -> Summary? {
        guard count > 1 else { return nil }
        let left = mean - (value - mean) / Double(count - 1)
        return Summary(count: count - 1, mean: left, squaredDeviations: max(0, squaredDeviations - (value - mean) * (value - left)))
    }

    /// Variance with n - 1; nil for a single value.
    public var sampleVariance: Double? {
        count > 1 ? squaredDeviations / Double(count - 1) : nil
    }

    /// Standard deviation with n - 1; nil for a single value.
    public var sampleDeviation: Double? {
        sampleVariance?.squareRoot()
    }

    /// Standard deviation with n: the spread of exactly these values, as a scaling constant needs.
    public var populationDeviation: Double {
        (squaredDeviations / Double(count)).squareRoot()
    }

    /// (this mean - the other's) in units of the pooled sample standard deviation (Cohen's d).
    ///
    /// - Throws: `tooFewObservations` when neither side has a spread, `zeroVariance` when both spreads are zero.
    public func standardisedDifference(from reference: Summary) throws(Undefined) -> Double {
        let freedom = count + reference.count - 2
        guard freedom > 0 else { throw .tooFewObservations(needed: 2) }
        let pooled = (squaredDeviations + reference.squaredDeviations) / Double(freedom)
        guard pooled > 0 else { throw .zeroVariance }
        return (mean - reference.mean) / pooled.squareRoot()
    }
}
