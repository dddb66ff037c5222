import Testing
import Metrics

/// How often a harm at the margin is cleared, and no harm blocked, over shapes that changes have. scripts/simulate/paired-changes.sh runs it
/// at full size, for more counts of people, and keeps the table.
@Suite struct PairedChangeCoverageTests {
    typealias Shape = PairedChangeShape
    static let margin = 0.1
    static let counts = Simulated.factor > 1 ? [30, 45, 60, 100, 200, 400] : [30]
    private static var runs: Int { 60 * Simulated.factor }

    static let bounded: [Shape] = [.concentrated(0.2, .none), .concentrated(0.4, .none), .concentrated(0.6, .none), .concentrated(1, .none),
                                   .concentrated(0.2, .tenth), .concentrated(0.4, .tenth), .concentrated(0.6, .tenth), .concentrated(1, .tenth),
                                   .zeroInflated(0.3), .zeroInflated(0.15), .signs(gains: 0.02), .signs(gains: 0.1), .signs(gains: 0.3)]
    static let unbounded: [Shape] = [.normal(0.3), .concentrated(0.4, .slight), .concentrated(1, .slight), .lognormal(0.5, side: -1),
                                     .lognormal(1, side: -1)]
    static let gains: [Shape] = [.rareGain(0.4, 0.1, .none), .rareGain(1, 0.1, .none), .rareGain(1, 0.2, .none)]

    private struct Found {
        var cleared = 0
        var above = 0
        var aboveDeep = 0
        var blocked = 0
        var blockedDeep = 0
    }

    /// The rule of the gate, at one-sided 5 % and at the first step of a Holm family of 25.
    private func judged(_ shape: Shape, mean: Double, people: Int) throws -> Found {
        var found = Found()
        var random = SeededRandom(seed: UInt64(people))
        for _ in 0..<Self.runs {
            let change = try shape.judged((0..<people).map { _ in shape.draw(mean, &random) })
            if change.upper(level: 0.95) < Self.margin { found.cleared += 1 }
            for (index, level) in [0.95, 0.998].enumerated() {
                let lower = change.lower(level: level)
                let blocks = lower > Self.margin || (lower > 0 && change.estimate >= Self.margin)
                if lower > 0 { if index == 0 { found.above += 1 } else { found.aboveDeep += 1 } }
                if blocks { if index == 0 { found.blocked += 1 } else { found.blockedDeep += 1 } }
            }
        }
        return found
    }

    /// The true change is the margin: cleared in at most 5 %, 5.5 with what simulation can tell.
    @Test(arguments: bounded + unbounded, counts) func harmAtTheMargin(_ shape: Shape, _ people: Int) throws {
        let found = try judged(shape, mean: Self.margin, people: people)
        #expect(try Simulated.isWithin(found.cleared, of: Self.runs, 0, 0.055, "cleared at the margin, \(shape.name), \(people) people"))
    }

    /// Where the promise ends: an unbounded tail of harms, of which small samples hold too little.
    @Test(arguments: [(Shape.lognormal(0.5, side: 1), 0.075), (.lognormal(1, side: 1), 0.12)], counts)
    func harmAtTheMarginBeyondThePromise(_ shape: (Shape, Double), _ people: Int) throws {
        let found = try judged(shape.0, mean: Self.margin, people: people)
        #expect(try Simulated.isWithin(
            found.cleared, of: Self.runs, 0, shape.1, "NOT PROMISED: cleared at the margin, \(shape.0.name), \(people) people"))
    }

    /// The true change is 0: blocked in at most 5 % at that level, and hardly ever at that of a family of 25. The lower limit alone lies above 0
    /// more often where tails are heavy; the signal size is what holds the block.
    @Test(arguments: bounded.dropFirst(4) + unbounded + gains, counts) func noChange(_ shape: Shape, _ people: Int) throws {
        let found = try judged(shape, mean: 0, people: people)
        let what = "\(shape.name), \(people) people"
        #expect(try Simulated.isWithin(found.blocked, of: Self.runs, 0, 0.055, "blocked without a change, \(what), 95 %"))
        #expect(try Simulated.isWithin(found.blockedDeep, of: Self.runs, 0, 0.006, "blocked without a change, \(what), 99.8 %"))
        #expect(try Simulated.isWithin(found.above, of: Self.runs, 0, 0.105, "NOT PROMISED: lower limit above 0, \(what), 95 %"))
        #expect(try Simulated.isWithin(found.aboveDeep, of: Self.runs, 0, 0.02, "NOT PROMISED: lower limit above 0, \(what), 99.8 %"))
    }

    /// A rare gain and a slight change of everybody: no ties, so nothing tells that the sample has none of the gains. The block stays below
    /// the chance of that, .9^30 = 4.2 %, at any level.
    @Test(arguments: [Shape.rareGain(1, 0.1, .slight), .rareGain(1, 0.2, .slight)], counts)
    func noChangeBeyondThePromise(_ shape: Shape, _ people: Int) throws {
        let found = try judged(shape, mean: 0, people: people)
        let what = "\(shape.name), \(people) people"
        #expect(try Simulated.isWithin(found.blocked, of: Self.runs, 0, 0.055, "blocked without a change, \(what), 95 %"))
        #expect(try Simulated.isWithin(found.blockedDeep, of: Self.runs, 0, 0.045, "NOT PROMISED: blocked without a change, \(what), 99.8 %"))
    }

    /// Difference in differences, in standard deviations of best distance (margin .3): harm of `step` to a part of the group, the rest +-.3.
    @Test(arguments: [(1.0, 30, 170), (2, 30, 170), (3, 30, 170), (2, 60, 140), (2, 140, 60)])
    func centred(_ step: Double, _ people: Int, _ others: Int) throws {
        // So large a harm in the group that its mean, less everybody's, is the margin.
        let margin = 0.3, mean = margin * Double(people + others) / Double(others)
        var random = SeededRandom(seed: UInt64(people))
        var (hall, plain) = (0, 0)
        for _ in 0..<Self.runs {
            let group = ChangeSums((0..<people).map { _ in (random.uniform() < mean / step ? step : 0) + 0.1 * random.normal() })
            let change = try CentredMeanChange(group: group, rest: ChangeSums((0..<others).map { _ in 0.3 * random.normal() }))
            if change.upper(level: 0.95) < margin { hall += 1 }
            if change.estimate + StudentT.quantile(0.95, df: change.degreesOfFreedom) * change.standardError < margin { plain += 1 }
        }
        let what = "difference in differences, steps of \(step) sd, \(people) against \(others)"
        #expect(try Simulated.isWithin(hall, of: Self.runs, 0, 0.055, "cleared at the margin, \(what)"))
        #expect(try Simulated.isWithin(plain, of: Self.runs, 0, 0.15, "NOT USED: plain Welch, cleared at the margin, \(what)"))
    }

    /// What a correction cannot see is what the sample does not hold: a harm so rare that nobody of it is among the people.
    /// (margin, people, step) with everybody changed slightly; cleared at least as often as the sample has none.
    @Test(arguments: [(0.1, 30, 2.0), (0.05, 30, 1), (0.05, 60, 1), (0.3, 30, 5)])
    func harmTooRareToBeSeen(_ margin: Double, _ people: Int, _ step: Double) throws {
        var random = SeededRandom(seed: UInt64(people))
        let shape = Shape.concentrated(step, .slight)
        var cleared = 0
        for _ in 0..<Self.runs {
            if try shape.judged((0..<people).map { _ in shape.draw(margin, &random) }).upper(level: 0.95) < margin { cleared += 1 }
        }
        let none = Double.exponential(Double(people) * Double.logarithm(1 - margin / step))
        #expect(try Simulated.isWithin(
            cleared, of: Self.runs, none * 0.95, none + 0.055, "NOT PROMISED: cleared, steps of \(step), margin \(margin), \(people) people"))
    }
}
