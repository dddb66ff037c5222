import RealModule

/// Population stability index of two samples over stated bins: sum of (p - q) ln(p/q), p the group's share of a bin and q the reference's.
///
/// Symmetric in the two sides; 0 only when all shares agree. It grows with the number of bins and shrinks with the number of people: of two samples of
/// n and m people that do not differ, it is about (bins - 1)(1/n + 1/m). The common thresholds .1 and .25 know nothing of that, so
/// `permutationTest` is the measure of evidence. A bin that is empty on one side makes the index infinite: undefined, unless the caller
/// states a pseudo-count (added to every bin on both sides). There is no default pseudo-count, since it is part of the result.
public struct PopulationStabilityIndex: DescriptiveStatistic {
    public static let method = "population_stability_index"
    public static let citation = "Kullback and Leibler (1951), Annals of Mathematical Statistics 22:79-86 (J divergence); Siddiqi (2006), Credit Risk Scorecards"

    /// Inner edges, ascending: bins are x < e1, e1 <= x < e2, ..., x >= ek. Nobody falls outside.
    public let edges: [Double]
    public let groupBins: [Int]
    public let referenceBins: [Int]
    public let pseudoCount: Double
    public let estimate: Double

    /// - Parameters:
    ///   - edges: at least one, finite, strictly ascending; where they come from belongs in the report (`quantileEdges` of the reference, or fixed).
    ///   - pseudoCount: 0 or more, finite.
    /// - Throws: `noObservations`, `notFinite`, `outsideRange` for edges or a pseudo-count as not described, `zeroDenominator` when a bin
    ///   is empty on exactly one side and there is no pseudo-count.
    public init(group: [Double], reference: [Double], edges: [Double], pseudoCount: Double = 0) throws(Undefined) {
        guard !group.isEmpty, !reference.isEmpty else { throw .noObservations }
        guard group.allSatisfy(\.isFinite), reference.allSatisfy(\.isFinite), edges.allSatisfy(\.isFinite), pseudoCount.isFinite else { throw .notFinite }
        guard !edges.isEmpty, pseudoCount >= 0, zip(edges, edges.dropFirst()).allSatisfy({ $0 < $1 }) else { throw .outsideRange }
        let first = Self.counts(group.map { Self.bin($0, edges) }, bins: edges.count + 1)
        let second = Self.counts(reference.map { Self.bin($0, edges) }, bins: edges.count + 1)
        guard let index = Self.index(first, second, pseudoCount: pseudoCount) else { throw .zeroDenominator }
        self.edges = edges
        self.pseudoCount = pseudoCount
        groupBins = first
        referenceBins = second
        estimate = index
    }

    public var count: Int { groupBins.reduce(0, +) + referenceBins.reduce(0, +) }

    /// Inner edges that cut the reference into `bins` parts of about equal size; fewer where values repeat.
    ///
    /// - Throws: `noObservations`, `notFinite`, `outsideRange` for fewer than two bins, `zeroVariance` when all values are equal.
    public static func quantileEdges(reference: [Double], bins: Int) throws(Undefined) -> [Double] {
        guard !reference.isEmpty else { throw .noObservations }
        guard reference.allSatisfy(\.isFinite) else { throw .notFinite }
        guard bins >= 2 else { throw .outsideRange }
        let sorted = reference.sorted()
        var edges: [Double] = []
        for part in 1..<bins {
            let edge = SampleQuantile.value(Double(part) / Double(bins), ofSorted: sorted)
            // An edge at the smallest value would leave the first bin empty.
            if edge > edges.last ?? sorted[0] { edges.append(edge) }
        }
        guard !edges.isEmpty else { throw .zeroVariance }
        return edges
    }

    /// How often an index at least as large comes up when the labels are dealt out at random; a bin emptied by the deal counts as larger.
    ///
    /// - Throws: `outsideRange` when `permutations` is below 1.
    public func permutationTest(permutations: Int, seed: UInt64) throws(Undefined) -> DistancePermutationTest {
        let bins = edges.count + 1
        let pseudoCount = pseudoCount
        return try DistancePermutationTest(
            observed: estimate, group: Self.labels(groupBins), reference: Self.labels(referenceBins), permutations: permutations, seed: seed
        ) { Self.index(Self.counts($0, bins: bins), Self.counts($1, bins: bins), pseudoCount: pseudoCount) }
    }

    private static func labels(_ counts: [Int]) -> [Int] {
        counts.enumerated().flatMap { Array(repeating: $0.offset, count: $0.element) }
    }

    /// How many edges lie at or below the value.
    private static func bin(_ value: Double, _ edges: [Double]) -> Int {
        var (low, high) = (0, edges.count)
        while low < high {
            let middle = (low + high) / 2
            if edges[middle] <= value { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private static func counts(_ numbers: [Int], bins: Int) -> [Int] {
        numbers.reduce(into: Array(repeating: 0, count: bins)) { $0[$1] += 1 }
    }

    private static func index(_ group: [Int], _ reference: [Int], pseudoCount: Double) -> Double? {
        let extra = pseudoCount * Double(group.count)
        let groupTotal = Double(group.reduce(0, +)) + extra
        let referenceTotal = Double(reference.reduce(0, +)) + extra
        var sum = CompensatedSum()
        for (first, second) in zip(group, reference) where first + second > 0 {
            let p = (Double(first) + pseudoCount) / groupTotal
            let q = (Double(second) + pseudoCount) / referenceTotal
            guard p > 0, q > 0 else { return nil }
            sum.add((p - q) * Double.log(p / q))
        }
        return max(0, sum.value)
    }
}
