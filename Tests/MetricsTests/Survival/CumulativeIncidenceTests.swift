import Testing
import Metrics

@Suite struct CumulativeIncidenceTests {
    @Test func agreesWithTheNumericalDeltaMethod() throws {
        for rows in Reference.cases(Reference.incidenceExits) {
            let curve = try CumulativeIncidence(rows.map { Exit(days: Int($0[1]), kind: [.censored, .event, .competing][Int($0[2])]) })
            let horizon = Int(rows[0][3])
            #expect(Reference.error(curve.incidence(at: horizon), rows[0][4]) < 1e-13)
            #expect(Reference.error(curve.standardError(at: horizon), rows[0][5]) < 1e-12)
        }
    }

    /// Days 2 3 3 5 7 8 8 10; one placed, two left, zero censored: incidence .5625 (one minus Kaplan-Meier would say .625).
    @Test func competingExitsAreNotCensorings() throws {
        let curve = try CumulativeIncidence([
            Exit(days: 2, kind: .event), Exit(days: 3, kind: .competing), Exit(days: 3, kind: .event), Exit(days: 5, kind: .censored),
            Exit(days: 7, kind: .event), Exit(days: 8, kind: .competing), Exit(days: 8, kind: .event), Exit(days: 10, kind: .censored),
        ])
        #expect(abs(curve.incidence(at: 10) - 0.5625) < 1e-15)
        #expect(abs(curve.survival(at: 10) - 0.15625) < 1e-15)
        #expect(curve.incidence(at: 1) == 0 && curve.incidence(at: 2) == 0.125)
        #expect(curve.steps.map(\.atRisk) == [8, 7, 4, 3])
    }

    @Test func withoutCensoringTheVarianceIsBinomial() throws {
        var random = SeededRandom(seed: 8)
        let exits = (0..<57).map { _ in Exit(days: random.index(below: 30), kind: random.uniform() < 0.6 ? .event : .competing) }
        let curve = try CumulativeIncidence(exits)
        for day in [0, 5, 12, 29] {
            let events = exits.count { $0.kind == .event && $0.days <= day }
            let share = Double(events) / 57
            #expect(abs(curve.incidence(at: day) - share) < 1e-14)
            #expect(abs(curve.standardError(at: day) - (share * (1 - share) / 57).squareRoot()) < 1e-13)
            #expect(Reference.error(curve.effectiveCount(at: day), 57) < 1e-11)
        }
    }

    @Test func eventsComeBeforeCensoringsOfTheSameDay() throws {
        let curve = try CumulativeIncidence([Exit(days: 5, kind: .censored), Exit(days: 5, kind: .event)])
        #expect(curve.incidence(at: 5) == 0.5)
    }

    @Test func followUp() throws {
        let curve = try CumulativeIncidence([3, 9, 9, 20].map { Exit(days: $0, kind: .censored) } + [Exit(days: 12, kind: .event)])
        #expect(curve.atRisk(on: 0) == 5 && curve.atRisk(on: 9) == 4 && curve.atRisk(on: 10) == 2 && curve.atRisk(on: 21) == 0)
        #expect(curve.lastDay(withAtRiskAtLeast: 5) == 3)
        #expect(curve.lastDay(withAtRiskAtLeast: 4) == 9)
        #expect(curve.lastDay(withAtRiskAtLeast: 2) == 12)
        #expect(curve.lastDay(withAtRiskAtLeast: 1) == 20)
        #expect(curve.lastDay(withAtRiskAtLeast: 6) == nil)
        #expect(curve.isKnown(at: 20) && !curve.isKnown(at: 21))
        #expect(curve.effectiveCount(at: 11) == 2)
    }

    @Test func nobodyLeftToHaveTheEventIsKnownForEver() throws {
        let curve = try CumulativeIncidence([Exit(days: 1, kind: .event), Exit(days: 2, kind: .competing)])
        #expect(curve.isKnown(at: 500) && curve.incidence(at: 500) == 0.5)
    }

    /// Unemployment spells in the United States, full-time work with three other exits as competitors: own sum in numpy.
    @Test(arguments: [(5, "no"), (10, "yes"), (20, "yes")])
    func realDataCompetingExits(_ period: Int, _ insured: String) throws {
        let spells = try SharedData.rows("data/unempdur_us/unempdur.csv").filter { $0["ui"] == insured }
        let curve = try CumulativeIncidence(spells.map { spell in
            let kind: Exit.Kind = spell["censor1"] == "1" ? .event
                : spell["censor2"] == "1" || spell["censor3"] == "1" ? .competing : .censored
            return Exit(days: Int(spell["spell"]!)!, kind: kind)
        })
        let expected = try SharedData.figure("unempdur_us", "aalen_johansen_cif_cause1_t\(period)", "ui=\(insured)")
        #expect(Reference.error(curve.incidence(at: period), expected) < 1e-10)
    }

    @Test func undefinedInput() {
        #expect(throws: Undefined.noObservations) { try CumulativeIncidence([]) }
        #expect(throws: Undefined.outsideRange) { try CumulativeIncidence([Exit(days: -1, kind: .event)]) }
    }

    /// School to work in Northern Ireland (712 young people): Kaplan-Meier by lifelines.
    @Test(arguments: [(12, "0"), (36, "1"), (70, "0")])
    func realDataKaplanMeier(_ month: Int, _ male: String) throws {
        let people = try SharedData.rows("data/mvad_school_to_work/mvad.csv").filter { $0["male"] == male }
        let curve = try CumulativeIncidence(people.map {
            Exit(days: Int($0["months_to_employment"]!)!, kind: $0["employed"] == "1" ? .event : .censored)
        })
        let expected = try SharedData.figure("mvad_school_to_work (by male)", "km_survival_t\(month)", "group=\(male)")
        #expect(Reference.error(curve.survival(at: month), expected) < 1e-10)
        #expect(abs(curve.incidence(at: month) + curve.survival(at: month) - 1) < 1e-12)
    }
}
