/// Wasserstein-1 (earth mover's) distance of two samples: the area between their empirical distribution functions, in the unit of the values.
///
/// The smallest mean distance over which values must be moved to turn one sample into the other. Never negative, and 0 only when both
/// samples are the same up to repetition; it has no direction, and in finite samples it is above 0 even when nothing differs, so a bare
/// value is no evidence: `permutationTest` gives what label chance alone would give.
public struct WassersteinDistance: DescriptiveStatistic {
    public static let method = "wasserstein_1"
    public static let citation = "Vallender (1974), Theory of Probability and its Applications 18:784-786"

    public let groupCount: Int
    public let referenceCount: Int
    public let estimate: Double
    private let group: [Double]
    private let reference: [Double]

    /// - Throws: `noObservations`, `notFinite` (also when the distance overflows).
    public init(group: [Double], reference: [Double]) throws(Undefined) {
        let samples = try TwoSamples(group: group, reference: reference)
        var area = CompensatedSum()
        for (step, next) in zip(samples.steps, samples.steps.dropFirst()) {
            area.add(Double(samples.gap(step)) * (next.value - step.value))
        }
        estimate = area.value / Double(samples.groupCount * samples.referenceCount)
        guard estimate.isFinite else { throw .notFinite }
        groupCount = samples.groupCount
        referenceCount = samples.referenceCount
        self.group = group
        self.reference = reference
    }

    public var count: Int { groupCount + referenceCount }

    /// How often a distance at least as large comes up when the labels are dealt out at random.
    ///
    /// - Throws: `outsideRange` when `permutations` is below 1.
    public func permutationTest(permutations: Int, seed: UInt64) throws(Undefined) -> DistancePermutationTest {
        try DistancePermutationTest(
            observed: estimate, group: group, reference: reference, permutations: permutations, seed: seed
        ) { try? WassersteinDistance(group: $0, reference: $1).estimate }
    }
}
