import Testing
import Metrics

@Suite struct ProfileLikelihoodTests {
    @Test func agreesWithARootSearchOverStatsmodels() throws {
        let data = RegressionData()
        let fit = try LogisticRegression(outcome: data.success, predictors: data.models[2])
        for row in Reference.profileIntervals {
            let interval = try fit.profileInterval(Int(row[1]), level: row[0])
            #expect(abs(interval.low - row[2]) < 1e-8 && abs(interval.high - row[3]) < 1e-8, "\(row)")
        }
    }

    @Test func theConstantAndOthersHaveNone() throws {
        let fit = try LogisticRegression(events: [1, 2], totals: [3, 3], predictors: [[0, 1]])
        #expect(throws: Undefined.outsideRange) { try fit.profileInterval(0, level: 0.95) }
        #expect(throws: Undefined.outsideRange) { try fit.profileInterval(2, level: 0.95) }
    }

    /// It is the set a likelihood-ratio test does not reject: zero lies on the limit whose level is 1 - p.
    @Test func isDualToTheLikelihoodRatio() throws {
        let small = try LogisticRegression(events: [3, 11], totals: [12, 20], predictors: [])
        let full = try LogisticRegression(events: [3, 11], totals: [12, 20], predictors: [[1, 0]])
        let p = try LikelihoodRatioTest(restricted: small, full: full).pValue
        #expect(abs(try full.profileInterval(1, level: 1 - p).high) < 1e-7)
    }
}
