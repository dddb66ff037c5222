/// Largest minus smallest group mean against its own permutation null.
///
/// The largest of several means exceeds the smallest even when nothing differs, so the gap never has a normal interval around zero,
/// and a bootstrap interval of it never holds zero. Here labels are permuted over people: `expectedUnderEquality` is the mean gap
/// that chance alone gives, and p = (1 + b)/(1 + B).
public struct LargestMinusSmallest: SignificanceTest {
    public static let method = "largest_minus_smallest_permutation"
    public static let citation = "Pitman (1937), Supplement to JRSS 4:119-130; Phipson and Smyth (2010), SAGMB 9:39"

    public let count: Int
    /// Observed gap.
    public let statistic: Double
    public let pValue: Double
    /// Mean gap over the permutations.
    public let expectedUnderEquality: Double
    /// Positions of the groups with the largest and the smallest mean (the first of equals).
    public let largest: Int
    public let smallest: Int
    public let replicates: Int

    /// - Parameter groups: values of the people of each group.
    /// - Throws: `tooFewObservations(needed: 2)` with fewer than two groups, `noObservations` for an empty one, `notFinite`,
    ///   `tooFewReplicates(needed: 1)`.
    public init(groups: [[Double]], replicates: Int = 9_999, seed: UInt64) throws(Undefined) {
        guard groups.count > 1 else { throw .tooFewObservations(needed: 2) }
        guard groups.allSatisfy({ !$0.isEmpty }) else { throw .noObservations }
        guard replicates >= 1 else { throw .tooFewReplicates(needed: 1) }
        let centre = try Summary(Array(groups.joined())).mean
        var values = groups.joined().map { $0 - centre }
        let scale = values.reduce(0) { max($0, abs($1)) }
        let sizes = groups.map(\.count)
        func means(_ values: [Double]) -> [Double] {
            var start = 0
            return sizes.map { size in
                defer { start += size }
                return values[start..<(start + size)].reduce(0, +) / Double(size)
            }
        }
        let observed = means(values)
        let (high, low) = (observed.max() ?? 0, observed.min() ?? 0)
        count = values.count
        statistic = high - low
        largest = observed.firstIndex(of: high) ?? 0
        smallest = observed.firstIndex(of: low) ?? 0
        var random = SeededRandom(seed: seed)
        var (extreme, sum) = (0, 0.0)
        for _ in 0..<replicates {
            random.shuffle(&values)
            let drawn = means(values)
            let gap = (drawn.max() ?? 0) - (drawn.min() ?? 0)
            sum += gap
            if gap >= high - low - 1e-12 * scale { extreme += 1 }
        }
        self.replicates = replicates
        expectedUnderEquality = sum / Double(replicates)
        pValue = Double(1 + extreme) / Double(1 + replicates)
    }
}
