import Testing
import Metrics

@Suite struct LeastSquaresEstimateTests {
    private let group: [Double] = [4, 6, 5, 9, 7]
    private let reference: [Double] = [3, 2, 6, 4, 5, 1, 4]

    private func membership(_ kind: LeastSquaresCovariance) throws -> LeastSquaresEstimate {
        let fit = try LeastSquares(
            outcome: group + reference, predictors: [group.map { _ in 1 } + reference.map { _ in 0 }])
        return try fit.estimate(1, kind)
    }

    /// With a 0/1 predictor HC2 has Welch's standard error exactly (MacKinnon and White 1985); the classical one pools.
    @Test func hc2IsWelchsStandardErrorAndTheClassicalOnePools() throws {
        let welch = try WelchDifference(group: group, reference: reference)
        let robust = try membership(.hc2)
        #expect(Reference.error(robust.estimate, welch.estimate) < 1e-13)
        #expect(Reference.error(robust.standardError, welch.standardError) < 1e-13)
        let pooled = (welch.groupSummary.squaredDeviations + welch.referenceSummary.squaredDeviations) / 10
        #expect(Reference.error(try membership(.classical).standardError, (pooled * (1 / 5 + 1 / 7)).squareRoot()) < 1e-13)
    }

    @Test func studentsTWithTheResidualDegreesOfFreedom() throws {
        let estimate = try membership(.classical)
        let interval = estimate.interval(level: 0.9)
        let half = StudentT.critical(level: 0.9, df: 10) * estimate.standardError
        #expect(estimate.degreesOfFreedom == 10 && estimate.count == 12)
        #expect(abs(interval.low - (estimate.estimate - half)) < 1e-13 && abs(interval.high - (estimate.estimate + half)) < 1e-13)
        #expect(Reference.error(estimate.pValue, StudentT.twoSided(estimate.statistic, df: 10)) < 1e-13)
    }
}
