import Testing
import Metrics

@Suite struct WeightedLogRankTests {
    /// R's survdiff, plain and stratified; rho = 1 weighs by the curve just before, as Fleming and Harrington do.
    @Test func survdiff() throws {
        for row in Reference.logRankTests {
            let (groups, strata) = SurvivalExample.groups(Int(row[0]))
            let chosen = row[1] == 1 ? strata : nil
            let (statistic, p) = try row[2] == 0
                ? { let test = try LogRank(groups: groups, strata: chosen); return (test.statistic, test.pValue) }()
                : { let test = try FlemingHarrington(groups: groups, strata: chosen); return (test.statistic, test.pValue) }()
            #expect(Reference.error(statistic, row[3], floor: 1e-2) < 1e-10, "\(row)")
            #expect(Reference.error(p, row[4]) < 1e-10)
        }
    }

    @Test func lifelines() throws {
        for row in Reference.weightedLogRanks {
            let groups = SurvivalExample.groups(Int(row[0])).records
            let (statistic, p): (Double, Double) = try {
                switch row[1] {
                case 0: let test = try LogRank(groups: groups); return (test.statistic, test.pValue)
                case 1: let test = try GehanWilcoxon(groups: groups); return (test.statistic, test.pValue)
                case 2: let test = try TaroneWare(groups: groups); return (test.statistic, test.pValue)
                case 3: let test = try PetoPeto(groups: groups); return (test.statistic, test.pValue)
                default:
                    let test = try FlemingHarrington(groups: groups, weights: FlemingHarringtonWeights(p: 0.5, q: 1))
                    return (test.statistic, test.pValue)
                }
            }()
            #expect(Reference.error(statistic, row[2], floor: 1e-2) < 1e-9, "\(row)")
            #expect(Reference.error(p, row[3]) < 1e-9)
        }
    }

    @Test(arguments: [
        "mvad_school_to_work (by male)", "mvad_school_to_work (by catholic)", "mvad_school_to_work (by funemp)",
        "mvad_school_to_work (by gcse5eq)", "unempdur_us (event=censor1 full-time re-employment, by ui)",
        "unempdur_us (event=any re-employment, by ui)", "unemployment_austria (all complete, by education)",
        "unemployment_austria (censored at 104 weeks, by foreign)",
    ])
    func realData(_ set: String) throws {
        let groups = try SurvivalExample.realData(set).map(\.records)
        let test = try LogRank(groups: groups)
        #expect(Reference.error(test.statistic, try SharedData.figure(set, "logrank_chi2", "df=\(groups.count - 1)")) < 1e-10)
        #expect(Reference.error(test.pValue, try SharedData.figure(set, "logrank_p")) < 1e-9)
        let gehan = try GehanWilcoxon(groups: groups)
        #expect(Reference.error(gehan.statistic, try SharedData.figure(set, "gehan_wilcoxon_chi2", "df=\(groups.count - 1)")) < 1e-10)
        #expect(abs(test.observed.reduce(0, +) - test.expected.reduce(0, +)) < 1e-8 && test.degreesOfFreedom == groups.count - 1)
    }

    /// Hand computation: 1 against {2, 3} and 4: expected 1/3... of four people.
    @Test func byHand() throws {
        // Events at 1 (A of A, A, B, B), 2 (B of A, B, B), 3 (A of A, B); 4 censored.
        let test = try LogRank(groups: [[.event(at: 1), .event(at: 3)], [.event(at: 2), .censored(at: 4)]])
        #expect(test.observed == [2, 1])
        #expect(abs(test.expected[0] - (1.0 / 2 + 1.0 / 3 + 1.0 / 2)) < 1e-15)
        #expect(abs(test.covariance[0][0] - (1.0 / 4 + 2.0 / 9 + 1.0 / 4)) < 1e-15)
        let score = 2 - (1.0 / 2 + 1.0 / 3 + 1.0 / 2)
        #expect(abs(test.statistic - score * score / (1.0 / 4 + 2.0 / 9 + 1.0 / 4)) < 1e-14)
    }

    @Test func wholeWeightsAreRepeatedPeople() throws {
        let groups = SurvivalExample.groups(1).records
        let doubled = groups.map { $0.map { FollowUp(end: $0.end, cause: $0.cause, weight: 2) } }
        let repeated = groups.map { $0 + $0 }
        #expect(Reference.error(try LogRank(groups: doubled).statistic, try LogRank(groups: repeated).statistic) < 1e-12)
        #expect(throws: Undefined.outsideRange) { try LogRank(groups: [[FollowUp(end: 1, cause: 1, weight: 1.5)], groups[0]]) }
    }

    @Test func delayedEntryLeavesOutWhoWasNotThere() throws {
        // The third of the reference enters after the first event and is not at risk there.
        let late = try LogRank(groups: [
            [.event(at: 1), .event(at: 3)], [.event(at: 2), .censored(at: 4), FollowUp(end: 5, cause: 1, entry: 1)],
        ])
        #expect(abs(late.expected[0] - (2.0 / 4 + 1.0 / 4 + 1.0 / 3)) < 1e-15)
    }

    @Test func undefinedInput() {
        let some = [FollowUp.event(at: 1), .event(at: 4)]
        #expect(throws: Undefined.outsideRange) { try LogRank(groups: [some]) }
        #expect(throws: Undefined.noObservations) { try LogRank(groups: [some, []]) }
        #expect(throws: Undefined.zeroVariance) { try LogRank(groups: [[.censored(at: 3)], [.censored(at: 4)]]) }
        // Gone before the first event: R drops the group and a degree of freedom; here the comparison is undefined.
        #expect(throws: Undefined.zeroVariance) { try LogRank(groups: [some, [.event(at: 2)], [.censored(at: 0.5)]]) }
        #expect(throws: Undefined.unequalLengths) { try LogRank(groups: [some, some], strata: [[1, 1], [1]]) }
        #expect(throws: Undefined.notFinite) { try LogRank(groups: [some, [.event(at: .infinity)]]) }
    }
}
