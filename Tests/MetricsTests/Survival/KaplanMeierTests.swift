import Testing
import Metrics

@Suite struct KaplanMeierTests {
    /// Ties, real times, whole and other weights, delayed entry with and without weights: R's survfit.
    @Test(arguments: 0...6)
    func survfit(_ number: Int) throws {
        let records = SurvivalExample.records(number)
        let curve = try KaplanMeier(records)
        let robust = try KaplanMeier(records, weights: .sampling)
        let steps = Dictionary(uniqueKeysWithValues: curve.steps.map { ($0.time, $0) })
        for row in Reference.survivalCurves where row[0] == Double(number) {
            let step = try #require(steps[row[1]])
            #expect(Reference.error(step.atRisk, row[2]) < 1e-12)
            #expect(Reference.error(step.survival, row[3], floor: 1e-3) < 1e-12)
            guard row[3] > 0 else { continue }
            #expect(Reference.error(step.standardError, row[4]) < 1e-10)
            #expect(Reference.error(robust.standardError(at: row[1]), row[5]) < 1e-10, "robust, case \(number) at \(row[1])")
            let share = try curve.probability(at: row[1])
            for (scale, column) in [(SurvivalScale.plain, 6), (.log, 8), (.logLog, 10)] {
                let interval = try share.interval(level: 0.95, scale: scale)
                #expect(Reference.error(interval.low, row[column]) < 1e-9 && Reference.error(interval.high, row[column + 1]) < 1e-9)
            }
        }
    }

    @Test func eventsComeBeforeCensorings() throws {
        let curve = try KaplanMeier([.event(at: 3), .censored(at: 3), .censored(at: 2), .event(at: 5)])
        #expect(curve.steps.map(\.atRisk) == [3, 1])
        #expect(abs(curve.survival(at: 3) - 2.0 / 3) < 1e-15 && curve.survival(at: 5) == 0)
        #expect(curve.survival(at: 2.9) == 1 && curve.atRisk(at: 3) == 3 && curve.events == 2)
        #expect(curve.standardError(at: 5) == 0)
    }

    @Test func anEventAtTimeZeroCounts() throws {
        let curve = try KaplanMeier([.event(at: 0), .censored(at: 4)])
        #expect(curve.survival(at: 0) == 0.5 && curve.isKnown(at: 0))
    }

    @Test func onePerson() throws {
        let gone = try KaplanMeier([.event(at: 3)])
        #expect(gone.survival(at: 2) == 1 && gone.survival(at: 3) == 0 && gone.isKnown(at: 100))
        let seen = try KaplanMeier([.censored(at: 3)])
        #expect(seen.survival(at: 3) == 1 && seen.isKnown(at: 3) && !seen.isKnown(at: 3.1))
        #expect(seen.steps.isEmpty)
    }

    @Test func followUpMustReachTheTime() throws {
        let curve = try KaplanMeier([.event(at: 1), .censored(at: 3)])
        #expect(throws: Undefined.nobodyAtRisk) { try curve.probability(at: 3.5) }
        #expect(throws: Undefined.nobodyAtRisk) { try curve.restrictedMean(to: 3.5) }
        #expect(throws: Undefined.nobodyAtRisk) { try curve.probability(at: -1) }
        #expect(throws: Undefined.noObservations) { try KaplanMeier([]) }
    }

    /// Product limits would say 0 for ever after the first two leave; the truth is that nothing is known.
    @Test func anEmptyRiskSetEndsTheCurve() throws {
        let curve = try KaplanMeier([.event(at: 1), .event(at: 2), FollowUp(end: 9, cause: 1, entry: 5), FollowUp(end: 8, cause: 0, entry: 5)])
        #expect(curve.survival(at: 1) == 0.5 && curve.isKnown(at: 1.5) && !curve.isKnown(at: 2) && !curve.isKnown(at: 6))
        #expect(throws: Undefined.nobodyAtRisk) { try curve.restrictedMean(to: 6) }
    }

    @Test func conditionalOnTheEarliestEntry() throws {
        let curve = try KaplanMeier([FollowUp(end: 8, cause: 1, entry: 3), FollowUp(end: 9, cause: 1, entry: 4)])
        #expect(!curve.isKnown(at: 3) && curve.isKnown(at: 3.5) && curve.survival(at: 8) == 0.5)
    }

    /// School to work (months, censored at 70), unemployment in the United States (many ties) and Austria (real-valued weeks).
    @Test(arguments: ["mvad_school_to_work (by gcse5eq)", "unempdur_us (event=any re-employment, by ui)", "unemployment_austria (censored at 104 weeks, by foreign)"])
    func realData(_ set: String) throws {
        for (name, records) in try SurvivalExample.realData(set) {
            let curve = try KaplanMeier(records)
            #expect(Double(curve.count) == (try SharedData.figure(set, "n", "group=\(name)")))
            #expect(Double(curve.events) == (try SharedData.figure(set, "events", "group=\(name)")))
            let median = try SharedData.figure(set, "median_survival", "group=\(name)")
            #expect(Reference.error(try curve.median().estimate, median) < 1e-11)
            for time in SurvivalExample.times(of: set) {
                let share = try curve.probability(at: Double(time))
                let interval = try share.interval(level: 0.95)
                let expected = try ["km_survival_t", "km_ci95_low_loglog_t", "km_ci95_high_loglog_t"].map {
                    try SharedData.figure(set, $0 + "\(time)", "group=\(name)")
                }
                #expect(Reference.error(share.estimate, expected[0]) < 1e-10)
                #expect(Reference.error(interval.low, expected[1]) < 1e-10 && Reference.error(interval.high, expected[2]) < 1e-10)
            }
            let horizon = SurvivalExample.horizon(of: set)
            let mean = try SharedData.figure(set, "rmst_t\(horizon)", "group=\(name)")
            #expect(Reference.error(try curve.restrictedMean(to: Double(horizon)).estimate, mean) < 1e-10)
        }
    }

    @Test(arguments: ["0", "1"])
    func realDataSampleWeights(_ male: String) throws {
        let records = try SharedData.rows("data/mvad_school_to_work/mvad.csv").filter { $0["male"] == male }.map {
            FollowUp(end: Double($0["months_to_employment"]!)!, cause: Int($0["employed"]!)!, weight: Double($0["weight"]!)!)
        }
        let expected = try SharedData.figure("mvad_school_to_work", "km_weighted_survival_t36", "male=\(male)")
        for meaning in [WeightMeaning.people, .sampling] {
            #expect(Reference.error(try KaplanMeier(records, weights: meaning).survival(at: 36), expected) < 1e-10)
        }
        // As many people as records; the weights make the estimate less sure than as many equal people would.
        let curve = try KaplanMeier(records, weights: .sampling)
        let equal = try KaplanMeier(records.map { FollowUp(end: $0.end, cause: $0.cause) })
        #expect(curve.count == records.count && curve.standardError(at: 36) > equal.standardError(at: 36))
    }
}

extension SurvivalExample {
    /// Groups of one of the sets of reference_figures.csv, by the name it has there.
    static func realData(_ set: String) throws -> [(name: String, records: [FollowUp])] {
        let people: [(String, FollowUp)]
        let parts = set.split(separator: " ")
        let column = String(parts.last!.dropLast())
        switch parts[0] {
        case "mvad_school_to_work":
            people = try SharedData.rows("data/mvad_school_to_work/mvad.csv").map {
                ($0[column]!, FollowUp(end: Double($0["months_to_employment"]!)!, cause: Int($0["employed"]!)!))
            }
        case "unempdur_us":
            let any = set.contains("any re-employment")
            people = try SharedData.rows("data/unempdur_us/unempdur.csv").map {
                let event = $0["censor1"] == "1" || any && ($0["censor2"] == "1" || $0["censor3"] == "1")
                return ($0["ui"]!, FollowUp(end: Double($0["spell"]!)!, cause: event ? 1 : 0))
            }
        default:
            let limit = set.contains("104") ? 104.0 : .infinity
            people = try SharedData.rows("data/unemployment_austria/ubduration.csv").map {
                let weeks = Double($0["y"]!)!
                return ($0[column]!, FollowUp(end: min(weeks, limit), cause: weeks <= limit ? 1 : 0))
            }
        }
        return Dictionary(grouping: people, by: \.0).map { (name: $0, records: $1.map(\.1)) }.sorted { $0.name < $1.name }
    }

    static func times(of set: String) -> [Int] {
        set.hasPrefix("mvad") ? [12, 36, 70] : set.hasPrefix("unempdur") ? [5, 10, 20] : [26, 52]
    }

    static func horizon(of set: String) -> Int {
        set.hasPrefix("mvad") ? 70 : set.hasPrefix("unempdur") ? 20 : set.contains("104") ? 52 : 104
    }
}
