/// Sums of a list about a fixed centre, from which thousands of groups are compared with their rest without copying the rest.
///
/// Only for screening: what is reported comes from `Means.difference` on the values themselves.
package struct ScreeningSums {
    package let centre: Double
    package let count: Double
    private let sum: Double
    private let squares: Double

    /// Sums about the mean of the values themselves.
    package init(_ values: [Double]) {
        let mean = values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
        self.init(values.map { $0 - mean }, centre: mean)
    }

    /// Values that were centred before.
    package init(_ centred: [Double], centre: Double) {
        self.centre = centre
        count = Double(centred.count)
        sum = centred.reduce(0, +)
        squares = centred.reduce(0) { $0 + $1 * $1 }
    }

    /// Welch's comparison of `part` with the rest of these values; nil when either is too small or nothing varies.
    package func screen(_ part: ScreeningSums) -> (difference: Double, pValue: Double)? {
        let rest = (count: count - part.count, sum: sum - part.sum, squares: squares - part.squares)
        guard part.count >= 2, rest.count >= 2 else { return nil }
        let difference = part.sum / part.count - rest.sum / rest.count
        let partVariance = max(0, part.squares - part.sum * part.sum / part.count) / (part.count - 1) / part.count
        let restVariance = max(0, rest.squares - rest.sum * rest.sum / rest.count) / (rest.count - 1) / rest.count
        let variance = partVariance + restVariance
        guard variance > 0 else { return nil }
        let share = partVariance / variance
        let df = 1 / (share * share / (part.count - 1) + (1 - share) * (1 - share) / (rest.count - 1))
        return (difference, StudentT.twoSided(difference / variance.squareRoot(), df: df))
    }
}
