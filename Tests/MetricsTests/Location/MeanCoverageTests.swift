import Testing
import Metrics

/// How often intervals for two sides hold the true difference, over shapes that indicators have. scripts/simulate/coverage-means.sh runs it
/// at full size and keeps the table.
@Suite struct MeanCoverageTests {
    /// A shape of values, with the standard deviation that margins are counted in.
    struct Shape: CustomTestStringConvertible, Sendable {
        let name: String
        let deviation: Double
        let draw: @Sendable (inout SeededRandom) -> Double
        var testDescription: String { name }
    }

    static let normal = Shape(name: "normal", deviation: 1) { $0.normal() }
    /// ln sd .5: skewness 1.75.
    static let skewed = Shape(name: "skewed (lognormal .5)", deviation: 0.6039) {
        Double.exponential(0.5 * $0.normal())
    }
    /// ln sd 1: skewness 6.2, beyond what is promised.
    static let verySkewed = Shape(name: "very skewed (lognormal 1)", deviation: 2.1612) {
        Double.exponential($0.normal())
    }
    /// Share of ten places, people differing in their chance (0, .1, .2 ... .6, each as likely).
    static let tenths = Shape(name: "shares in tenths, mean .3", deviation: 0.2387) { random in
        let chance = Double(random.index(below: 7)) / 10
        return Double((0..<10).reduce(0) { count, _ in count + (random.uniform() < chance ? 1 : 0) }) / 10
    }
    /// Half the people have none.
    static let rareTenths = Shape(name: "shares in tenths, mean .1, half of them 0", deviation: 0.1342) { random in
        if random.index(below: 2) == 0 { return 0 }
        return Double((0..<10).reduce(0) { count, _ in count + (random.uniform() < 0.2 ? 1 : 0) }) / 10
    }
    /// Distance between two profiles of five scales: chi with 5 degrees of freedom.
    static let distance = Shape(name: "distances over five scales", deviation: 0.6877) { random in
        (0..<5).reduce(0) { sum, _ in let z = random.normal(); return sum + z * z }.squareRoot()
    }

    static func side(_ shape: Shape, _ n: Int, _ random: inout SeededRandom) -> [Double] {
        (0..<n).map { _ in shape.draw(&random) }
    }

    /// Misses of the interval at each level among the samples for which Welch is chosen, both sides drawn alike.
    private func welchMisses(_ shape: Shape, _ n: Int, _ m: Int, runs: Int, seed: UInt64) throws -> (used: Int, misses: [Int]) {
        var random = SeededRandom(seed: seed)
        var used = 0
        var misses = [0, 0]
        for _ in 0..<runs {
            let (group, reference) = (Self.side(shape, n, &random), Self.side(shape, m, &random))
            guard min(Means.offCommonest(group), Means.offCommonest(reference)) >= Means.neededOffCommonest else { continue }
            let p = try WelchDifference(group: group, reference: reference).pValue
            used += 1
            // The interval at a level leaves out the true difference, 0, exactly when p is below 1 - level.
            for (index, alpha) in [0.05, 0.00625].enumerated() where p < alpha { misses[index] += 1 }
        }
        return (used, misses)
    }

    /// 93 to 97 % where each side has ten or more off its commonest value; at the depth of a Holm family of eight 98.2 to 99.8 %.
    @Test(arguments: [(normal, 12, 60), (normal, 30, 600), (skewed, 30, 120), (skewed, 60, 600), (tenths, 20, 200), (tenths, 30, 600),
                      (rareTenths, 30, 120), (rareTenths, 60, 600), (distance, 12, 60), (distance, 30, 600)])
    func welch(_ shape: Shape, _ n: Int, _ m: Int) throws {
        let (used, misses) = try welchMisses(shape, n, m, runs: 250 * Simulated.factor, seed: UInt64(n * m))
        let what = "misses of Welch, \(shape.name), \(n) against \(m)"
        #expect(try Simulated.isWithin(misses[0], of: used, 0.03, 0.07, what + ", 95 %"))
        #expect(try Simulated.isWithin(misses[1], of: used, 0.002, 0.018, what + ", 99.375 %"))
    }

    /// Where the promise ends: strong skewness in a small group beside a large one. Shown, not promised; the test says that it is worse.
    @Test(arguments: [(verySkewed, 30, 600), (skewed, 12, 300), (verySkewed, 100, 100)])
    func welchBeyondThePromise(_ shape: Shape, _ n: Int, _ m: Int) throws {
        let (used, misses) = try welchMisses(shape, n, m, runs: 250 * Simulated.factor, seed: UInt64(n * m))
        let what = "NOT PROMISED: misses of Welch, \(shape.name), \(n) against \(m)"
        #expect(try Simulated.isWithin(misses[0], of: used, 0, 0.15, what + ", 95 %"))
        #expect(try Simulated.isWithin(misses[1], of: used, 0, 0.08, what + ", 99.375 %"))
    }

    /// Values in [0, 1] with less than ten off the commonest on a side: the bounded comparison misses at most 7 %, and by its
    /// correction at most the nominal share; the choice by looking at the data does not spoil either.
    /// (people, chance of a value other than 0, whether that is always 1)
    @Test(arguments: [(10, 100, 0.02, true), (10, 600, 0.014, true), (30, 120, 0.01, true), (30, 600, 0.004, true), (30, 600, 0.25, true),
                      (40, 200, 0.2, false), (40, 600, 0.05, false), (30, 300, 0.35, false)])
    func boundedAndTheChoice(_ n: Int, _ m: Int, _ chance: Double, _ whole: Bool) throws {
        var random = SeededRandom(seed: UInt64(n * m))
        func side(_ n: Int) -> [Double] {
            (0..<n).map { _ in random.uniform() < chance ? (whole ? 1 : Double(1 + random.index(below: 5)) / 5) : 0 }
        }
        let runs = 300 * Simulated.factor
        var (chosen, bounded) = ([0, 0], [0, 0])
        for _ in 0..<runs {
            let (group, reference) = (side(n), side(m))
            let switched = try Means.difference(group: group, reference: reference, bounded: true).pValue
            let always = try BoundedMeanDifference(group: group, reference: reference).pValue
            for (index, alpha) in [0.05, 0.00625].enumerated() {
                if switched < alpha { chosen[index] += 1 }
                if always < alpha { bounded[index] += 1 }
            }
        }
        let what = "\(whole ? "0/1 values" : "shares in fifths"), \(chance) other than 0, \(n) against \(m)"
        #expect(try Simulated.isWithin(bounded[0], of: runs, 0, 0.05, "misses of the bounded comparison, \(what), 95 %"))
        #expect(try Simulated.isWithin(bounded[1], of: runs, 0, 0.00625, "misses of the bounded comparison, \(what), 99.375 %"))
        #expect(try Simulated.isWithin(chosen[0], of: runs, 0, 0.07, "misses of what Means.difference chooses, \(what), 95 %"))
        #expect(try Simulated.isWithin(chosen[1], of: runs, 0, 0.018, "misses of what Means.difference chooses, \(what), 99.375 %"))
    }

    /// The group lies exactly one margin off (margins in standard deviations): the 90 % interval must lie inside the margin at most 5.5 %.
    @Test(arguments: [(normal, 60, 600, 0.3), (normal, 150, 150, 0.3), (distance, 60, 600, 0.3), (distance, 150, 300, 0.25), (tenths, 150, 300, 0.25)])
    func falseEquivalenceAtTheMargin(_ shape: Shape, _ n: Int, _ m: Int, _ margin: Double) throws {
        let what = "false equivalence at the margin, \(shape.name), \(n) against \(m), margin \(margin) sd"
        let runs = 250 * Simulated.factor
        let found = try falseEquivalences(shape, n, m, margin, runs: runs)
        for (count, side) in zip(found, ["above", "below"]) {
            #expect(try Simulated.isWithin(count, of: runs, 0, 0.055, "\(what), \(side)"))
        }
    }

    /// Skewness moves what is missed to one side, so one of the two margins is passed too often. Shown.
    @Test(arguments: [(skewed, 150, 300, 0.25), (rareTenths, 150, 600, 0.25)])
    func falseEquivalenceBeyondThePromise(_ shape: Shape, _ n: Int, _ m: Int, _ margin: Double) throws {
        let runs = 250 * Simulated.factor
        let found = try falseEquivalences(shape, n, m, margin, runs: runs)
        for (count, side) in zip(found, ["above", "below"]) {
            let what = "NOT PROMISED: false equivalence at the margin, \(shape.name), \(n) against \(m), margin \(margin) sd, \(side)"
            #expect(try Simulated.isWithin(count, of: runs, 0, 0.08, what))
        }
    }

    private func falseEquivalences(_ shape: Shape, _ n: Int, _ m: Int, _ margin: Double, runs: Int) throws -> [Int] {
        var random = SeededRandom(seed: UInt64(n * m))
        let shift = margin * shape.deviation
        var found = [0, 0]
        for _ in 0..<runs {
            let (group, reference) = (Self.side(shape, n, &random), Self.side(shape, m, &random))
            let interval = try WelchDifference(group: group, reference: reference).interval(level: 0.9)
            // Shifting the group shifts the interval, exactly.
            for (index, moved) in [shift, -shift].enumerated() where interval.low + moved > -shift && interval.high + moved < shift {
                found[index] += 1
            }
        }
        return found
    }
}
