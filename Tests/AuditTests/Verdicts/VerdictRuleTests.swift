import Metrics
import Testing

@testable import Audit

/// One row per way through the rules, with counts so plain that each step can be checked by hand or with any statistics package.
@Suite struct VerdictRuleTests {
    static func rule(level: Double, isRejected: Bool) throws -> VerdictRule {
        let limits = try #require(try ThresholdsTests.read(try ThresholdsTests.text()).indicators["M16"])
        return VerdictRule(sizes: Sizes(limits, isRate: true), level: level, isRejected: isRejected)
    }

    static func rates(_ a: Double, _ n: Double, _ b: Double, _ m: Double) throws -> MiettinenNurminen {
        try MiettinenNurminen(groupEvents: a, groupTotal: n, referenceEvents: b, referenceTotal: m)
    }

    @Test(arguments: [
        // 30 % against 30 %, 500 each: the 90 % interval is about plus or minus 4.8 points.
        (150.0, 500.0, 150.0, 500.0, true, Verdict.equivalent),
        // The same rates, 50 each: plus or minus 15 points settles nothing.
        (15, 50, 15, 50, true, .inconclusive),
        // 50 % against 30 %, 200 each: z above 4.
        (100, 200, 60, 200, true, .disparity),
        // Not rejected at its step: large, and the 90 % interval excludes no difference.
        (100, 200, 60, 200, false, .signal),
        // Eight points, 1,000 each: significant, but below the signal size, and not inside the margin.
        (380, 1000, 300, 1000, true, .inconclusive),
        // Twelve points, 50 each: large, but so it could be by chance.
        (21, 50, 15, 50, true, .inconclusive),
    ])
    func followsTheRulesInOrder(a: Double, n: Double, b: Double, m: Double, rejected: Bool, expected: Verdict) throws {
        let verdict = try Self.rule(level: 0.99, isRejected: rejected)
            .verdict(on: Self.rates(a, n, b, m), smallSample: nil, cap: nil)
        #expect(verdict == expected)
    }

    @Test func aCapMakesADisparityASignal() throws {
        let rule = try Self.rule(level: 0.99, isRejected: true)
        #expect(rule.verdict(on: try Self.rates(100, 200, 60, 200), smallSample: nil, cap: "rolling_window") == .signal)
    }

    /// Small samples never give more than a signal, and never "shown to be small".
    @Test(arguments: [(0.01, 0.0, Verdict.signal), (0.2, 0.0, .inconclusive)])
    func smallSamplesGiveAtMostASignal(exactP: Double, _: Double, expected: Verdict) throws {
        let small = Comparison.SmallSample(reason: "below_minimum_group", exactP: exactP)
        let rule = try Self.rule(level: 0.99, isRejected: true)
        #expect(rule.verdict(on: try Self.rates(15, 20, 60, 200), smallSample: small, cap: nil) == expected)
        #expect(rule.verdict(on: try Self.rates(150, 500, 150, 500), smallSample: small, cap: nil) == .inconclusive)
    }

    /// A disparity that one recoded outcome undoes is a signal: found by walking along the edge of significance.
    @Test func oneRecodedOutcomeMayNotDecide() throws {
        let rule = try Self.rule(level: 0.99, isRejected: true)
        var edges = 0
        for events in stride(from: 20.0, through: 60, by: 1) {
            let difference = try Self.rates(events, 60, 100, 300)
            guard difference.estimate > 0, difference.pValue <= 0.01, let weakened = difference.weakened(), weakened.pValue > 0.01 else { continue }
            edges += 1
            #expect(rule.verdict(on: difference, smallSample: nil, cap: nil) == .signal)
        }
        #expect(edges > 0)
    }

    @Test func fragilityCountsThePeopleThatUndoIt() throws {
        let rule = try Self.rule(level: 0.95, isRejected: true)
        let difference = try Self.rates(50, 100, 90, 300)
        var current: MiettinenNurminen? = difference
        var moved = 0
        while let now = current, now.pValue <= 0.05, now.estimate >= rule.sizes.signal { moved += 1; current = now.weakened() }
        #expect(rule.fragility(of: difference, verdict: .disparity) == moved)
        #expect(moved > 3)
    }

    /// In a large population the count stops: so many, or more.
    @Test func fragilityIsCountedToItsLimit() throws {
        let rule = try Self.rule(level: 0.95, isRejected: true)
        #expect(rule.fragility(of: try Self.rates(8_000, 10_000, 2_000, 10_000), verdict: .disparity) == FragilityLimit.people)
        #expect(rule.fragility(of: try Self.rates(800, 1_000, 200, 1_000), verdict: .disparity) < FragilityLimit.people)
    }
}
