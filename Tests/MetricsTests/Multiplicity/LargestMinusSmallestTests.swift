import Testing
import Metrics

@Suite struct LargestMinusSmallestTests {
    @Test func permutedLabelsGiveTheExpectedGap() throws {
        var random = SeededRandom(seed: 2)
        let groups = (0..<4).map { _ in (0..<100).map { _ in random.uniform() < 0.3 ? 1.0 : 0 } }
        let test = try LargestMinusSmallest(groups: groups, replicates: 1_999, seed: 3)
        let rate = groups.joined().reduce(0, +) / 400
        let expected = try RangeUnderEquality.expectedGap(rate: rate, sizes: [100, 100, 100, 100])
        #expect(abs(test.expectedUnderEquality - expected) < 0.004)
        #expect(test.pValue > 0.01 && test.count == 400)
    }

    @Test func findsAGroupApart() throws {
        let test = try LargestMinusSmallest(groups: [[1, 2, 3, 4, 5, 6], [11, 12, 13, 14, 15, 16], [1, 2, 3, 4, 5, 6.5]], replicates: 999, seed: 3)
        #expect(test.pValue <= 0.003 && test.largest == 1 && test.smallest == 0 && abs(test.statistic - 10) < 1e-12)
    }

    /// Equality is reachable: the level holds, where a percentile bootstrap of the gap excludes zero in every world.
    @Test("V3 equality can be found; the percentile interval of the gap never holds zero") func equalityIsReachable() throws {
        let runs = 400 * Simulated.factor
        var (rejected, excluded) = (0, 0)
        for run in 0..<runs {
            var random = SeededRandom(seed: 31_000 + UInt64(run))
            let groups = [90, 89, 105, 116].map { n in (0..<n).map { _ in random.uniform() < 0.3 ? 1.0 : 0 } }
            if try LargestMinusSmallest(groups: groups, replicates: 99, seed: UInt64(run)).pValue <= 0.05 { rejected += 1 }
            if run < 60 {
                var key: UInt64 = 0
                let people = groups.map { $0.map { value in key += 1; return ParticipantBootstrap.Observation(key: key, value: value) } }
                let gap = MeansFunction(groups: [0, 1, 2, 3], value: { ($0.max() ?? 0) - ($0.min() ?? 0) }, slopes: { _ in [0, 0, 0, 0] })
                let sums = try ParticipantBootstrap(seed: UInt64(run), replicates: 400).sums(groups: people)
                if try BootstrapEstimate(sums, gap, kind: .percentile).interval(level: 0.95).excludes(0) { excluded += 1 }
            }
        }
        #expect(try Simulated.isWithin(rejected, of: runs, 0.03, 0.055, "largest minus smallest, four equal rates, type I at 5 %"), "\(rejected) of \(runs)")
        #expect(excluded == 60)
    }

    @Test func undefinedHasItsReason() {
        #expect(throws: Undefined.tooFewObservations(needed: 2)) { try LargestMinusSmallest(groups: [[1]], seed: 1) }
        #expect(throws: Undefined.noObservations) { try LargestMinusSmallest(groups: [[1], []], seed: 1) }
        #expect(throws: Undefined.notFinite) { try LargestMinusSmallest(groups: [[1], [.nan]], seed: 1) }
        #expect(throws: Undefined.tooFewReplicates(needed: 1)) { try LargestMinusSmallest(groups: [[1], [2]], replicates: 0, seed: 1) }
    }
}
