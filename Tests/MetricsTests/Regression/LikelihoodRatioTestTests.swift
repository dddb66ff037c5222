import Testing
import Metrics

@Suite struct LikelihoodRatioTestTests {
    @Test func twiceTheDifferenceOfLogLikelihoods() throws {
        let data = RegressionData()
        let small = try LogisticRegression(outcome: data.success, predictors: data.models[0])
        let full = try LogisticRegression(outcome: data.success, predictors: data.models[2])
        let test = try LikelihoodRatioTest(restricted: small, full: full)
        let logs = Reference.logisticLikelihoods
        #expect(Reference.error(test.statistic, 2 * (logs[2][1] - logs[0][1])) < 1e-10)
        #expect(test.degreesOfFreedom == 2 && test.count == 48)
        #expect(abs(test.pValue - Double.exponential(-test.statistic / 2)) < 1e-14)
    }

    @Test func modelsThatAreNotNested() throws {
        let data = RegressionData()
        let one = try LogisticRegression(outcome: data.success, predictors: [data.x1])
        let other = try LogisticRegression(outcome: data.success, predictors: [data.x2, data.group])
        let shifted = try LogisticRegression(outcome: data.success, predictors: [data.x1, data.x2], offsets: data.x1)
        #expect(throws: Undefined.outsideRange) { try LikelihoodRatioTest(restricted: one, full: other) }
        #expect(throws: Undefined.outsideRange) { try LikelihoodRatioTest(restricted: one, full: one) }
        #expect(throws: Undefined.outsideRange) { try LikelihoodRatioTest(restricted: one, full: shifted) }
    }
}
