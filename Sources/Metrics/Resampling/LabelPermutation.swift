/// Seeded permutations of 0..<count, each a pure function of (seed, replicate).
public enum LabelPermutation {
    /// The order in which labels are dealt out: participant i gets the label of participant `order[i]`. Empty for a count of 0 or less.
    public static func order(count: Int, seed: UInt64, replicate: UInt64) -> [Int] {
        guard count > 0 else { return [] }
        var random = SeededRandom(seed: CounterRandom.bits(seed: seed, participant: UInt64(count), replicate: replicate))
        var order = Array(0..<count)
        random.shuffle(&order)
        return order
    }
}
