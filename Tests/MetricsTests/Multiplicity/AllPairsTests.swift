import Testing
import Metrics

@Suite struct AllPairsTests {
    private static let groups = Reference.cases(Reference.allPairsValues).map { $0.map { $0[1] } }

    @Test func asElsewhere() throws {
        for (kind, method) in [(0.0, AllPairs.tukeyKramer), (1, .gamesHowell)] {
            let pairs = try method.pairs(of: Self.groups)
            let expected = Reference.allPairsIntervals.filter { $0[0] == kind }
            #expect(pairs.count == expected.count)
            for (pair, row) in zip(pairs, expected) {
                #expect([pair.first, pair.second] == [Int(row[1]), Int(row[2])])
                let interval = pair.interval(level: 0.95)
                #expect(Reference.error(pair.estimate, row[3], floor: 0.01) < 1e-10)
                #expect(abs(interval.low - row[4]) < 1e-7 && abs(interval.high - row[5]) < 1e-7)
                #expect(abs(pair.pValue - row[6]) < 1e-7)
            }
        }
    }

    /// Two groups are one comparison: Games-Howell is then Welch's test.
    @Test func twoGroupsAreWelch() throws {
        let welch = try WelchDifference(group: Self.groups[0], reference: Self.groups[1])
        let pair = try AllPairs.gamesHowell.pairs(of: [Self.groups[0], Self.groups[1]])[0]
        #expect(Reference.error(pair.pValue, welch.pValue) < 1e-9)
        #expect(abs(pair.interval(level: 0.9).low - welch.interval(level: 0.9).low) < 1e-9)
    }

    /// Four equal groups of unequal size and spread: all six intervals hold zero together in 95 of 100 by Games-Howell.
    @Test func togetherTheyCover() throws {
        let runs = 500 * Simulated.factor
        // The critical value hardly depends on the people, the p value is quick: covered when no p is below 5 %.
        var covered = 0
        for run in 0..<runs {
            var random = SeededRandom(seed: 51_000 + UInt64(run))
            let groups = [(12, 1.0), (30, 2.0), (20, 1.0), (50, 0.5)].map { n, spread in (0..<n).map { _ in spread * random.normal() } }
            if try AllPairs.gamesHowell.pairs(of: groups).max(by: { $0.statistic < $1.statistic })?.pValue ?? 0 > 0.05 { covered += 1 }
        }
        #expect(try Simulated.isWithin(covered, of: runs, 0.93, 0.96, "Games-Howell, four groups, no pair found under equality at 5 %"), "\(covered) of \(runs)")
    }

    @Test func undefinedHasItsReason() {
        #expect(throws: Undefined.tooFewObservations(needed: 2)) { try AllPairs.tukeyKramer.pairs(of: [[1, 2]]) }
        #expect(throws: Undefined.tooFewObservations(needed: 2)) { try AllPairs.tukeyKramer.pairs(of: [[1, 2], [1]]) }
        #expect(throws: Undefined.noObservations) { try AllPairs.tukeyKramer.pairs(of: [[1, 2], []]) }
        #expect(throws: Undefined.zeroVariance) { try AllPairs.gamesHowell.pairs(of: [[1, 1], [2, 2], [1, 5]]) }
    }
}
