import Foundation
import Metrics
import Testing

/// What the methods for rates promise, by exact enumeration. scripts/simulate/coverage-rates.sh runs the full grid and prints it.
@Suite struct RateCoverageTests {
    static let sizes = Enumeration.isLong
        ? [(20, 20), (50, 50), (20, 180), (30, 120), (60, 300), (200, 200)] : [(20, 20), (20, 60)]

    @Test(arguments: [(20, 0.89), (50, 0.92), (200, 0.93), (1000, 0.935)])
    func wilson(_ people: Int, _ promised: Double) throws {
        let usual = Enumeration.summary(
            try Enumeration.coverage(people: people) { try Wilson(events: $0, total: $1).interval(level: 0.95) }, "one rate, wilson", "\(people)", 0.95)
        #expect(usual.mean > 0.945 && usual.mean < 0.96 && usual.minimum >= promised)
        let deep = Enumeration.summary(
            try Enumeration.coverage(people: people) { try Wilson(events: $0, total: $1).interval(level: 0.99375) },
            "one rate, wilson", "\(people)", 0.99375)
        #expect(deep.mean > 0.99 && deep.mean < 0.996 && deep.minimum >= 0.95)
    }

    @Test(arguments: [20, 50, 200])
    func clopperPearsonIsNeverBelowNominal(_ people: Int) throws {
        for level in [0.95, 0.99375] {
            let found = Enumeration.summary(
                try Enumeration.coverage(people: people) { try ClopperPearson(events: $0, total: $1).interval(level: level) },
                "one rate, clopper_pearson", "\(people)", level)
            #expect(found.minimum >= level)
        }
    }

    /// Shown, not used in verdicts: the minimum is far below the level.
    @Test(arguments: [20, 50])
    func jeffreysIsShown(_ people: Int) throws {
        for level in [0.95, 0.99375] {
            let found = Enumeration.summary(
                try Enumeration.coverage(people: people) { try Jeffreys(events: $0, total: $1).interval(level: level) },
                "one rate, jeffreys (not used in verdicts)", "\(people)", level)
            #expect(found.mean > level - 0.01)
            if level == 0.95 { #expect(found.minimum < 0.9) }
        }
    }

    @Test(arguments: sizes)
    func miettinenNurminen(_ n1: Int, _ n0: Int) throws {
        let pairs = Enumeration.randomPairs(Enumeration.isLong ? 150 : 40)
        for (level, promised) in [(0.95, 0.93), (0.99375, 0.98)] {
            let found = Enumeration.summary(
                try Enumeration.coverage(n1, n0, pairs, truth: { $0.group - $0.reference }) {
                    try MiettinenNurminen(groupEvents: $0, groupTotal: $1, referenceEvents: $2, referenceTotal: $3).interval(level: level)
                }, "difference, miettinen_nurminen", "\(n1) and \(n0)", level)
            #expect(found.minimum >= promised)
            if level == 0.95 { #expect(found.mean > 0.945 && found.mean < 0.96) }
        }
    }

    @Test(arguments: sizes)
    func otherDifferences(_ n1: Int, _ n0: Int) throws {
        let pairs = Enumeration.randomPairs(Enumeration.isLong ? 150 : 40)
        for level in [0.95, 0.99375] {
            let newcombe = Enumeration.summary(
                try Enumeration.coverage(n1, n0, pairs, truth: { $0.group - $0.reference }) {
                    try NewcombeDifference(groupEvents: $0, groupTotal: $1, referenceEvents: $2, referenceTotal: $3).interval(level: level)
                }, "difference, newcombe", "\(n1) and \(n0)", level)
            let caffo = Enumeration.summary(
                try Enumeration.coverage(n1, n0, pairs, truth: { $0.group - $0.reference }) {
                    try AgrestiCaffo(groupEvents: $0, groupTotal: $1, referenceEvents: $2, referenceTotal: $3).interval(level: level)
                }, "difference, agresti_caffo", "\(n1) and \(n0)", level)
            #expect(newcombe.minimum > level - 0.05 && caffo.minimum > level - 0.05)
            #expect(newcombe.mean > level - 0.005 && caffo.mean > level - 0.005)
        }
    }

    @Test(arguments: sizes)
    func ratios(_ n1: Int, _ n0: Int) throws {
        let pairs = Enumeration.randomPairs(Enumeration.isLong ? 150 : 25)
        for level in [0.95, 0.99375] {
            let koopman = Enumeration.summary(
                try Enumeration.coverage(n1, n0, pairs, truth: { $0.group / $0.reference }) {
                    (try? KoopmanRatio(groupEvents: $0, groupTotal: $1, referenceEvents: $2, referenceTotal: $3))?.interval(level: level)
                }, "ratio, koopman", "\(n1) and \(n0)", level)
            #expect(koopman.minimum > level - 0.03 && koopman.mean > level - 0.005)
        }
    }

    @Test(arguments: Enumeration.isLong ? [20, 50, 100] : [20])
    func tango(_ people: Int) throws {
        var random = SeededRandom(seed: 1)
        // Shares of those who change either way: their total uniform, split uniformly.
        let changes = (0..<(Enumeration.isLong ? 150 : 25)).map { _ -> (Double, Double) in
            let (total, share) = (0.03 + 0.94 * random.uniform(), random.uniform())
            return (total * share, total * (1 - share))
        }
        for level in [0.95, 0.99375] {
            var coverage = [Double](repeating: 0, count: changes.count)
            for b in 0...people {
                for c in 0...(people - b) {
                    let pairs = try PairedCounts(both: 0, firstOnly: b, secondOnly: c, neither: people - b - c)
                    let interval = PairedRates(pairs).interval(level: level)
                    for (index, (p, q)) in changes.enumerated() where !interval.excludes(p - q) {
                        coverage[index] += Binomial.pmf(b, n: people, p: p) * Binomial.pmf(c, n: people - b, p: min(1, q / (1 - p)))
                    }
                }
            }
            let found = Enumeration.summary(coverage, "paired difference, tango", "\(people)", level)
            #expect(found.minimum > level - 0.05 && found.mean > level - 0.01)
        }
    }

    @Test(arguments: sizes + [(100, 100)])
    func scoreTestsUnderEquality(_ n1: Int, _ n0: Int) throws {
        let score = Enumeration.summary(
            try Enumeration.typeOneErrors(n1, n0) {
                try MiettinenNurminen(
                    groupEvents: Double($0), groupTotal: Double(n1), referenceEvents: Double($1), referenceTotal: Double(n0)).pValue <= 0.05
            }, "type I, miettinen_nurminen", "\(n1) and \(n0)", 0.05)
        #expect(score.mean <= 0.05 && score.maximum <= 0.075)
        if Enumeration.isLong {
            _ = Enumeration.summary(
                try Enumeration.typeOneErrors(n1, n0) {
                    (try? TwoProportionZ(
                        groupEvents: Double($0), groupTotal: Double(n1), referenceEvents: Double($1), referenceTotal: Double(n0)))?.pValue ?? 1 <= 0.05
                }, "type I, two_proportion_z and koopman", "\(n1) and \(n0)", 0.05)
            _ = Enumeration.summary(
                try Enumeration.typeOneErrors(n1, n0) {
                    try FisherExact(a: $0, b: n1 - $0, c: $1, d: n0 - $1).midP <= 0.05
                }, "type I, fisher mid-p (approximate)", "\(n1) and \(n0)", 0.05)
        }
    }

    @Test(arguments: Enumeration.isLong ? [(15, 15), (20, 20), (10, 40), (20, 60), (30, 30)] : [(8, 8), (6, 14)])
    func exactTestsAreNeverAboveNominal(_ n1: Int, _ n0: Int) throws {
        let tests: [(String, (Int, Int) throws -> Double)] = [
            ("fisher_exact", { try FisherExact(a: $0, b: n1 - $0, c: $1, d: n0 - $1).pValue }),
            ("boschloo_exact", { try BoschlooExact(groupEvents: $0, groupTotal: n1, referenceEvents: $1, referenceTotal: n0).pValue }),
            ("barnard_exact", { try BarnardExact(groupEvents: $0, groupTotal: n1, referenceEvents: $1, referenceTotal: n0).pValue }),
        ]
        for (name, p) in tests {
            let values = try (0...n1).map { x1 in try (0...n0).map { try p(x1, $0) } }
            for alpha in [0.05, 0.00625] {
                let found = Enumeration.summary(
                    try Enumeration.typeOneErrors(n1, n0) { values[$0][$1] <= alpha }, "type I, \(name)", "\(n1) and \(n0)", alpha)
                #expect(found.maximum <= alpha, "\(name)")
            }
        }
    }

    @Test(arguments: Enumeration.isLong ? [20, 50, 200] : [20])
    func mcNemarIsNeverAboveNominal(_ people: Int) throws {
        for alpha in [0.05, 0.00625] {
            let exact = Enumeration.summary(
                try McNemarExactTests.typeOneErrors(people: people, alpha: alpha) { McNemarExact($0).pValue }, "type I, mcnemar_exact", "\(people)", alpha)
            #expect(exact.maximum <= alpha)
            let mid = Enumeration.summary(
                try McNemarExactTests.typeOneErrors(people: people, alpha: alpha) { McNemarMidP($0).pValue }, "type I, mcnemar_mid_p (approximate)",
                "\(people)", alpha)
            // Most where everybody changes: 6.5 % at 50 people.
            #expect(mid.maximum <= 1.3 * alpha)
        }
    }

    /// False equivalence: the 90 % interval lies inside -+.10 although the true difference is exactly .10.
    @Test(arguments: Enumeration.isLong ? [(50, 50), (30, 120), (100, 100), (42, 658), (60, 300), (60, 640), (100, 600), (200, 200), (400, 400)] : [(60, 60), (40, 160)])
    func atTheMarginEquivalenceIsRare(_ n1: Int, _ n0: Int) throws {
        let pairs = Enumeration.rates.flatMap { p -> [Enumeration.Pair] in p + 0.1 <= 0.99 ? [(p + 0.1, p), (p, p + 0.1)] : [] }
        let first = pairs.map { Binomial.row(n: n1, p: $0.group) }
        let second = pairs.map { Binomial.row(n: n0, p: $0.reference) }
        var chance = [Double](repeating: 0, count: pairs.count)
        for x1 in 0...n1 {
            for x0 in 0...n0 where abs(Double(x1) / Double(n1) - Double(x0) / Double(n0)) < 0.1 {
                let rates = try MiettinenNurminen(
                    groupEvents: Double(x1), groupTotal: Double(n1), referenceEvents: Double(x0), referenceTotal: Double(n0))
                guard rates.interval(level: 0.9).isInside(-0.1, 0.1) else { continue }
                for index in pairs.indices { chance[index] += first[index][x1] * second[index][x0] }
            }
        }
        var (worst, largest): (Enumeration.Pair, Double) = ((0, 0), 0)
        for (index, share) in chance.enumerated() where share > largest { (worst, largest) = (pairs[index], share) }
        let place = [worst.group, worst.reference].map { String(format: "%.4f", $0) }.joined(separator: " against ")
        let found = Enumeration.summary(
            chance, "false equivalence at .10, miettinen_nurminen 90 %", "\(n1) and \(n0), most at \(place)", 0.05)
        #expect(found.mean <= 0.05)
        // The margin in force is never more than half the rarer outcome's rate in the reference, so .10 holds from .20 to .80.
        let inForce = pairs.indices.filter { pairs[$0].reference >= 0.2 - 1e-9 && pairs[$0].reference <= 0.8 + 1e-9 }.map { chance[$0] }
        let used = Enumeration.summary(
            inForce, "false equivalence where .10 is the margin in force, miettinen_nurminen 90 %", "\(n1) and \(n0)", 0.05)
        #expect(used.maximum <= 0.055)
        // Outside it, few against many at rates near 0 or 1 is where the score method is least exact: up to 6.2 % at 60 against 640.
        #expect(found.maximum <= (n0 > 4 * n1 ? 0.065 : 0.055))
    }
}
