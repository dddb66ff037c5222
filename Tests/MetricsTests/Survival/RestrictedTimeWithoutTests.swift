import Testing
import Metrics

@Suite struct RestrictedTimeWithoutTests {
    private static func exits(case number: Int) -> [ObservedExit] {
        Reference.restrictedTimeCases.filter { $0[0] == Double(number) }.map { row in
            ObservedExit(days: Int(row[2]), kind: [.censored, .event, .competing][Int(row[3])], entry: Int(row[1]))
        }
    }

    @Test func asR() throws {
        #expect(Reference.restrictedTimes.count == 10)
        for row in Reference.restrictedTimes {
            let time = try RestrictedTimeWithout(Self.exits(case: Int(row[0])), horizon: Int(row[1]))
            #expect(Reference.error(time.estimate, row[2]) < 1e-12, "case \(row[0]), horizon \(row[1])")
            #expect(Reference.error(time.standardError, row[3]) < 1e-10, "case \(row[0]), horizon \(row[1])")
        }
    }

    @Test func withoutCensoringItIsAMean() throws {
        // Days 0 (event), 4 (event), 6 (left), 20 (event after the horizon of 10): 0, 4, 10, 10.
        let time = try RestrictedTimeWithout(
            [.init(days: 0, kind: .event), .init(days: 4, kind: .event), .init(days: 6, kind: .competing), .init(days: 20, kind: .event)],
            horizon: 10)
        #expect(abs(time.estimate - 6) < 1e-12)
        // ((-6)^2 + (-2)^2 + 4^2 + 4^2) / 4 / 4
        #expect(abs(time.standardError * time.standardError - 72.0 / 16) < 1e-12)
        #expect(abs(time.effectiveCount - 4) < 1e-12)
        #expect(time.count == 4 && time.atRiskAtHorizon == 1 && time.eventsBeforeHorizon == 2)
    }

    @Test func withoutCompetingExitsItIsTheRestrictedMean() throws {
        let exits = Self.exits(case: 1).map { ObservedExit(days: $0.days, kind: $0.kind == .event ? .event : .censored) }
        let time = try RestrictedTimeWithout(exits, horizon: 40)
        let mean = try KaplanMeier(exits.map(\.followUp)).restrictedMean(to: 40)
        #expect(Reference.error(time.estimate, mean.estimate) < 1e-12)
        #expect(Reference.error(time.standardError, mean.standardError) < 1e-12)
        #expect(Reference.error(time.effectiveCount, mean.effectiveCount) < 1e-12)
        #expect(time.eventsBeforeHorizon == mean.eventsBeforeHorizon && time.atRiskAtHorizon == mean.atRiskAtHorizon)
    }

    @Test func areaAboveTheCumulativeIncidence() throws {
        for number in 0...4 {
            let exits = Self.exits(case: number)
            let curve = try AalenJohansen(exits.map(\.followUp), causes: 2)
            let area = (0..<30).reduce(0.0) { $0 + 1 - curve.incidence(of: 1, at: Double($1)) }
            let time = try RestrictedTimeWithout(exits, horizon: 30)
            #expect(Reference.error(time.estimate, area) < 1e-12)
        }
    }

    @Test func delayedEntryOnlyCountsFromTheDayOfEntry() throws {
        // Day 2: one of two leaves; day 5: one of two (the second came on day 3): 1 - 1/2 - 1/4 left.
        let exits = [ObservedExit(days: 2, kind: .event), .init(days: 9, kind: .censored), .init(days: 5, kind: .event, entry: 3)]
        let time = try RestrictedTimeWithout(exits, horizon: 8)
        #expect(abs(time.estimate - (2 + 3 * 0.5 + 3 * 0.25)) < 1e-12)
        // From the beginning of the day of entry: an event on that day counts, with the newcomer at risk.
        let sameDay = [ObservedExit(days: 2, kind: .event, entry: 2), .init(days: 9, kind: .censored)]
        #expect(abs(try RestrictedTimeWithout(sameDay, horizon: 8).estimate - (2 + 6 * 0.5)) < 1e-12)
    }

    @Test func undefinedInput() {
        #expect(throws: Undefined.noObservations) { try RestrictedTimeWithout([], horizon: 10) }
        #expect(throws: Undefined.outsideRange) { try RestrictedTimeWithout([.init(days: 1, kind: .event)], horizon: 0) }
        #expect(throws: Undefined.outsideRange) { try RestrictedTimeWithout([.init(days: -1, kind: .event)], horizon: 5) }
        #expect(throws: Undefined.outsideRange) { try RestrictedTimeWithout([.init(days: 3, kind: .event, entry: 4)], horizon: 5) }
        // Follow-up ends before the horizon; nobody is there at first; all have left before others come.
        #expect(throws: Undefined.nobodyAtRisk) { try RestrictedTimeWithout([.init(days: 4, kind: .censored)], horizon: 5) }
        #expect(throws: Undefined.nobodyAtRisk) { try RestrictedTimeWithout([.init(days: 9, kind: .event, entry: 1)], horizon: 5) }
        #expect(throws: Undefined.nobodyAtRisk) {
            try RestrictedTimeWithout([.init(days: 1, kind: .event), .init(days: 9, kind: .event, entry: 3)], horizon: 5)
        }
        #expect(throws: Undefined.zeroVariance) {
            try RestrictedTimeWithout([.init(days: 9, kind: .event), .init(days: 9, kind: .event)], horizon: 5).interval(level: 0.95)
        }
    }

    @Test func lastDayWithEnoughAtRisk() {
        let exits = [3, 5, 8, 8].map { ObservedExit(days: $0, kind: .event) } + [ObservedExit(days: 9, kind: .censored, entry: 7)]
        #expect(ObservedExit.lastDay(exits, withAtRiskAtLeast: 1) == 9)
        #expect(ObservedExit.lastDay(exits, withAtRiskAtLeast: 3) == 8)
        // On day 6 two are there, on day 5 three, on day 3 four; the newcomer of day 7 was not.
        #expect(ObservedExit.lastDay(exits, withAtRiskAtLeast: 4) == 3)
        #expect(ObservedExit.lastDay(exits, withAtRiskAtLeast: 5) == nil)
    }
}
