import Testing
import Metrics

@Suite struct CumulativeIncidenceDifferenceTests {
    private func exits(events: Int, of n: Int, horizon: Int = 180) -> [Exit] {
        (0..<n).map { $0 < events ? Exit(days: 3 * $0 % horizon, kind: .event) : Exit(days: horizon + $0, kind: .censored) }
    }

    @Test(arguments: [(9, 42, 300, 658), (0, 30, 12, 120), (30, 30, 50, 60), (20, 30, 0, 50)])
    func withoutCensoringItIsTheComparisonOfCounts(_ x1: Int, _ n1: Int, _ x0: Int, _ n0: Int) throws {
        let survival = try CumulativeIncidenceDifference(group: exits(events: x1, of: n1), reference: exits(events: x0, of: n0), horizon: 180)
        let counts = try MiettinenNurminen(
            groupEvents: Double(x1), groupTotal: Double(n1), referenceEvents: Double(x0), referenceTotal: Double(n0))
        #expect(abs(survival.estimate - counts.estimate) < 1e-13)
        #expect(Reference.error(survival.pValue, counts.pValue) < 1e-10)
        #expect(abs(survival.interval(level: 0.95).low - counts.interval(level: 0.95).low) < 1e-11)
        #expect(abs(survival.interval(level: 0.95).high - counts.interval(level: 0.95).high) < 1e-11)
        let weaker = (survival.weakened(), counts.weakened())
        #expect(abs(weaker.0!.estimate - weaker.1!.estimate) < 1e-12)
        #expect(Reference.error(weaker.0!.pValue, weaker.1!.pValue) < 1e-9)
    }

    @Test func competingExitsCountAsPeopleWithoutTheEvent() throws {
        let group = exits(events: 10, of: 30) + (0..<10).map { Exit(days: 20 + $0, kind: .competing) }
        let difference = try CumulativeIncidenceDifference(group: group, reference: exits(events: 40, of: 80), horizon: 180)
        let counts = try MiettinenNurminen(groupEvents: 10, groupTotal: 40, referenceEvents: 40, referenceTotal: 80)
        #expect(Reference.error(difference.pValue, counts.pValue) < 1e-10)
    }

    @Test func followUpMustReachTheHorizon() {
        let short = (0..<20).map { Exit(days: 50 + $0, kind: .censored) }
        #expect(throws: Undefined.nobodyAtRisk) {
            try CumulativeIncidenceDifference(group: short, reference: exits(events: 5, of: 20), horizon: 180)
        }
        #expect(throws: Undefined.outsideRange) {
            try CumulativeIncidenceDifference(group: short, reference: short, horizon: -1)
        }
    }

    @Test func weakeningMovesTheSmallerSideTowardsTheOther() throws {
        let difference = try CumulativeIncidenceDifference(
            group: exits(events: 5, of: 40) + [Exit(days: 90, kind: .censored), Exit(days: 10, kind: .competing)],
            reference: exits(events: 60, of: 100), horizon: 180)
        let weaker = difference.weakened()!
        #expect(weaker.estimate > difference.estimate && weaker.groupCount == difference.groupCount)
        #expect(weaker.reference == difference.reference)
    }

    /// Censoring before the horizon at random, no difference: at most 5 % on average is not promised by any approximation, but
    /// 3.5 to 6 % must hold with 40 against 160 people.
    @Test func typeOneErrorUnderCensoring() throws {
        var random = SeededRandom(seed: 87)
        func side(_ n: Int) -> [Exit] {
            (0..<n).map { _ in
                let event = Int(-400 * Double.logarithm(random.uniform()))
                let competing = Int(-900 * Double.logarithm(random.uniform()))
                let end = 60 + random.index(below: 300)
                let first = min(event, competing, end)
                return Exit(days: first, kind: first == event ? .event : first == competing ? .competing : .censored)
            }
        }
        let runs = 2_000 * Simulated.factor
        var rejected = 0
        for _ in 0..<runs {
            if try CumulativeIncidenceDifference(group: side(40), reference: side(160), horizon: 180).pValue < 0.05 { rejected += 1 }
        }
        let what = "cumulative incidence, 40 against 160, censored, type I at 5 %"
        #expect(try Simulated.isWithin(rejected, of: runs, 0.035, 0.06, what), "\(rejected) of \(runs)")
    }
}
