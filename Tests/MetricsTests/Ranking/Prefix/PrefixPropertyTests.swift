import Testing
import Metrics

@Suite struct PrefixPropertyTests {
    private static func share(_ random: inout SeededRandom) -> Double {
        Double(1 + random.index(below: 19)) / 20
    }

    /// Chance of a failing list by listing all of them.
    private static func bruteForce(_ minimum: [Int], _ share: Double) -> Double {
        var fail = 0.0
        for bits in 0..<(1 << minimum.count) {
            var chance = 1.0
            var count = 0
            var isShort = false
            for index in minimum.indices {
                let isMember = bits >> index & 1 == 1
                chance *= isMember ? share : 1 - share
                if isMember { count += 1 }
                if count < minimum[index] { isShort = true }
            }
            if isShort { fail += chance }
        }
        return fail
    }

    @Test func failProbabilityEqualsListingEveryList() throws {
        try Property.check(
            "FA*IR: fail probability equals listing every list", cases: 15_000,
            subject: { (minimum: [Int], share: Double) in try FairTopKTable(minimum: minimum, share: share).failProbability },
            // The last rank is not looked at.
            planted: { minimum, share in try FairTopKTable(minimum: minimum.dropLast() + [0], share: share).failProbability },
            generate: { random in
                let length = 1 + random.index(below: 6)
                return ((0..<length).map { random.index(below: $0 + 2) / 2 }, Self.share(&random))
            },
            interesting: { example in example.0.last! > (example.0.dropLast().last ?? 0) },
            holds: { abs(try $1($0.0, $0.1) - Self.bruteForce($0.0, $0.1)) < 1e-14 })
    }

    @Test func adjustedLevelIsNeverExceeded() throws {
        try Property.check(
            "FA*IR: the adjusted table keeps its level", cases: 8_000,
            subject: { (length: Int, share: Double, alpha: Double) in try FairTopKTable.adjusted(length: length, share: share, alpha: alpha) },
            planted: { try FairTopKTable(length: $0, share: $1, level: $2) },
            generate: { random in (1 + random.index(below: 9), Self.share(&random), 0.01 + 0.4 * random.uniform()) },
            interesting: { $0.0 > 4 },
            holds: { example, make in
                let table = try make(example.0, example.1, example.2)
                return Self.bruteForce(table.minimum, example.1) <= example.2 && table.failProbability <= example.2
            })
    }

    private struct Pool {
        let size: Int
        let marked: Int
        let length: Int
        let list: [Bool]
        let alpha: Double
        let side: PrefixSide

        /// A shuffled pool, or the worst and best orders of it, of which a part is shown.
        init(_ random: inout SeededRandom, largest: Int) {
            size = 2 + random.index(below: largest - 1)
            marked = 1 + random.index(below: size - 1)
            length = random.index(below: 3) == 0 ? size : 1 + random.index(below: size)
            var pool = (0..<size).map { [marked] in $0 < marked }
            switch random.index(below: 4) {
            case 0: pool.reverse()
            case 1: break
            default: random.shuffle(&pool)
            }
            list = Array(pool.prefix(length))
            alpha = 0.01 + 0.5 * random.uniform()
            side = PrefixSide.allCases[random.index(below: 3)]
        }

        func test(_ side: PrefixSide? = nil) throws -> FinitePoolPrefixTest {
            try FinitePoolPrefixTest(marked: list, poolSize: size, poolMarked: marked, side: side ?? self.side)
        }

        func boundary(_ side: PrefixSide? = nil) throws -> PrefixBoundary {
            try FinitePoolPrefixTest.boundary(length: length, poolSize: size, poolMarked: marked, side: side ?? self.side, alpha: alpha)
        }

        /// Chance of leaving a boundary by drawing the pool in all orders of its marks, item by item.
        func escape(_ boundary: PrefixBoundary, _ taken: Int = 0, _ count: Int = 0) -> Double {
            if taken == length { return 0 }
            let up = Double(marked - count) / Double(size - taken)
            var total = 0.0
            for (next, chance) in [(count + 1, up), (count, 1 - up)] where chance > 1e-15 {
                let isInside = next >= boundary.minimum[taken] && next <= boundary.maximum[taken]
                total += chance * (isInside ? escape(boundary, taken + 1, next) : 1)
            }
            return total
        }
    }

    @Test func finitePoolLevelEqualsDrawingEveryOrder() throws {
        try Property.check(
            "finite pool: attained level equals drawing every order, and is at most alpha", cases: 6_000,
            subject: { (pool: Pool) in try pool.boundary().attained },
            // The level is taken prefix by prefix, as if there were one.
            planted: { pool in try pool.boundary().pointwiseLevel },
            generate: { Pool(&$0, largest: 9) }, interesting: { $0.length > 4 },
            holds: { pool, attained in
                let value = try attained(pool)
                return try value <= pool.alpha && abs(value - pool.escape(pool.boundary())) < 1e-12
            })
    }

    @Test func pValueAndBoundaryDecideAlike() throws {
        try Property.check(
            "finite pool: p at most alpha exactly outside the boundary", cases: 14_000,
            subject: { (pool: Pool) in try pool.test().pValue },
            // The smallest pointwise p as if it were the only one.
            planted: { pool in try pool.test().statistic },
            generate: { Pool(&$0, largest: 14) }, interesting: { ((try? $0.boundary().failingPrefix($0.list)) ?? nil) != nil },
            holds: { pool, p in try (p(pool) <= pool.alpha) == (pool.boundary().failingPrefix(pool.list) != nil) })
    }

    @Test func worstOrderNeverPasses() throws {
        try Property.check(
            "finite pool: the group last never passes a test that can fail anybody", cases: 16_000,
            subject: { (boundary: PrefixBoundary, list: [Bool]) in try boundary.failingPrefix(list) != nil },
            // Only the last prefix is looked at.
            planted: { boundary, list in list.count { $0 } < boundary.minimum[list.count - 1] },
            generate: { Pool(&$0, largest: 16) }, interesting: { ((try? $0.boundary(.tooFew).attained) ?? 0) > 0 },
            holds: { pool, fails in
                let boundary = try pool.boundary(.tooFew)
                let worst = (0..<pool.length).map { $0 >= pool.size - pool.marked }
                return try boundary.attained == 0 || fails(boundary, worst)
            })
    }

    @Test func mirrorOfTheGroup() throws {
        try Property.check(
            "finite pool: too few of the group is too many of the others", cases: 15_000,
            subject: { (pool: Pool) in
                try FinitePoolPrefixTest(marked: pool.list.map { !$0 }, poolSize: pool.size, poolMarked: pool.size - pool.marked, side: .tooMany)
            },
            planted: { pool in
                try FinitePoolPrefixTest(marked: pool.list.map { !$0 }, poolSize: pool.size, poolMarked: pool.size - pool.marked, side: .tooFew)
            },
            generate: { Pool(&$0, largest: 20) }, interesting: { $0.list.contains(true) && $0.list.contains(false) },
            holds: { pool, mirrored in
                let test = try pool.test(.tooFew)
                let other = try mirrored(pool)
                return abs(test.pValue - other.pValue) < 1e-12 && abs(test.statistic - other.statistic) < 1e-12
                    && test.statistic <= test.pValue + 1e-12 && test.pValue <= 1
            })
    }

    @Test func anEmptyGroupChangesNothingAndAnAbsentOneIsUndefined() throws {
        try Property.check(
            "finite pool: a group without members changes no other, and has no test", cases: 12_000,
            subject: { (ranking: ItemRanking, group: Int) in try FinitePoolPrefixTest(ranking: ranking, group: group, side: .either).pValue },
            // A group nobody is in is in order.
            planted: { ranking, group in (try? FinitePoolPrefixTest(ranking: ranking, group: group, side: .either).pValue) ?? 1 },
            generate: { random in Pool(&random, largest: 12) }, interesting: { $0.list.count > 3 },
            holds: { pool, test in
                let order = Array(0..<pool.length)
                let rest = (pool.length..<pool.size).map { _ in 1 }
                let members = pool.list.count { $0 }
                var labels: [Int?] = pool.list.map { $0 ? 0 : 1 } + rest
                for index in 0..<(pool.marked - members) { labels[pool.length + index] = 0 }
                let two = try ItemRanking(order: order, groups: ItemGroups(labels, named: 2))
                let three = try ItemRanking(order: order, groups: ItemGroups(labels, named: 3))
                guard try test(two, 0) == test(three, 0), try test(two, 0) == pool.test(.either).pValue else { return false }
                do {
                    _ = try test(three, 2)
                    return false
                } catch let error as Undefined {
                    return error == .noObservations
                }
            })
    }

    @Test func infeasiblePrefixes() throws {
        try Property.check(
            "infeasible prefixes: by counting, and whatever the groups are called", cases: 20_000,
            subject: { (labels: [Int], named: Int) in
                let list = try InfeasiblePrefixes(ranking: ItemRanking(groupsInOrder: labels, named: named))
                return (list.index, list.infeasibleCount)
            },
            // The last rank is not looked at.
            planted: { labels, named in
                let all = try ItemRanking(groupsInOrder: labels, named: named)
                guard labels.count > 1 else { return (0, 0) }
                let cut = try ItemRanking(order: Array(0..<(labels.count - 1)), groups: all.groups)
                let list = try InfeasiblePrefixes(ranking: cut)
                return (list.index, list.infeasibleCount + (labels.count > 3 ? 1 : 0))
            },
            generate: { random in
                let named = 1 + random.index(below: 4)
                return ((0..<(1 + random.index(below: 9))).map { _ in random.index(below: named) }, named)
            },
            interesting: { Set($0.0).count > 1 },
            holds: { example, count in
                let (labels, named) = example
                var index = 0
                var pairs = 0
                for k in 1...labels.count {
                    let short = (0..<named).count { group in
                        let entitled = labels.count { $0 == group } * k / labels.count
                        return labels.prefix(k).count { $0 == group } < entitled
                    }
                    index += short > 0 ? 1 : 0
                    pairs += short
                }
                let found = try count(labels, named)
                let renamed = try count(labels.map { named - 1 - $0 }, named + 1)
                return found == (index, pairs) && renamed == found
            })
    }
}
