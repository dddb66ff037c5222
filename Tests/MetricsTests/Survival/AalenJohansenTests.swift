import Testing
import Metrics

@Suite struct AalenJohansenTests {
    @Test("V54 competing exits, and one minus Kaplan-Meier overstates placement")
    func placedAndLeft() throws {
        let curve = try AalenJohansen(SurvivalExample.placedLeft, causes: 2)
        #expect(abs(curve.incidence(of: 1, at: 10) - 0.5625) < 1e-15)
        #expect(abs(curve.incidence(of: 2, at: 10) - 0.28125) < 1e-15)
        #expect(abs(curve.survival(at: 10) - 0.15625) < 1e-15)
        let leaversCensored = SurvivalExample.placedLeft.map { FollowUp(end: $0.end, cause: $0.cause == 1 ? 1 : 0) }
        let naive = 1 - (try KaplanMeier(leaversCensored)).survival(at: 10)
        #expect(abs(naive - 0.625) < 1e-15 && naive > curve.incidence(of: 1, at: 10))
    }

    /// State shares and jackknife errors of R's survfit, with ties, sampling weights and delayed entry.
    @Test(arguments: [2, 3, 5])
    func survfitOfStates(_ number: Int) throws {
        let curve = try AalenJohansen(SurvivalExample.records(number, causes: 2), causes: 2, weights: .sampling)
        for row in Reference.multistateIncidences where row[0] == Double(number) {
            let cause = Int(row[2])
            #expect(Reference.error(curve.incidence(of: cause, at: row[1]), row[3]) < 1e-12)
            #expect(Reference.error(curve.standardError(of: cause, at: row[1]), row[4]) < 1e-9, "\(row)")
        }
    }

    /// Whole days through the audit's curve and through this one: the same bits.
    @Test func sameBitsAsWholeDays() throws {
        for row in Reference.cases(Reference.incidenceExits) {
            let exits = row.map { Exit(days: Int($0[1]), kind: $0[2] == 1 ? .event : $0[2] == 2 ? .competing : .censored) }
            let days = try CumulativeIncidence(exits)
            let real = try AalenJohansen(row.map { FollowUp(end: $0[1], cause: Int($0[2])) }, causes: 2)
            for day in 0..<60 {
                #expect(days.incidence(at: day) == real.incidence(of: 1, at: Double(day)))
                #expect(days.standardError(at: day) == real.standardError(of: 1, at: Double(day)))
                #expect(days.isKnown(at: day) == real.isKnown(at: Double(day)) && days.atRisk(on: day) == real.atRisk(at: Double(day)))
            }
        }
    }

    @Test(arguments: ["no", "yes"])
    func realData(_ insured: String) throws {
        let spells = try SharedData.rows("data/unempdur_us/unempdur.csv").filter { $0["ui"] == insured }
        let curve = try AalenJohansen(spells.map { spell in
            FollowUp(end: Double(spell["spell"]!)!, cause: (1...3).first { spell["censor\($0)"] == "1" } ?? 0)
        }, causes: 3)
        for (cause, time) in [(1, 5), (2, 5), (3, 5), (1, 20), (2, 10), (3, 20)] {
            let expected = try SharedData.figure("unempdur_us", "aalen_johansen_cif_cause\(cause)_t\(time)", "ui=\(insured)")
            #expect(Reference.error(curve.incidence(of: cause, at: Double(time)), expected) < 1e-10)
        }
        let all = (1...3).reduce(curve.survival(at: 20)) { $0 + curve.incidence(of: $1, at: 20) }
        #expect(abs(all - 1) < 1e-12)
    }

    @Test func undefinedInput() throws {
        #expect(throws: Undefined.outsideRange) { try AalenJohansen([FollowUp(end: 1, cause: 3)], causes: 2) }
        #expect(throws: Undefined.outsideRange) { try AalenJohansen([.event(at: 1)], causes: 0) }
        #expect(throws: Undefined.noObservations) { try AalenJohansen([], causes: 1) }
        let curve = try AalenJohansen(SurvivalExample.placedLeft, causes: 2)
        #expect(throws: Undefined.nobodyAtRisk) { try curve.probability(of: 1, at: 11) }
        #expect(throws: Undefined.outsideRange) { try curve.probability(of: 3, at: 5) }
    }
}
