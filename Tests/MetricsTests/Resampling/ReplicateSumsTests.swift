import Testing
import Metrics

@Suite struct ReplicateSumsTests {
    private typealias Observation = ParticipantBootstrap.Observation

    private func people(_ n: Int, _ seed: UInt64, few: Bool) -> [Observation] {
        var random = SeededRandom(seed: seed)
        return (0..<n).map { Observation(key: seed &* 1_000 &+ UInt64($0), value: few ? Double(random.index(below: 6)) / 5 : random.normal()) }
    }

    /// Means of replicates against weights drawn one by one, for values that repeat and for values that do not.
    @Test(arguments: [true, false])
    func weightsOnePersonAtATime(_ few: Bool) throws {
        let group = people(37, 5, few: few)
        let sums = try ReplicateSums(seed: 11, replicates: 23, groups: [people(8, 6, few: few), group])
        for (replicate, mean) in try sums.means(group: 1).enumerated() {
            let weights = group.map { Double(ExponentialWeights.weight(seed: 11, participant: $0.key, replicate: UInt64(replicate))) }
            let expected = zip(weights, group).reduce(0) { $0 + $1.0 * $1.1.value } / weights.reduce(0, +)
            #expect(abs(mean - expected) < 1e-9)
        }
    }

    /// Values that repeat, and too many of them to look through: put together all the same, with the same weights.
    @Test func valuesThatRepeatNowAndThen() throws {
        var random = SeededRandom(seed: 8)
        let group = (0..<900).map { Observation(key: UInt64($0), value: Double(random.index(below: 100)) / 7) }
        let sums = try ReplicateSums(seed: 2, replicates: 11, groups: [group])
        for (replicate, mean) in try sums.means(group: 0).enumerated() {
            let weights = group.map { Double(ExponentialWeights.weight(seed: 2, participant: $0.key, replicate: UInt64(replicate))) }
            let expected = zip(weights, group).reduce(0) { $0 + $1.0 * $1.1.value } / weights.reduce(0, +)
            #expect(abs(mean - expected) < 1e-8)
        }
    }

    @Test func fixedPointIsFineToTheNinthDigitAndSumsAreExact() throws {
        // 0.1 has no end in binary: ten thousand of them must still merge exactly.
        let tenths = (0..<10_000).map { Observation(key: UInt64($0), value: 0.1) }
        let whole = try ReplicateSums(seed: 1, replicates: 7, groups: [tenths])
        var merged = ReplicateSums(seed: 1, replicates: 7, groups: 1)
        for start in stride(from: 0, to: 10_000, by: 1_700) {
            merged = try merged.merged(with: ReplicateSums(seed: 1, replicates: 7, groups: [Array(tenths[start..<min(10_000, start + 1_700)])]))
        }
        #expect(merged == whole)
        for mean in try whole.means(group: 0) { #expect(abs(mean - 0.1) < 1.2e-10) }
    }

    @Test func poolsGroups() throws {
        let (a, b, c) = (people(9, 1, few: true), people(14, 2, few: true), people(5, 3, few: false))
        let apart = try ReplicateSums(seed: 4, replicates: 30, groups: [a, b, c])
        let expected = try ReplicateSums(seed: 4, replicates: 30, groups: [b, a + c, []])
        #expect(try apart.pooled([[1], [0, 2], []]) == expected)
        #expect(throws: Undefined.outsideRange) { try apart.pooled([[3]]) }
    }

    @Test func whatDoesNotBelongTogetherIsRefused() throws {
        let sums = try ReplicateSums(seed: 4, replicates: 30, groups: [people(3, 1, few: true)])
        for other in [ReplicateSums(seed: 5, replicates: 30, groups: 1), .init(seed: 4, replicates: 31, groups: 1), .init(seed: 4, replicates: 30, groups: 2)] {
            #expect(throws: Undefined.unequalLengths) { try sums.merged(with: other) }
        }
        #expect(throws: Undefined.notFinite) { try ReplicateSums(seed: 1, replicates: 2, groups: [[Observation(key: 1, value: .nan)]]) }
        #expect(throws: Undefined.outsideRange) { try ReplicateSums(seed: 1, replicates: 2, groups: [[Observation(key: 1, value: 2e6)]]) }
        #expect(throws: Undefined.noObservations) { try ReplicateSums(seed: 1, replicates: 2, groups: [[]]).means(group: 0) }
        #expect(throws: Undefined.outsideRange) { try sums.means(group: 1) }
    }

    /// The largest values allowed, over many people, stay within 128 bits.
    @Test func theLargestValuesDoNotOverflow() throws {
        let edge = (0..<5_000).map { Observation(key: UInt64($0), value: $0 % 2 == 0 ? 0x1p20 : -0x1p20) }
        let sums = try ReplicateSums(seed: 1, replicates: 20, groups: [edge])
        #expect(try sums.means(group: 0).allSatisfy { abs($0) < 0x1p20 / 10 })
    }
}
