import Testing
import Metrics

@Suite struct PermutationTestTests {
    @Test("V59 exact permutation of six people") func exactPermutation() throws {
        let test = try PermutationTest(group: [1, 2, 4], reference: [3, 5, 6], scale: .difference, seed: 1)
        #expect(test.isExact && test.arrangements == 20)
        #expect(abs(test.pValue - 0.2) < 1e-15)
        #expect(abs(test.statistic - (7.0 / 3 - 14.0 / 3)) < 1e-12)
    }

    @Test("V59 ties count; a strictly larger count as in LiFT says .1") func tiesCount() throws {
        #expect(try PermutationTest(group: [1, 2, 4], reference: [3, 5, 6], scale: .difference, seed: 1).pValue != 0.1)
    }

    @Test("V59 a drawn p is never zero; LiFT divides b by B") func neverZero() throws {
        let (group, reference) = ((0..<40).map { Double($0) + 1_000 }, (0..<40).map { Double($0) })
        let test = try PermutationTest(group: group, reference: reference, replicates: 199, seed: 4)
        #expect(!test.isExact && test.pValue == 1.0 / 200)
    }

    @Test func allArrangementsAsElsewhere() throws {
        for rows in Reference.cases(Reference.permutationValues) {
            let group = rows.filter { $0[1] == 1 }.map { $0[2] }
            let reference = rows.filter { $0[1] == 0 }.map { $0[2] }
            #expect(abs(try PermutationTest(group: group, reference: reference, seed: 1).pValue - rows[0][3]) < 1e-12)
            #expect(abs(try PermutationTest(group: group, reference: reference, scale: .difference, seed: 1).pValue - rows[0][4]) < 1e-12)
        }
    }

    @Test func theStatisticIsWelchs() throws {
        let (group, reference) = ([0.3, 2.1, 1.7, 5], [1.0, 0.2, 0.4, 0.9, 0.1])
        let welch = try WelchDifference(group: group, reference: reference)
        #expect(abs(try PermutationTest(group: group, reference: reference, seed: 1).statistic - welch.statistic) < 1e-12)
    }

    @Test func drawnArrangementsAreNearAllOfThem() throws {
        var random = SeededRandom(seed: 6)
        let (group, reference) = ((0..<6).map { _ in random.normal() + 0.8 }, (0..<9).map { _ in random.normal() })
        let all = try PermutationTest(group: group, reference: reference, seed: 1)
        let drawn = try PermutationTest(group: group, reference: reference, replicates: 20_000, seed: 1, exactUpTo: 0)
        #expect(all.isExact && !drawn.isExact)
        #expect(abs(all.pValue - drawn.pValue) < 5 * (all.pValue * (1 - all.pValue) / 20_000).squareRoot() + 1e-4)
    }

    /// Equal means, four times the spread on the small side: the plain difference rejects far too often, Welch's t does not.
    @Test func studentisingKeepsTheLevelUnderUnequalSpreads() throws {
        let runs = 600 * Simulated.factor
        var (welch, plain) = (0, 0)
        for run in 0..<runs {
            var random = SeededRandom(seed: 77_000 + UInt64(run))
            let (group, reference) = ((0..<20).map { _ in 4 * random.normal() }, (0..<80).map { _ in random.normal() })
            if try PermutationTest(group: group, reference: reference, replicates: 199, seed: UInt64(run)).pValue <= 0.05 { welch += 1 }
            if try PermutationTest(group: group, reference: reference, scale: .difference, replicates: 199, seed: UInt64(run)).pValue <= 0.05 { plain += 1 }
        }
        let what = "permutation of Welch's t, 20 against 80, spreads 4 to 1, type I at 5 %"
        #expect(try Simulated.isWithin(welch, of: runs, 0.04, 0.07, what), "\(welch) of \(runs)")
        #expect(try Simulated.isWithin(plain, of: runs, 0.2, 0.5, "permutation of the plain difference, same people, type I at 5 %"), "\(plain) of \(runs)")
    }

    @Test func undefinedHasItsReason() throws {
        #expect(throws: Undefined.noObservations) { try PermutationTest(group: [], reference: [1], seed: 1) }
        #expect(throws: Undefined.tooFewObservations(needed: 2)) { try PermutationTest(group: [1], reference: [1, 2], seed: 1) }
        #expect(throws: Undefined.zeroVariance) { try PermutationTest(group: [1, 1], reference: [1, 1], seed: 1) }
        #expect(throws: Undefined.notFinite) { try PermutationTest(group: [1, .nan], reference: [1, 1], seed: 1) }
        #expect(try PermutationTest(group: [1], reference: [1, 1], scale: .difference, seed: 1).pValue == 1)
        // Nothing varies within the sides, yet they differ: the furthest arrangement there is.
        let apart = try PermutationTest(group: [1, 1, 1], reference: [0, 0, 0], seed: 1)
        #expect(apart.statistic == .infinity && abs(apart.pValue - 0.1) < 1e-15)
    }
}
