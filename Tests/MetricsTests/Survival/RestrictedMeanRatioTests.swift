import Testing
import Metrics

@Suite struct RestrictedMeanRatioTests {
    private func mean(_ number: Int) throws -> RestrictedMean {
        try KaplanMeier(SurvivalExample.records(number)).restrictedMean(to: 6.25)
    }

    @Test func logScaleByHand() throws {
        let (group, reference) = try (mean(0), mean(2))
        let ratio = try RestrictedMeanRatio(group: group, reference: reference)
        let interval = try ratio.interval(level: 0.95)
        #expect(Reference.error(ratio.estimate, 5.5878112432617435 / 5.5983834825772192) < 1e-12)
        // Symmetric about the log, and wider than z times the plain delta-method error.
        #expect(abs(interval.low * interval.high - ratio.estimate * ratio.estimate) < 1e-12)
        let parts = [(0.23095951238000098 / 5.5878112432617435), 0.23084058717683822 / 5.5983834825772192]
        let plain = (parts[0] * parts[0] + parts[1] * parts[1]).squareRoot()
        #expect(ratio.logStandardError > plain && ratio.logStandardError < plain * 1.03)
        #expect(ratio.pValue > 0.9)
    }

    @Test func undefinedInput() throws {
        let zero = try KaplanMeier([.event(at: 0), .event(at: 0)]).restrictedMean(to: 6.25)
        #expect(throws: Undefined.zeroDenominator) { try RestrictedMeanRatio(group: mean(0), reference: zero) }
        let other = try KaplanMeier(SurvivalExample.records(0)).restrictedMean(to: 5)
        #expect(throws: Undefined.outsideRange) { try RestrictedMeanRatio(group: mean(0), reference: other) }
    }
}
