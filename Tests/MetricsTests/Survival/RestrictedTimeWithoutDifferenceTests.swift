import Testing
import Metrics

@Suite struct RestrictedTimeWithoutDifferenceTests {
    private static func exits(case number: Int) -> [ObservedExit] {
        Reference.restrictedTimeCases.filter { $0[0] == Double(number) }.map { row in
            ObservedExit(days: Int(row[2]), kind: [.censored, .event, .competing][Int(row[3])], entry: Int(row[1]))
        }
    }

    private func difference(_ group: Int, _ reference: Int, horizon: Int) throws -> RestrictedTimeWithoutDifference {
        try RestrictedTimeWithoutDifference(
            group: RestrictedTimeWithout(Self.exits(case: group), horizon: horizon),
            reference: RestrictedTimeWithout(Self.exits(case: reference), horizon: horizon))
    }

    @Test func withoutCensoringItIsWelchs() throws {
        let (a, b) = ([3, 9, 14, 14, 22, 31, 40, 41], [8, 12, 19, 33, 35, 38, 52, 60, 61, 70, 71, 80])
        func side(_ days: [Int]) throws -> RestrictedTimeWithout {
            try RestrictedTimeWithout(days.map { ObservedExit(days: $0, kind: .event) }, horizon: 36)
        }
        let difference = try RestrictedTimeWithoutDifference(group: side(a), reference: side(b))
        let welch = try WelchDifference(group: a.map { Double(min($0, 36)) }, reference: b.map { Double(min($0, 36)) })
        #expect(abs(difference.estimate - welch.estimate) < 1e-12)
        #expect(Reference.error(difference.standardError, welch.standardError) < 1e-12)
        #expect(Reference.error(difference.degreesOfFreedom, welch.degreesOfFreedom) < 1e-12)
        #expect(Reference.error(difference.pValue, welch.pValue) < 1e-10)
        let (weaker, weakerWelch) = (try #require(difference.weakened()), try #require(welch.weakened()))
        #expect(abs(weaker.estimate - weakerWelch.estimate) < 1e-12 && weaker.groupCount == 7)
    }

    @Test func pIsDualToTheInterval() throws {
        for difference in [try difference(1, 2, horizon: 60), try difference(3, 4, horizon: 30)] {
            let p = difference.pValue
            #expect(difference.interval(level: 1 - p * 1.001).excludes(0) && !difference.interval(level: 1 - p * 0.999).excludes(0))
        }
    }

    @Test(arguments: [(1, 2), (3, 4)]) func weakeningDropsThePersonWhoMovesItMost(pair: (Int, Int)) throws {
        let difference = try difference(pair.0, pair.1, horizon: 60)
        let weaker = try #require(difference.weakened())
        let all = Self.exits(case: pair.0)
        let best = try #require(all.indices.compactMap { index -> Double? in
            var fewer = all
            fewer.remove(at: index)
            guard let side = try? RestrictedTimeWithout(fewer, horizon: 60) else { return nil }
            return abs(side.estimate - difference.referenceValue)
        }.min())
        #expect(abs(abs(weaker.estimate) - best) < 1e-12)
        #expect(weaker.groupCount == difference.groupCount - 1)
    }

    @Test func fewEventsAreJudgedByTheScoreMethod() throws {
        func side(events: Int) -> [ObservedExit] {
            (0..<40).map { ObservedExit(days: $0 < events ? 5 : 200, kind: $0 < events ? .event : .censored) }
        }
        let fit = try RestrictedTimeWithoutDifference.fitting(group: side(events: 12), reference: side(events: 20), horizon: 180)
        #expect(fit is RestrictedTimeWithoutDifference)
        let few = try RestrictedTimeWithoutDifference.fitting(group: side(events: 0), reference: side(events: 20), horizon: 180)
        #expect(few is BoundedRestrictedTimeWithoutDifference)
        // 0 of 40 and 20 of 40 lost 175 of 180 days: rates of time without 1 and 1 - .5 175/180.
        #expect(abs(few.estimate - 87.5) < 1e-9)
        let p = few.pValue
        #expect(few.interval(level: 1 - p * 1.001).excludes(0) && !few.interval(level: 1 - p * 0.999).excludes(0))
        #expect(few.interval(level: 0.95).high <= 180)
    }

    @Test func undefinedInput() throws {
        let still = try RestrictedTimeWithout([.init(days: 40, kind: .event), .init(days: 41, kind: .event)], horizon: 36)
        #expect(throws: Undefined.zeroVariance) { try RestrictedTimeWithoutDifference(group: still, reference: still) }
        let other = try RestrictedTimeWithout([.init(days: 40, kind: .event), .init(days: 3, kind: .event)], horizon: 37)
        #expect(throws: Undefined.outsideRange) { try RestrictedTimeWithoutDifference(group: still, reference: other) }
        #expect(throws: Undefined.outsideRange) { try BoundedRestrictedTimeWithoutDifference(group: still, reference: other) }
        let alone = try RestrictedTimeWithout([.init(days: 3, kind: .event)], horizon: 36)
        #expect(throws: Undefined.tooFewObservations(needed: 2)) { try RestrictedTimeWithoutDifference(group: alone, reference: still) }
    }
}
