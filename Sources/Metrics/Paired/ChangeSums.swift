/// Count, sum, and sums of squares and cubes of the changes of one group: all that the limits of its mean need.
public struct ChangeSums: Sendable, Equatable {
    public var count: Int
    public var sum: Double
    public var squares: Double
    public var cubes: Double

    public init(count: Int, sum: Double, squares: Double, cubes: Double) {
        self.count = count
        self.sum = sum
        self.squares = squares
        self.cubes = cubes
    }

    public init(_ values: some Sequence<Double>) {
        self.init(count: 0, sum: 0, squares: 0, cubes: 0)
        for value in values {
            count += 1
            sum += value
            squares += value * value
            cubes += value * value * value
        }
    }

    /// Everybody in these sums who is not in `part`.
    public func without(_ part: ChangeSums) -> ChangeSums {
        ChangeSums(count: count - part.count, sum: sum - part.sum, squares: squares - part.squares, cubes: cubes - part.cubes)
    }

    /// The sums after everybody's change grew by `shift`.
    public func shifted(by shift: Double) -> ChangeSums {
        let total = Double(count)
        return ChangeSums(
            count: count, sum: sum + total * shift, squares: squares + 2 * shift * sum + total * shift * shift,
            cubes: cubes + 3 * shift * squares + 3 * shift * shift * sum + total * shift * shift * shift)
    }

    public var mean: Double { sum / Double(count) }

    /// Sum of squared deviations from the mean, never negative.
    var squaredDeviations: Double { max(0, squares - sum * sum / Double(count)) }

    /// Variance with n - 1; `nil` below two people.
    public var sampleVariance: Double? { count > 1 ? squaredDeviations / Double(count - 1) : nil }

    /// Third central moment over the cube of the standard deviation (both divided by n); 0 without spread.
    public var skewness: Double {
        let total = Double(count)
        let variance = squaredDeviations / total
        guard variance > 0 else { return 0 }
        return thirdMoment / (variance * variance.squareRoot())
    }

    /// Mean of the cubed deviations from the mean.
    var thirdMoment: Double { (cubes - 3 * mean * squares) / Double(count) + 2 * mean * mean * mean }
}
