import Testing
import Metrics

@Suite struct GrayTestTests {
    /// R's cmprsk: three groups with ties, plain and stratified, two weightings, either cause.
    @Test func cuminc() throws {
        for row in Reference.grayTests {
            let (groups, strata) = SurvivalExample.groups(Int(row[0]), causes: 2)
            let test = try GrayTest(groups: groups, cause: Int(row[3]), strata: row[1] == 1 ? strata : nil, rho: row[2])
            #expect(Reference.error(test.statistic, row[4]) < 1e-9, "\(row)")
            #expect(Reference.error(test.pValue, row[5]) < 1e-9)
        }
    }

    /// cmprsk 2.2-11 on the spells of the United States by insurance claim.
    @Test func realData() throws {
        let spells = try SharedData.rows("data/unempdur_us/unempdur.csv")
        let groups = ["no", "yes"].map { insured in
            spells.filter { $0["ui"] == insured }.map { spell in
                FollowUp(end: Double(spell["spell"]!)!, cause: (1...3).first { spell["censor\($0)"] == "1" } ?? 0)
            }
        }
        for row in Reference.graySpells {
            let test = try GrayTest(groups: groups, cause: Int(row[0]))
            #expect(Reference.error(test.statistic, row[1]) < 1e-9, "\(row)")
            // cmprsk takes its p from 1 less the lower tail, which is 0 beyond 1e-16.
            #expect(abs(test.pValue - row[2]) < 1e-14)
        }
    }

    /// Without competing exits it asks what the log-rank test asks, and answers nearly the same.
    @Test func oneCauseIsCloseToLogRank() throws {
        let groups = SurvivalExample.groups(1).records
        let (gray, logRank) = try (GrayTest(groups: groups, cause: 1), LogRank(groups: groups))
        #expect(abs(gray.statistic - logRank.statistic) < 0.3)
        for group in 0..<3 { #expect(abs(gray.scores[group] - logRank.scores[group]) < 1e-12) }
    }

    @Test func undefinedInput() {
        let some = SurvivalExample.placedLeft
        #expect(throws: Undefined.outsideRange) { try GrayTest(groups: [some], cause: 1) }
        #expect(throws: Undefined.noObservations) { try GrayTest(groups: [some, []], cause: 1) }
        #expect(throws: Undefined.zeroVariance) { try GrayTest(groups: [some, some], cause: 3) }
        #expect(throws: Undefined.outsideRange) { try GrayTest(groups: [some, [FollowUp(end: 3, cause: 1, weight: 2)]], cause: 1) }
        #expect(throws: Undefined.unequalLengths) { try GrayTest(groups: [some, some], cause: 1, strata: [[1]]) }
    }
}
