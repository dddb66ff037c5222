import Testing
import Metrics

@Suite struct InequalityPropertyTests {
    /// Amounts with ties, zeros, and all equal now and then; never all zero.
    private static func amounts(_ random: inout SeededRandom) -> [Double] {
        let n = 1 + random.index(below: 9)
        if random.index(below: 5) == 0 { return [Double](repeating: 0.1 + random.uniform(), count: n) }
        var amounts = (0..<n).map { _ in Double(random.index(below: 6)) }
        amounts[random.index(below: n)] += 1
        return amounts
    }

    private static func measures(_ x: [Double]) throws -> [Double] {
        [
            try Gini(x).estimate, try Atkinson(x, aversion: 0.5).estimate, try LorenzShare(x, bottom: 0.5).estimate,
            try MinimumMaximumRatio(x).estimate, try ShareEntropy(x).estimate - Double.logarithm(Double(x.count)),
        ]
    }

    @Test func orderScaleAndDoubling() throws {
        try Property.check(
            "inequality: order, scale and doubling everybody leave it alone", cases: 20_000,
            subject: { (x: [Double]) in try Self.measures(x) },
            // Divisor n - 1.
            planted: { x in try [x.count > 1 ? Gini(x).sampleCorrected() : 0] },
            generate: { random in
                let x = Self.amounts(&random)
                var shuffled = x
                random.shuffle(&shuffled)
                return (x, shuffled)
            },
            interesting: { Set($0.0).count > 1 },
            holds: { example, measures in
                let (x, shuffled) = example
                let value = try measures(x)
                func near(_ other: [Double]) -> Bool { zip(value, other).allSatisfy { abs($0 - $1) < 1e-12 } }
                return try value == measures(shuffled) && near(measures(x.map { $0 * 7.3 })) && near(measures(x + x))
            })
    }

    @Test func zeroOnlyForEqual() throws {
        try Property.check(
            "inequality: 0 exactly when all get the same, never for the worst case", cases: 20_000,
            subject: { (x: [Double]) in try [Gini(x).estimate, Atkinson(x, aversion: 0.5).estimate] },
            // Those with nothing are left out.
            planted: { x in
                let some = x.filter { $0 > 0 }
                return try [Gini(some).estimate, Atkinson(some, aversion: 0.5).estimate]
            },
            generate: { Self.amounts(&$0) }, interesting: { Set($0).count == 1 && $0.count > 1 },
            holds: { x, measures in
                let areEqual = Set(x).count == 1
                let one = [Double](repeating: 0, count: x.count) + [1]
                let worst = try measures(one)
                return try measures(x).allSatisfy { areEqual ? $0 == 0 : $0 > 0 && $0 <= 1 } && worst.allSatisfy { $0 > 0.4 }
            })
    }

    @Test func aTransferFromMoreToLessMakesItSmaller() throws {
        try Property.check(
            "inequality: a transfer from more to less makes it smaller", cases: 15_000,
            subject: { (x: [Double]) in try [Gini(x).estimate, Atkinson(x, aversion: 0.5).estimate] },
            // Only the ends count.
            planted: { x in [1 - (try MinimumMaximumRatio(x).estimate)] },
            generate: { random in
                let x = (0..<(3 + random.index(below: 6))).map { _ in Double(1 + random.index(below: 20)) }
                let from = random.index(below: x.count)
                return (x, from, (from + 1 + random.index(below: x.count - 1)) % x.count)
            },
            interesting: { $0.0[$0.1] > $0.0[$0.2] + 1 },
            holds: { example, measures in
                let (x, from, to) = example
                guard x[from] > x[to] + 1 else { return true }
                var y = x
                let step = (x[from] - x[to]) / 4
                y[from] -= step
                y[to] += step
                return try zip(measures(x), measures(y)).allSatisfy { $0 > $1 + 1e-12 }
            })
    }

    private static func lists(_ random: inout SeededRandom) -> [[Int]] {
        let places = 2 + random.index(below: 6)
        return (0..<(1 + random.index(below: 6))).map { _ in
            var all = Array(0..<places)
            random.shuffle(&all)
            return Array(all.prefix(2))
        }
    }

    @Test func hubnessAndCoverage() throws {
        try Property.check(
            "hubness, coverage: names of places, order and doubling of people leave them alone", cases: 12_000,
            subject: { (lists: [[Int]]) -> [Double] in
                let groups = try ParticipantGroups([Int?](repeating: nil, count: lists.count), named: 1)
                let counts = try Occurrences(ParticipantLists(lists, workplaces: 8, groups: groups), depth: 2)
                let hubness = try Hubness(counts)
                return [CatalogueCoverage(counts).estimate, hubness.estimate, hubness.topPercentShare, hubness.neverShown]
            },
            // Appearances instead of places.
            planted: { lists in [Double(lists.joined().count) / 8] },
            generate: { Self.lists(&$0) }, interesting: { $0.count > 2 },
            holds: { lists, figures in
                let value = try figures(lists)
                let renamed = try figures(lists.reversed().map { $0.map { 7 - $0 } })
                return try value == renamed && zip(value, figures(lists + lists)).allSatisfy { abs($0 - $1) < 1e-12 }
            })
    }
}
