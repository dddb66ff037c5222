import Testing
import Metrics

@Suite struct AgreementPropertyTests {
    /// Two lists of places drawn from few, so that they overlap, of unequal length, often equal or turned round.
    private static func lists(_ random: inout SeededRandom) -> ([Int], [Int]) {
        let places = 1 + random.index(below: 8)
        func draw(_ random: inout SeededRandom) -> [Int] {
            var all = Array(0..<places)
            random.shuffle(&all)
            return Array(all.prefix(1 + random.index(below: places)))
        }
        let first = draw(&random)
        switch random.index(below: 6) {
        case 0: return (first, first)
        case 1: return (first, first.reversed())
        case 2: return (first, first.map { $0 + 10 })
        default: return (first, draw(&random))
        }
    }

    private static func tied(_ list: [Int], _ random: inout SeededRandom) -> [[Int]] {
        var tiers: [[Int]] = []
        for item in list {
            if !tiers.isEmpty, random.index(below: 3) == 0 { tiers[tiers.count - 1].append(item) } else { tiers.append([item]) }
        }
        return tiers
    }

    /// A different name for every place.
    private static func renamed(_ place: Int) -> String { "place \(97 - place * 3)" }

    @Test func rankBiasedOverlapIsSymmetricAndBetweenItsBounds() throws {
        try Property.check(
            "RBO: symmetric, between its bounds, whatever the places are called", cases: 25_000,
            subject: { (a: [[Int]], b: [[Int]], p: Double) in try RankBiasedOverlap(tiers: a, b, persistence: p).estimate },
            // The first list is taken for the shorter one.
            planted: { a, b, p in
                let end = b.flatMap { $0 }.prefix(a.joined().count)
                return try RankBiasedOverlap(tiers: a, end.map { [$0] }, persistence: p).estimate
            },
            generate: { random in
                let (a, b) = Self.lists(&random)
                return (Self.tied(a, &random), Self.tied(b, &random), 0.05 + 0.9 * random.uniform())
            },
            interesting: { example in example.0.joined().count != example.1.joined().count },
            holds: { example, overlap in
                let (a, b, p) = example
                let value = try overlap(a, b, p)
                let whole = try RankBiasedOverlap(tiers: a, b, persistence: p)
                let names = try RankBiasedOverlap(tiers: a.map { $0.map(Self.renamed) }, b.map { $0.map(Self.renamed) }, persistence: p)
                return try abs(value - overlap(b, a, p)) < 1e-14 && abs(names.estimate - value) < 1e-14
                    && whole.truncated <= whole.minimum + 1e-14 && whole.minimum <= value + 1e-14 && value <= whole.maximum + 1e-14
                    && whole.minimum >= 0 && whole.maximum <= 1 && whole.truncatedShare <= 1 + 1e-12
            })
    }

    @Test func identicalListsAgreeExactlyAndDisjointOnesNotAtAll() throws {
        try Property.check(
            "RBO: exactly 1 for identical lists and 0 for disjoint ones", cases: 20_000,
            subject: { (a: [Int], b: [Int], p: Double) in try RankBiasedOverlap(a, b, persistence: p).estimate },
            planted: { try RankBiasedOverlap($0, $1, persistence: $2).truncated },
            generate: { random in (Self.lists(&random).0, random.uniform()) },
            interesting: { $0.0.count > 3 },
            holds: { example, overlap in
                let (list, p) = example
                return try overlap(list, list, p) == 1 && overlap(list, list.map { $0 + 50 }, p) == 0
            })
    }

    @Test func kendall() throws {
        try Property.check(
            "Kendall: symmetric, odd under reversal, 1 for the same order with the same ties", cases: 25_000,
            subject: { (x: [Double], y: [Double]) in try KendallTau(x, y).estimate },
            // tau-a: ties in the denominator.
            planted: { x, y in
                let tau = try KendallTau(x, y)
                return Double(tau.concordant - tau.discordant) / Double(tau.count * (tau.count - 1) / 2)
            },
            generate: { random in
                let n = 2 + random.index(below: 9)
                let values = 2 + random.index(below: 8)
                func draw(_ random: inout SeededRandom) -> [Double] {
                    // Never all tied: undefined is another test's.
                    [0, 1] + (2..<max(3, n)).map { _ in Double(random.index(below: values)) }
                }
                let x = draw(&random)
                var y = draw(&random)
                random.shuffle(&y)
                return (x, y)
            },
            interesting: { Set($0.0).count < $0.0.count },
            holds: { example, tau in
                let (x, y) = example
                let value = try tau(x, y)
                return try abs(value - tau(y, x)) < 1e-15 && abs(tau(x.map { -$0 }, y) + value) < 1e-15 && abs(value) <= 1 + 1e-15
                    && tau(x, x.map { 3 * $0 - 1 }) == 1 && tau(x, x.map { -$0 }) == -1 && (0...1).contains(KendallTau(x, y).pValue)
            })
    }

    @Test func kendallOfListsIgnoresNamesAndPlacesOnOneListOnly() throws {
        try Property.check(
            "Kendall of lists: reversed is -1, names and unshared places do not matter", cases: 20_000,
            subject: { (a: [String], b: [String]) in try KendallTau(lists: a, b).estimate },
            // The position in the second list alone, unshared places included.
            planted: { a, b in
                let n = min(a.count, b.count)
                return try KendallTau((0..<n).map { Double(b.firstIndex(of: a[$0]) ?? 0) }, (0..<n).map(Double.init)).estimate
            },
            generate: { random in
                var list = Array(0..<(2 + random.index(below: 7)))
                random.shuffle(&list)
                return (list, random.index(below: list.count))
            },
            interesting: { $0.0.count > 3 },
            holds: { example, tau in
                let names = example.0.map(Self.renamed)
                var longer = names
                longer.insert("elsewhere", at: example.1)
                return try tau(names, names) == 1 && tau(names, names.reversed()) == -1 && tau(longer, names) == 1
                    && tau(names, longer.reversed()) == -1
            })
    }

    @Test func overlap() throws {
        try Property.check(
            "overlap and Jaccard: symmetric, 1 for the same places in any order, bound to each other", cases: 25_000,
            subject: { (a: [Int], b: [Int], k: Int) in try ListOverlap(a, b, depth: k).estimate },
            // Shared over all places seen.
            planted: { try ListOverlap($0, $1, depth: $2).jaccard },
            generate: { random in
                let (a, b) = Self.lists(&random)
                return (a, b, 1 + random.index(below: min(a.count, b.count)))
            },
            interesting: { $0.2 > 1 && $0.0 != $0.1 },
            holds: { example, overlap in
                let (a, b, k) = example
                let value = try overlap(a, b, k)
                let jaccard = try ListOverlap(a, b, depth: k).jaccard
                let names = try ListOverlap(a.map(Self.renamed), b.map(Self.renamed), depth: k).estimate
                let shared = a.prefix(k).count { b.prefix(k).contains($0) }
                return try value == Double(shared) / Double(k) && value == overlap(b, a, k) && names == value
                    && abs(jaccard - value / (2 - value)) < 1e-15 && overlap(a, a.prefix(k).reversed(), k) == 1
            })
    }
}
