import Testing
import Metrics

/// What holds for every pair of rates, every table and every set of groups. Cases are small, edges (nobody, everybody, n = 1) included.
@Suite struct RatesPropertyTests {
    struct Table {
        var x1, n1, x0, n0: Int

        var isAtAnEdge: Bool { x1 == 0 || x1 == n1 || x0 == 0 || x0 == n0 }
        var swapped: Table { Table(x1: x0, n1: n0, x0: x1, n0: n1) }
        var doubled: Table { Table(x1: 2 * x1, n1: 2 * n1, x0: 2 * x0, n0: 2 * n0) }
    }

    typealias Limits = (estimate: Double, interval: Interval)

    static func table(_ random: inout SeededRandom) -> Table {
        func rate() -> Double { [0, 0.05, 0.3, 0.5, 0.8, 1][random.index(below: 6)] }
        let (n1, n0) = (1 + random.index(below: 30), 1 + random.index(below: 60))
        let (p1, p0) = (rate(), rate())
        let x1 = (0..<n1).count { _ in random.uniform() < p1 }
        return Table(x1: x1, n1: n1, x0: (0..<n0).count { _ in random.uniform() < p0 }, n0: n0)
    }

    static func differences(_ t: Table) throws -> [any GroupDifference] {
        let (x1, n1, x0, n0) = (Double(t.x1), Double(t.n1), Double(t.x0), Double(t.n0))
        return [
            try MiettinenNurminen(groupEvents: x1, groupTotal: n1, referenceEvents: x0, referenceTotal: n0),
            try NewcombeDifference(groupEvents: x1, groupTotal: n1, referenceEvents: x0, referenceTotal: n0),
            try AgrestiCaffo(groupEvents: x1, groupTotal: n1, referenceEvents: x0, referenceTotal: n0),
        ]
    }

    /// Those of the ratios that are defined for the table.
    static func ratios(_ t: Table) -> [any GroupRatio] {
        let (x1, n1, x0, n0) = (Double(t.x1), Double(t.n1), Double(t.x0), Double(t.n0))
        let all: [(any GroupRatio)?] = [
            try? KoopmanRatio(groupEvents: x1, groupTotal: n1, referenceEvents: x0, referenceTotal: n0),
            try? MiettinenNurminenRatio(groupEvents: x1, groupTotal: n1, referenceEvents: x0, referenceTotal: n0),
            try? KatzRatio(groupEvents: x1, groupTotal: n1, referenceEvents: x0, referenceTotal: n0),
            try? WoolfOddsRatio(groupEvents: x1, groupTotal: n1, referenceEvents: x0, referenceTotal: n0),
            try? ConditionalOddsRatio(groupEvents: t.x1, groupTotal: t.n1, referenceEvents: t.x0, referenceTotal: t.n0),
        ]
        return all.compactMap(\.self)
    }

    static func near(_ a: Double, _ b: Double, _ tolerance: Double = 1e-9) -> Bool {
        a == b || abs(a - b) <= tolerance * max(1, abs(a), abs(b))
    }

    @Test func relabellingTheGroupsTurnsTheSign() throws {
        typealias Subject = (Table) throws -> [Limits]
        let subject: Subject = { try Self.differences($0).map { ($0.estimate, $0.interval(level: 0.95)) } }
        // Highest minus lowest: has no direction.
        let planted: Subject = { try Self.differences($0).map { (abs($0.estimate), $0.interval(level: 0.95)) } }
        try Property.check(
            "swapping the sides of a rate difference turns all signs", cases: 4000, subject: subject, planted: planted,
            generate: Self.table, interesting: \.isAtAnEdge
        ) { t, differences in
            zip(try differences(t), try differences(t.swapped)).allSatisfy { one, other in
                Self.near(one.estimate, -other.estimate) && Self.near(one.interval.low, -other.interval.high)
                    && Self.near(one.interval.high, -other.interval.low)
            }
        }
    }

    @Test func relabellingTheGroupsInvertsTheRatio() throws {
        typealias Subject = (Table) -> [Limits]
        let subject: Subject = { Self.ratios($0).map { ($0.estimate, ($0 as any GroupRatio).interval(level: 0.95)) } }
        // Smaller over larger: has no direction.
        let planted: Subject = { Self.ratios($0).map { (min($0.estimate, 1 / $0.estimate), ($0 as any GroupRatio).interval(level: 0.95)) } }
        try Property.check(
            "swapping the sides of a ratio inverts it", cases: 3000, subject: subject, planted: planted, generate: Self.table,
            interesting: \.isAtAnEdge
        ) { t, ratios in
            let (one, other) = (ratios(t), ratios(t.swapped))
            return one.count == other.count && zip(one, other).allSatisfy { a, b in
                Self.near(a.estimate, 1 / b.estimate) && Self.near(a.interval.low, 1 / b.interval.high)
                    && Self.near(a.interval.high, 1 / b.interval.low)
            }
        }
    }

    @Test func pValuesAreDualToIntervals() throws {
        struct Case { var table: Table; var alpha: Double }
        typealias Subject = (any Statistic, Double) throws -> Interval
        let subject: Subject = { try $0.interval(level: 1 - $1) }
        let planted: Subject = { try $0.interval(level: 1 - $1 / 2) }
        try Property.check(
            "p < alpha exactly when the interval excludes no difference", cases: 3000, subject: subject, planted: planted,
            generate: { Case(table: Self.table(&$0), alpha: 0.002 + 0.5 * $0.uniform()) }, interesting: \.table.isAtAnEdge
        ) { example, interval in
            let agree = try Self.differences(example.table).allSatisfy {
                try abs($0.pValue - example.alpha) < 1e-6 || interval($0, example.alpha).excludes(0) == ($0.pValue < example.alpha)
            }
            return try agree && Self.ratios(example.table).allSatisfy {
                try abs($0.pValue - example.alpha) < 1e-6 || interval($0, example.alpha).excludes(1) == ($0.pValue < example.alpha)
            }
        }
    }

    @Test func twiceThePeopleKnowMore() throws {
        typealias Subject = (Table, Bool) throws -> [Limits]
        func all(_ t: Table) throws -> [Limits] {
            try Self.differences(t).prefix(2).map { ($0.estimate, $0.interval(level: 0.95)) }
                + Self.ratios(t).prefix(2).map { ($0.estimate, ($0 as any GroupRatio).interval(level: 0.95)) }
        }
        let subject: Subject = { try all($1 ? $0.doubled : $0) }
        // Forgets to count the copies.
        let planted: Subject = { t, _ in try all(t) }
        try Property.check(
            "two copies of everybody leave the estimate and narrow the interval", cases: 2000, subject: subject, planted: planted,
            generate: Self.table, interesting: \.isAtAnEdge
        ) { t, limits in
            zip(try limits(t, false), try limits(t, true)).allSatisfy { once, twice in
                // An infinite limit stays infinite: its other side moves in.
                let narrower = twice.interval.low >= once.interval.low - 1e-12 && twice.interval.high <= once.interval.high + 1e-12
                let moved = twice.interval.low > once.interval.low || twice.interval.high < once.interval.high
                return once.estimate == twice.estimate && narrower && moved
            }
        }
    }

    @Test func oneRateHoldsItsEstimateAndMirrors() throws {
        struct Case { var x, n: Int; var level: Double }
        typealias Subject = (Int, Int, Double) throws -> [Interval]
        let subject: Subject = { x, n, level in
            [try Wilson(events: Double(x), total: Double(n)).interval(level: level)]
        }
        // Wald: a point where nobody or everybody has the outcome.
        let planted: Subject = { x, n, level in
            let p = Double(x) / Double(n)
            let half = Normal.critical(level: level) * (p * (1 - p) / Double(n)).squareRoot()
            return [Interval(level: level, low: p - half, high: p + half)]
        }
        try Property.check(
            "one rate: inside [0, 1], a width, around the estimate, mirrored by counting the others", cases: 40_000, subject: subject,
            planted: planted, generate: { random in
                let n = 1 + random.index(below: 50)
                return Case(x: random.index(below: n + 1), n: n, level: 0.5 + 0.499 * random.uniform())
            }, interesting: { $0.x == 0 || $0.x == $0.n || $0.n == 1 }
        ) { example, intervals in
            let rate = Double(example.x) / Double(example.n)
            return zip(
                try intervals(example.x, example.n, example.level), try intervals(example.n - example.x, example.n, example.level)
            ).allSatisfy { interval, mirror in
                interval.low >= 0 && interval.high <= 1 && interval.high - interval.low > 1e-6 && interval.low <= rate
                    && rate <= interval.high && Self.near(interval.low, 1 - mirror.high) && Self.near(interval.high, 1 - mirror.low)
            }
        }
    }

    @Test func exactIntervalsHoldTheScoreIntervalsCentre() throws {
        struct Case { var x, n: Int }
        typealias Subject = (Double, Double) throws -> Interval
        let subject: Subject = { try ClopperPearson(events: $0, total: $1).interval(level: 0.95) }
        let planted: Subject = { try Jeffreys(events: $0, total: $1).interval(level: 0.95) }
        try Property.check(
            "Clopper-Pearson contains Jeffreys strictly, except at its ends", cases: 1500, subject: subject, planted: planted,
            generate: { random in
                let n = 1 + random.index(below: 40)
                return Case(x: random.index(below: n + 1), n: n)
            }, interesting: { $0.x == 0 || $0.x == $0.n }
        ) { example, interval in
            let (x, n) = (Double(example.x), Double(example.n))
            let (exact, inner) = (try interval(x, n), try Jeffreys(events: x, total: n).interval(level: 0.95))
            return (x == 0 ? exact.low == 0 : exact.low < inner.low) && (x == n ? exact.high == 1 : exact.high > inner.high)
        }
    }
}
