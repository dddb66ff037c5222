import Foundation
import Testing
import Metrics

@Suite struct FinitePoolPrefixTestTests {
    private static let sides: [PrefixSide] = [.tooFew, .tooMany, .either]

    @Test("V44 pointwise tails of the finite pool")
    func v44() throws {
        let list = FairTopKTestTests.sequence
        let lower = try FinitePoolPrefixTest(marked: list, poolSize: 20, poolMarked: 8, side: .tooFew).pointwise
        let upper = try FinitePoolPrefixTest(marked: list, poolSize: 20, poolMarked: 8, side: .tooMany).pointwise
        let both = try FinitePoolPrefixTest(marked: list, poolSize: 20, poolMarked: 8, side: .either).pointwise
        for (prefix, low, high) in [(5, 0.3065015480, 0.9489164087), (10, 0.0849011669, 0.9901166945), (15, 0.2961816305, 0.9422084623)] {
            #expect(abs(lower[prefix - 1] - low) < 5e-11)
            #expect(abs(upper[prefix - 1] - high) < 5e-11)
            #expect(abs(both[prefix - 1] - 2 * low) < 1e-10)
        }
    }

    @Test func agreesWithListingEveryArrangement() throws {
        for row in Reference.finitePoolLists {
            let length = Int(row[2])
            let list = (0..<length).map { Int(row[4]) >> (length - 1 - $0) & 1 == 1 }
            let test = try FinitePoolPrefixTest(marked: list, poolSize: Int(row[0]), poolMarked: Int(row[1]), side: Self.sides[Int(row[3])])
            #expect(Reference.error(test.statistic, row[5]) < 1e-12, "\(row)")
            #expect(Reference.error(test.pValue, row[6]) < 1e-12, "\(row)")
        }
    }

    @Test func boundariesAgreeWithTryingEveryLevel() throws {
        for row in Reference.finitePoolBoundaries {
            let boundary = try FinitePoolPrefixTest.boundary(
                length: Int(row[2]), poolSize: Int(row[0]), poolMarked: Int(row[1]), side: Self.sides[Int(row[3])], alpha: row[4])
            #expect(abs(boundary.pointwiseLevel - row[5]) < 1e-12, "\(row)")
            #expect(abs(boundary.attained - row[6]) < 1e-12, "\(row)")
            #expect(boundary.attained <= row[4])
        }
    }

    /// Every pool up to 10 people (14 when the simulation factor is above 1), every length: attained level and p of every list by brute force here,
    /// with tails from plain binomial coefficients.
    @Test func equalToBruteForceForAllSmallPools() throws {
        let largest = Simulated.factor > 1 ? 14 : 10
        for size in 2...largest {
            for marked in 1..<size {
                for side in Self.sides {
                    for length in Set([1, size / 2 + 1, size]).sorted() { try Self.compare(size, marked, length, side) }
                }
            }
        }
    }

    private static func compare(_ size: Int, _ marked: Int, _ length: Int, _ side: PrefixSide) throws {
        func choose(_ n: Int, _ k: Int) -> Double {
            k < 0 || k > n ? 0 : (0..<k).reduce(1.0) { $0 * Double(n - $1) / Double($1 + 1) }.rounded()
        }
        func tail(_ count: Int, _ prefix: Int, _ marked: Int) -> Double {
            (0...max(0, count)).reduce(0.0) { $0 + choose(marked, $1) * choose(size - marked, prefix - $1) } / choose(size, prefix)
        }
        var lists: [(list: [Bool], chance: Double, least: Double)] = []
        for bits in 0..<(1 << length) {
            let list = (0..<length).map { bits >> $0 & 1 == 1 }
            let members = list.count { $0 }
            let ways = choose(size - length, marked - members)
            guard members <= marked, ways > 0 else { continue }
            var count = 0
            var least = 2.0
            for (index, mark) in list.enumerated() {
                count += mark ? 1 : 0
                let low = tail(count, index + 1, marked)
                let high = tail(index + 1 - count, index + 1, size - marked)
                least = min(least, side == .tooFew ? low : side == .tooMany ? high : min(1, 2 * min(low, high)))
            }
            lists.append((list, ways / choose(size, marked), least))
        }
        for alpha in [0.05, 0.2] {
            let boundary = try FinitePoolPrefixTest.boundary(length: length, poolSize: size, poolMarked: marked, side: side, alpha: alpha)
            let outside = try lists.filter { try boundary.failingPrefix($0.list) != nil }.reduce(0.0) { $0 + $1.chance }
            #expect(abs(outside - boundary.attained) < 1e-12 && boundary.attained <= alpha)
            // No larger level would do: the next list in order of its smallest p takes the chance above alpha.
            if let next = lists.map(\.least).filter({ $0 > boundary.pointwiseLevel * (1 + 1e-9) }).min() {
                #expect(lists.filter { $0.least <= next * (1 + 1e-9) }.reduce(0.0) { $0 + $1.chance } > alpha - 1e-12)
            }
        }
        for one in lists.enumerated() where one.offset % 7 == 0 {
            let expected = lists.filter { $0.least <= one.element.least * (1 + 1e-9) }.reduce(0.0) { $0 + $1.chance }
            let test = try FinitePoolPrefixTest(marked: one.element.list, poolSize: size, poolMarked: marked, side: side)
            #expect(abs(test.pValue - expected) < 1e-12)
        }
    }

    /// Hazel: 400 people, 12 % of the group; the ranking that puts them all last leaves every boundary, the even one none.
    @Test func worstOrderNeverPasses() throws {
        let worst = (0..<400).map { $0 >= 352 }
        let test = try FinitePoolPrefixTest(marked: worst, poolSize: 400, poolMarked: 48, side: .tooFew)
        #expect(test.pValue < 1e-12 && test.mostExtremePrefix == 352)
        #expect(try test.boundary(alpha: 0.05).failingPrefix(worst) != nil)
        let even = (0..<400).map { $0 % 25 == 3 || $0 % 25 == 12 || $0 % 25 == 20 }
        let fair = try FinitePoolPrefixTest(marked: even, poolSize: 400, poolMarked: 48, side: .either)
        #expect(fair.pValue > 0.5)
        #expect(try fair.boundary(alpha: 0.05).failingPrefix(even) == nil)
    }

    /// A list that says nothing cannot be rejected, and says so: the level attained is 0.
    @Test func withoutPower() throws {
        let boundary = try FinitePoolPrefixTest.boundary(length: 2, poolSize: 10, poolMarked: 5, side: .tooFew, alpha: 0.05)
        #expect(boundary.attained == 0 && boundary.pointwiseLevel == 0 && boundary.minimum == [0, 0] && boundary.maximum == [1, 2])
    }

    @Test func fromARanking() throws {
        // Twelve people, of whom six of either group are in the pool and five places are shown.
        let groups = try ItemGroups([0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, nil], named: 3)
        let ranking = try ItemRanking(order: [0, 1, 2, 3, 4], groups: groups)
        let test = try FinitePoolPrefixTest(ranking: ranking, group: 1, side: .tooFew)
        #expect(test.poolSize == 12 && test.poolMarked == 5 && test.count == 5)
        #expect(abs(test.pValue - 21.0 / 792) < 1e-14)
        #expect(throws: Undefined.noObservations) { try FinitePoolPrefixTest(ranking: ranking, group: 2, side: .tooFew) }
        #expect(throws: Undefined.outsideRange) { try FinitePoolPrefixTest(ranking: ranking, group: 4, side: .tooFew) }
        let boundary = try test.boundary(alpha: 0.05)
        #expect(try boundary.failingPrefix(ranking, group: 1) == 5)
        #expect(throws: Undefined.unequalLengths) { try boundary.failingPrefix([true]) }
    }

    @Test func undefinedInput() {
        #expect(throws: Undefined.noObservations) { try FinitePoolPrefixTest(marked: [], poolSize: 4, poolMarked: 2, side: .either) }
        #expect(throws: Undefined.noObservations) { try FinitePoolPrefixTest(marked: [true], poolSize: 4, poolMarked: 0, side: .either) }
        #expect(throws: Undefined.noObservations) { try FinitePoolPrefixTest(marked: [true], poolSize: 4, poolMarked: 4, side: .either) }
        #expect(throws: Undefined.outsideRange) { try FinitePoolPrefixTest(marked: [true, true], poolSize: 4, poolMarked: 1, side: .either) }
        #expect(throws: Undefined.outsideRange) { try FinitePoolPrefixTest(marked: [false, false], poolSize: 4, poolMarked: 3, side: .either) }
        #expect(throws: Undefined.outsideRange) {
            try FinitePoolPrefixTest.boundary(length: 5, poolSize: 4, poolMarked: 3, side: .either, alpha: 0.05)
        }
        for alpha in [0, 1, -0.1, .nan] {
            #expect(throws: Undefined.outsideRange) {
                try FinitePoolPrefixTest.boundary(length: 3, poolSize: 4, poolMarked: 3, side: .either, alpha: alpha)
            }
        }
    }

    /// The level by simulation too: shuffled pools leave the boundary as often as it says.
    @Test func attainedLevelBySimulation() throws {
        let boundary = try FinitePoolPrefixTest.boundary(length: 30, poolSize: 60, poolMarked: 21, side: .either, alpha: 0.1)
        let runs = 3_000 * Simulated.factor
        var random = SeededRandom(seed: 44)
        var outside = 0
        for _ in 0..<runs {
            var pool = (0..<60).map { $0 < 21 }
            random.shuffle(&pool)
            if try boundary.failingPrefix(Array(pool.prefix(30))) != nil { outside += 1 }
        }
        #expect(try Simulated.isWithin(outside, of: runs, boundary.attained, boundary.attained, "finite-pool prefix boundary, 30 of 60"))
    }

    /// Cost of the largest case the documentation promises; printed, and bounded generously because machines differ.
    @Test func speedOfAWholePool() throws {
        guard Simulated.factor > 1 else { return }
        for (size, marked, side) in [(1_000, 120, PrefixSide.either), (10_000, 1_200, .tooFew), (10_000, 5_000, .either)] {
            let clock = ContinuousClock()
            var attained = 0.0
            let boundaryTime = try clock.measure {
                attained = try FinitePoolPrefixTest.boundary(length: size, poolSize: size, poolMarked: marked, side: side, alpha: 0.05).attained
            }
            var pool = (0..<size).map { $0 < marked }
            var random = SeededRandom(seed: 1)
            random.shuffle(&pool)
            let testTime = try clock.measure { _ = try FinitePoolPrefixTest(marked: pool, poolSize: size, poolMarked: marked, side: side).pValue }
            print("TIMED | finite pool \(size), \(marked) of the group, \(side) | boundary \(boundaryTime) | test \(testTime) | attained \(attained)")
            #expect(boundaryTime < .seconds(60))
        }
    }
}
