import Metrics

/// Random signs of everybody for 64 replicates at a time: bit r of a person's word is the sign in replicate r.
struct SignBlock: Sendable {
    static let width = 64

    /// Parallel to the people.
    let words: [UInt64]

    init(keys: [UInt64], seed: UInt64, block: Int) {
        words = keys.map { CounterRandom.bits(seed: seed, participant: $0, replicate: UInt64(block)) }
    }

    /// Sums over some people of value and of its cube, each with the person's sign, per replicate.
    func sums(of values: [Double], people: [Int]) -> (sums: [Double], cubes: [Double]) {
        var sums = [Double](repeating: 0, count: Self.width), cubes = sums
        for (value, person) in zip(values, people) where value != 0 {
            let word = words[person]
            let (bits, cube) = (value.bitPattern, (value * value * value).bitPattern)
            for replicate in 0..<Self.width {
                // The sign bit of an IEEE double, turned where the person is swapped.
                let turn = (word >> UInt64(replicate)) << 63
                sums[replicate] += Double(bitPattern: bits ^ turn)
                cubes[replicate] += Double(bitPattern: cube ^ turn)
            }
        }
        return (sums, cubes)
    }
}
