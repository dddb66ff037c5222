/// A distance between two samples against its own null: the same people with the labels dealt out at random.
///
/// p = (1 + b)/(1 + B), b the permutations with a distance at least as large (up to a relative 1e-12, since the same distance may be summed in another
/// order). Never 0. One-sided by nature: a distance has no sign.
public struct DistancePermutationTest: SignificanceTest {
    public static let method = "label_permutation_of_distance"
    public static let citation = "Phipson and Smyth (2010), Statistical Applications in Genetics and Molecular Biology 9:39"

    public let count: Int
    /// The distance observed.
    public let statistic: Double
    public let pValue: Double
    public let permutations: Int

    /// - Parameter distance: of two samples; nil, where it has no value, counts as larger than any.
    init<Value>(
        observed: Double, group: [Value], reference: [Value], permutations: Int, seed: UInt64,
        distance: ([Value], [Value]) -> Double?
    ) throws(Undefined) {
        guard permutations > 0 else { throw .outsideRange }
        let pooled = group + reference
        let needed = observed - 1e-12 * abs(observed)
        var asLarge = 0
        for replicate in 0..<permutations {
            let order = LabelPermutation.order(count: pooled.count, seed: seed, replicate: UInt64(replicate))
            let first = order[..<group.count].map { pooled[$0] }
            let second = order[group.count...].map { pooled[$0] }
            if (distance(first, second) ?? .infinity) >= needed { asLarge += 1 }
        }
        count = pooled.count
        statistic = observed
        pValue = Double(1 + asLarge) / Double(1 + permutations)
        self.permutations = permutations
    }
}
