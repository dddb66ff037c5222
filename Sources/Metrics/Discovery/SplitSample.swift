/// Two halves of the participants: one proposes groups, the other tests them, so that looking cannot make its own evidence.
///
/// Who is in which half follows from (seed, key) alone: neither the order of the participants nor who else is there matters.
public struct SplitSample: Sendable, Equatable {
    /// Positions of those whose data may be looked at freely, ascending.
    public let discovery: [Int]
    /// Positions of those kept for the test, ascending.
    public let test: [Int]

    /// - Parameter keys: one per participant, the same wherever that participant appears.
    public init(keys: [UInt64], seed: UInt64) {
        // The last replicate there is: bootstrap and permutations count from 0 and never meet it.
        let isTest = keys.map { CounterRandom.bits(seed: seed, participant: $0, replicate: .max) >> 63 == 1 }
        discovery = keys.indices.filter { !isTest[$0] }
        test = keys.indices.filter { isTest[$0] }
    }
}
