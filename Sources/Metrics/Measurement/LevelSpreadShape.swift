/// The squared distance of two profiles of k scales split into level, spread and shape (Cronbach and Gleser 1953):
/// D^2 = k (mean_x - mean_y)^2 + (S_x - S_y)^2 + 2 S_x S_y (1 - r), with S the root of the summed squared deviations of a
/// profile from its own mean and r the correlation of the two over scales. All parts are at least 0.
///
/// With weights every sum over scales is weighted, means and correlation too, and k is the sum of the weights: a scale of weight 2 counts
/// as two equal scales.
///
/// A flat profile has no shape: its shape part is 0 and its correlation nil.
public struct LevelSpreadShape: DescriptiveStatistic {
    public static let method = "level_spread_shape"
    public static let citation = "Cronbach and Gleser (1953), Psychological Bulletin 50:456-473"

    /// Scales, not people.
    public let count: Int
    /// The squared distance, sum (x - y)^2.
    public let estimate: Double
    /// What comes from one profile being higher overall.
    public let level: Double
    /// What comes from one profile being more uneven.
    public let spread: Double
    /// What comes from other scales being high.
    public let shape: Double
    /// Correlation of the two profiles over scales; nil when one of them is flat.
    public let correlation: Double?

    /// - Throws: `unequalLengths`; `noObservations` for empty profiles; `notFinite`.
    public init(_ x: [Double], _ y: [Double]) throws(Undefined) {
        guard x.count == y.count else { throw .unequalLengths }
        let first = try Summary(x)
        let second = try Summary(y)
        let (s1, s2) = (first.squaredDeviations.squareRoot(), second.squaredDeviations.squareRoot())
        count = x.count
        estimate = CompensatedSum(zip(x, y).lazy.map { ($0 - $1) * ($0 - $1) }).value
        level = Double(x.count) * (first.mean - second.mean) * (first.mean - second.mean)
        spread = (s1 - s2) * (s1 - s2)
        if s1 > 0, s2 > 0 {
            // S_x S_y times the squared distance of the profiles brought to level 0 and spread 1; never negative by rounding.
            let apart = CompensatedSum(zip(x, y).lazy.map {
                let difference = ($0 - first.mean) / s1 - ($1 - second.mean) / s2
                return difference * difference
            }).value
            shape = s1 * s2 * apart
            correlation = min(1, max(-1, 1 - apart / 2))
        } else {
            shape = 0
            correlation = nil
        }
    }

    /// - Parameter weights: of each scale; 0 leaves it out.
    /// - Throws: as above; `outsideRange` for a negative weight, `noObservations` when no scale has a weight.
    public init(_ x: [Double], _ y: [Double], weights: [Double]) throws(Undefined) {
        guard x.count == y.count, x.count == weights.count else { throw .unequalLengths }
        guard (x + y + weights).allSatisfy(\.isFinite) else { throw .notFinite }
        guard weights.allSatisfy({ $0 >= 0 }) else { throw .outsideRange }
        let counted = weights.indices.filter { weights[$0] > 0 }
        guard !counted.isEmpty else { throw .noObservations }
        func sum(_ term: (Int) -> Double) -> Double { CompensatedSum(counted.map { weights[$0] * term($0) }).value }
        let total = sum { _ in 1 }
        let (first, second) = (sum { x[$0] } / total, sum { y[$0] } / total)
        let s1 = sum { (x[$0] - first) * (x[$0] - first) }.squareRoot()
        let s2 = sum { (y[$0] - second) * (y[$0] - second) }.squareRoot()
        count = counted.count
        estimate = sum { (x[$0] - y[$0]) * (x[$0] - y[$0]) }
        level = total * (first - second) * (first - second)
        spread = (s1 - s2) * (s1 - s2)
        if s1 > 0, s2 > 0 {
            let apart = sum { index in
                let difference = (x[index] - first) / s1 - (y[index] - second) / s2
                return difference * difference
            }
            shape = s1 * s2 * apart
            correlation = min(1, max(-1, 1 - apart / 2))
        } else {
            shape = 0
            correlation = nil
        }
    }
}
