import Testing
import Metrics

@Suite struct StratifiedMeanDifferenceTests {
    @Test func agreesWithLeastSquaresAndHC2() throws {
        for rows in Reference.cases(Reference.stratifiedMeans) {
            func side(_ number: Double) -> [StratifiedMeanDifference.Observation] {
                rows.filter { $0[1] == number }.map { (value: $0[2], stratum: Int($0[3])) }
            }
            let difference = try StratifiedMeanDifference(group: side(1), reference: side(0))
            #expect(Reference.error(difference.estimate, rows[0][4]) < 1e-11)
            #expect(Reference.error(difference.standardError, rows[0][5]) < 1e-11)
        }
    }

    @Test func oneStratumIsWelch() throws {
        let group = [1.0, 2.5, 3, 7, 1.5]
        let reference = [0.5, 1, 1, 2, 0, 3, 2.5]
        let stratified = try StratifiedMeanDifference(group: group.map { ($0, 4) }, reference: reference.map { ($0, 4) })
        let welch = try WelchDifference(group: group, reference: reference)
        #expect(Reference.error(stratified.estimate, welch.estimate) < 1e-14)
        #expect(Reference.error(stratified.standardError, welch.standardError) < 1e-14)
        #expect(Reference.error(stratified.degreesOfFreedom, welch.degreesOfFreedom) < 1e-13)
        #expect(Reference.error(stratified.pValue, welch.pValue) < 1e-12)
    }

    @Test func aShiftOfAWholeStratumChangesNothing() throws {
        func observations(_ shift: Double) -> [StratifiedMeanDifference.Observation] {
            [(1 + shift, 0), (3 + shift, 0), (2, 1), (5, 1), (4, 1)]
        }
        func others(_ shift: Double) -> [StratifiedMeanDifference.Observation] {
            [(0 + shift, 0), (2.5 + shift, 0), (1 + shift, 0), (2, 1), (3, 1)]
        }
        let plain = try StratifiedMeanDifference(group: observations(0), reference: others(0))
        let shifted = try StratifiedMeanDifference(group: observations(100), reference: others(100))
        #expect(abs(plain.estimate - shifted.estimate) < 1e-12)
        #expect(abs(plain.standardError - shifted.standardError) < 1e-12)
    }

    @Test func undefinedInput() {
        #expect(throws: Undefined.noInformativeStratum) { try StratifiedMeanDifference(group: [(1, 0)], reference: [(1, 1)]) }
        #expect(throws: Undefined.zeroVariance) {
            try StratifiedMeanDifference(group: [(1, 0), (1, 0)], reference: [(1, 0), (1, 0)])
        }
        #expect(throws: Undefined.tooFewObservations(needed: 2)) {
            try StratifiedMeanDifference(group: [(1, 0)], reference: [(1, 0), (2, 0)])
        }
        #expect(throws: Undefined.notFinite) { try StratifiedMeanDifference(group: [(.nan, 0)], reference: [(1, 0)]) }
    }

    @Test(arguments: 0..<20)
    func weakeningIsTheBestOfAllDrops(_ seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        func side(_ n: Int) -> [StratifiedMeanDifference.Observation] {
            (0..<n).map { _ in (random.normal() + 1, random.index(below: 3)) }
        }
        let (group, reference) = (side(8), side(14))
        let difference = try StratifiedMeanDifference(group: group, reference: reference)
        let weaker = difference.weakened()!
        let smallerIsGroup = difference.groupCount <= difference.referenceCount
        var best = Double.infinity
        for index in (smallerIsGroup ? group : reference).indices {
            var (g, r) = (group, reference)
            if smallerIsGroup { g.remove(at: index) } else { r.remove(at: index) }
            if let dropped = try? StratifiedMeanDifference(group: g, reference: r),
               dropped.groupCount + dropped.referenceCount < difference.groupCount + difference.referenceCount {
                best = min(best, abs(dropped.estimate))
            }
        }
        #expect(abs(abs(weaker.estimate) - best) < 1e-12)
    }

    /// No difference within strata; strata differ, so do the spreads of the two sides: 4 to 6 %.
    /// (strata, people per stratum, share in the group, spread of the group)
    @Test(arguments: [(100, 3, 0.4, 1.0), (40, 8, 0.2, 2.0), (12, 40, 0.12, 1.5), (9, 12, 0.3, 0.6)])
    func typeOneError(_ strata: Int, _ size: Int, _ share: Double, _ spread: Double) throws {
        var random = SeededRandom(seed: UInt64(strata))
        let runs = 2_000 * Simulated.factor
        var rejected = 0
        for _ in 0..<runs {
            var group: [StratifiedMeanDifference.Observation] = []
            var reference: [StratifiedMeanDifference.Observation] = []
            for stratum in 0..<strata {
                let level = 2 * random.normal()
                // The group sits more often in strata with a high level: the crude difference is not zero.
                let chance = level > 0 ? min(0.9, share * 1.5) : share * 0.5
                for _ in 0..<size {
                    if random.uniform() < chance {
                        group.append((level + spread * random.normal(), stratum))
                    } else {
                        reference.append((level + random.normal(), stratum))
                    }
                }
            }
            if try StratifiedMeanDifference(group: group, reference: reference).pValue < 0.05 { rejected += 1 }
        }
        let what = "stratified mean, \(strata) strata of \(size), share \(share), spread \(spread), type I at 5 %"
        #expect(try Simulated.isWithin(rejected, of: runs, 0.04, 0.06, what), "\(rejected) of \(runs)")
    }
}
