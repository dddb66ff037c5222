import Testing
import Metrics

@Suite struct ParticipantBootstrapTests {
    private typealias Observation = ParticipantBootstrap.Observation

    private func side(_ n: Int, mean: Double, seed: UInt64) -> [Observation] {
        var random = SeededRandom(seed: seed)
        return (0..<n).map { Observation(key: seed &* 1_000 &+ UInt64($0), value: mean + random.normal()) }
    }

    @Test func orderAndOtherPeopleNeverMatter() throws {
        let bootstrap = ParticipantBootstrap(seed: 4, replicates: 500)
        let group = side(30, mean: 1, seed: 1)
        let reference = side(60, mean: 0, seed: 2)
        let forward = try bootstrap.interval(level: 0.9, group: group, reference: reference) { $0 - $1 }
        let backward = try bootstrap.interval(level: 0.9, group: group.reversed(), reference: reference.reversed()) { $0 - $1 }
        #expect(forward == backward)
        let otherSeed = try ParticipantBootstrap(seed: 5, replicates: 500).interval(level: 0.9, group: group, reference: reference) { $0 - $1 }
        #expect(forward != otherSeed)
    }

    @Test func nearTheNormalIntervalForAMeanDifference() throws {
        let group = side(200, mean: 1, seed: 1)
        let reference = side(400, mean: 0, seed: 2)
        let bootstrap = try ParticipantBootstrap(seed: 4, replicates: 2_000).interval(level: 0.95, group: group, reference: reference) { $0 - $1 }
        let welch = try WelchDifference(group: group.map(\.value), reference: reference.map(\.value)).interval(level: 0.95)
        let width = welch.high - welch.low
        #expect(abs(bootstrap.low - welch.low) < 0.1 * width && abs(bootstrap.high - welch.high) < 0.1 * width)
    }

    @Test func tooFewReplicatesClaimNothing() throws {
        let bootstrap = ParticipantBootstrap(seed: 4, replicates: 30)
        let (group, reference) = (side(9, mean: 0, seed: 1), side(9, mean: 0, seed: 2))
        #expect(throws: Undefined.tooFewReplicates(needed: 400)) {
            try bootstrap.interval(level: 0.95, group: group, reference: reference) { $0 - $1 }
        }
        let interval = try bootstrap.intervalsAgainstRest(level: 0.95, groups: [group, reference]) { $0 - $1 }[0]
        #expect(interval?.low == -.infinity && interval?.high == .infinity)
    }

    @Test func anUndefinedStatisticIsUndefined() {
        let bootstrap = ParticipantBootstrap(seed: 4, replicates: 50)
        let zeros = (0..<5).map { Observation(key: UInt64($0), value: 0) }
        #expect(throws: Undefined.zeroDenominator) {
            try bootstrap.interval(level: 0.9, group: zeros, reference: zeros) { $1 == 0 ? nil : $0 / $1 }
        }
        #expect(throws: Undefined.noObservations) { try bootstrap.interval(level: 0.9, group: [], reference: zeros) { $0 - $1 } }
        #expect(throws: Undefined.notFinite) {
            try bootstrap.interval(level: 0.9, group: [Observation(key: 1, value: .nan)], reference: zeros) { $0 - $1 }
        }
        #expect(throws: Undefined.outsideRange) {
            try bootstrap.interval(level: 0.9, group: [Observation(key: 1, value: 1e12)], reference: zeros) { $0 - $1 }
        }
    }

    /// Each group against the others together is what two sides give one by one, to the last bit.
    @Test func againstTheRestIsTheSameAsOneByOne() throws {
        let bootstrap = ParticipantBootstrap(seed: 9, replicates: 200)
        let groups = [side(20, mean: 1, seed: 1), side(35, mean: 2, seed: 2), side(50, mean: 3, seed: 3)]
        let together = try bootstrap.intervalsAgainstRest(level: 0.9, groups: groups) { $0 / $1 }
        for index in groups.indices {
            let rest = groups.indices.filter { $0 != index }.flatMap { groups[$0] }
            #expect(together[index] == (try bootstrap.interval(level: 0.9, group: groups[index], reference: rest) { $0 / $1 }))
        }
        let zeros = (0..<5).map { Observation(key: UInt64($0), value: 0) }
        #expect(try bootstrap.intervalsAgainstRest(level: 0.9, groups: [groups[0], zeros]) { $1 == 0 ? nil : $0 / $1 }[0] == nil)
    }
}
