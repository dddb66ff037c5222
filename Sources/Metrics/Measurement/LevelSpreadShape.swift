/// The squared distance of two profiles of k scales split into level, spread and shape (Cronbach and Gleser 1953):
/// D^2 = k (mean_x - mean_y)^2 + (S_x - S_y)^2 + 2 S_x S_y (1 - r), with S the root of the summed squared deviations of a
/// profile from its own mean and r the correlation of the two over scales. All parts are at least 0.
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
}
