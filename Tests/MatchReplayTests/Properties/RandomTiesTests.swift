import Cohort
import MatchReplay
import Metrics
import Testing

/// Ties broken by chance: the same seed gives the same lists, and over seeds every place gets the exposure that is expected under random ties.
struct RandomTiesTests {
    /// Places tie in groups of 2, 3 and 4; the first six ranks cut the group of four.
    private static func snapshot() throws -> Snapshot {
        let targets = [1.0, -1, 2, -2, 2, 3, -3, 3, -3, 5]
        return try TinyMunicipality(
            scales: ["a": "capacity"], places: targets.enumerated().map { .init(id: "W\($0)", targets: ["a": $1]) },
            runs: [.init(person: 1, scores: ["a": 0]), .init(person: 2, scores: ["a": 0.5])]
        ).snapshot()
    }

    private static let seeds = 1...600 as ClosedRange<UInt64>
    private static let depth = 6

    /// How often each place is at each of the first ranks, over the seeds.
    private static func counts(_ ties: (UInt64) -> RankingCore.Ties) throws -> [[Int]] {
        let snapshot = try snapshot()
        var counts = [[Int]](repeating: [Int](repeating: 0, count: depth), count: snapshot.workplaces.count)
        for seed in seeds {
            let list = try Replay(snapshot: snapshot, core: .test(ties: ties(seed), top: depth)).list(forRun: 0, top: nil)
            for (rank, place) in list.workplaces.enumerated() { counts[place][rank] += 1 }
        }
        return counts
    }

    /// The chance of each place to be at each rank: one over the size of its group.
    private static let chances: [[Double]] = [0.5, 0.5, 1 / 3.0, 1 / 3.0, 1 / 3.0, 0.25, 0.25, 0.25, 0.25, 0].enumerated().map { place, chance in
        (0..<depth).map { rank in
            let group = place < 2 ? 0..<2 : place < 5 ? 2..<5 : 5..<9
            return group.contains(rank) ? chance : 0
        }
    }

    /// Exact binomial limits for every place and rank at once: .001 over 60 cells on two sides.
    private static func isPlausible(_ counts: [[Int]]) -> Bool {
        let tail = 0.001 / Double(2 * counts.count * depth)
        return zip(counts, chances).allSatisfy { counts, chances in
            zip(counts, chances).allSatisfy { count, chance in
                Binomial.cdf(count, n: seeds.count, p: chance) >= tail && Binomial.survival(count - 1, n: seeds.count, p: chance) >= tail
            }
        }
    }

    @Test func overSeedsEveryOrderOfTheTiedIsAsLikely() throws {
        #expect(try Self.isPlausible(Self.counts { .random(seed: $0) }))
        // The same statement notices a rule that always prefers the same place, and a seed that is not used.
        #expect(try !Self.isPlausible(Self.counts { _ in .bytes }))
        #expect(try !Self.isPlausible(Self.counts { _ in .random(seed: 1) }))
    }

    /// The mean attention over seeds approaches that of the tie audit's expectation; the audit of one seed says what that seed gives away.
    @Test func meanExposureApproachesTheExpectedExposure() throws {
        let snapshot = try Self.snapshot(), counts = try Self.counts { .random(seed: $0) }
        let audit = try TieAuditOfLists.measure(
            snapshot: snapshot, core: .test(ties: .random(seed: 1)), runs: [(0, nil)], depth: Self.depth, threads: 1).overall
        let weights = (1...Self.depth).map { Discount.logarithmic.weight(rank: $0) }
        for place in snapshot.workplaces.indices {
            let mean = zip(counts[place], weights).map { Double($0) * $1 }.reduce(0, +) / Double(Self.seeds.count)
            let expected = audit.expected[place]
            // Attention lies in 0...1, so that its mean over n seeds has a standard error below .5 / root n; five of them.
            #expect(abs(mean - expected) < 5 * 0.5 / Double(Self.seeds.count).squareRoot())
            #expect(abs(zip(Self.chances[place], weights).map { $0 * $1 }.reduce(0, +) - expected) < 1e-12)
        }
        #expect(audit.tiedLists == 1 && audit.cutLists == 1 && audit.gifts.contains { $0 > 0.01 })
        // Under shared ties nobody is given anything.
        let shared = try TieAuditOfLists.measure(snapshot: snapshot, core: .test(ties: .shared), runs: [(0, nil)], depth: Self.depth, threads: 1).overall
        #expect(shared.given == shared.expected && shared.movedShare == 0 && shared.tiedLists == 1)
        #expect(zip(shared.expected, audit.expected).allSatisfy { abs($0 - $1) < 1e-12 })
    }

    @Test func theSameSeedGivesTheSameLists() throws {
        let snapshot = try InvarianceTests.municipality(seed: 1).snapshot()
        func lists(_ seed: UInt64, threads: Int) throws -> [ReplayedList] {
            try Replay(snapshot: snapshot, core: .test(ties: .random(seed: seed))).lists(forRuns: Array(snapshot.runs.indices), top: nil, threads: threads)
        }
        let first = try lists(1, threads: 1)
        #expect(try lists(1, threads: 4) == first)
        let second = try lists(2, threads: 1)
        #expect(second != first)
        #expect(zip(first, second).allSatisfy { $0.distances == $1.distances && Set($0.workplaces) == Set($1.workplaces) })
    }
}
