import Testing
import Metrics

@Suite struct LogisticEstimateTests {
    /// One 0/1 predictor: the coefficient is Woolf's log odds ratio with Woolf's standard error, p and interval.
    @Test func isWoolfsLogOddsRatioForATwoByTwoTable() throws {
        let estimate = try LogisticRegression(events: [30, 45], totals: [100, 100], predictors: [[1, 0]]).estimate(1)
        let woolf = try WoolfOddsRatio(groupEvents: 30, groupTotal: 100, referenceEvents: 45, referenceTotal: 100)
        let (interval, expected) = (estimate.interval(level: 0.95), woolf.interval(level: 0.95))
        #expect(Reference.error(estimate.oddsRatio, woolf.estimate) < 1e-12)
        #expect(Reference.error(estimate.pValue, woolf.pValue) < 1e-11)
        #expect(Reference.error(Double.exponential(interval.low), expected.low) < 1e-12)
        #expect(Reference.error(Double.exponential(interval.high), expected.high) < 1e-12)
        #expect(estimate.count == 200)
    }

    @Test func pIsDualToTheInterval() throws {
        let estimate = try LogisticRegression(events: [12, 30], totals: [40, 60], predictors: [[1, 0]]).estimate(1)
        let edge = estimate.interval(level: 1 - estimate.pValue)
        #expect(abs(min(abs(edge.low), abs(edge.high))) < 1e-9)
    }
}
