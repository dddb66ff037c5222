import Testing
import Metrics

@Suite struct LogisticRecalibrationTests {
    /// The slope solves sum logit(p) (y - 1/(1 + exp(-b logit p))) = 0: 1.07394145520834 by a root search at 40 digits. The survey
    /// gives 1.0739414595, whose last two digits are a fit that stopped early.
    @Test("V58 calibration intercept and slope (1.0739414552, not the survey's 1.0739414595)")
    func slope() throws {
        let fit = try LogisticRecalibration(predicted: CalibrationExample.predicted, outcomes: CalibrationExample.outcomes)
        #expect(abs(try fit.intercept().estimate) < 1e-12)
        #expect(abs(try fit.slope().estimate - 1.07394145520834) < 1e-13)
        #expect(abs(fit.inTheLarge.estimate) < 1e-12)
    }

    @Test func agreesWithStatsmodels() throws {
        let fit = try LogisticRecalibration(
            predicted: Reference.calibrationPeople.map { $0[0] }, outcomes: Reference.calibrationPeople.map { $0[1] == 1 })
        for (estimate, row) in zip([fit.inTheLarge, try fit.intercept(), try fit.slope()], Reference.recalibration) {
            #expect(Reference.error(estimate.estimate, row[0]) < 1e-10)
            #expect(Reference.error(estimate.standardError, row[1]) < 1e-9)
        }
        #expect(Reference.error(try fit.test().statistic, Reference.recalibration[3][0]) < 1e-10)
        #expect(try fit.test().degreesOfFreedom == 2 && fit.test().count == 48)
    }

    @Test func theTwoModelsAnswerDifferentQuestions() throws {
        // Too cautious and too low: the intercept at one half differs from the shift of everybody.
        let fit = try LogisticRecalibration(
            predicted: [0.4, 0.4, 0.4, 0.4, 0.45, 0.45, 0.45, 0.45], outcomes: [true, true, false, false, true, true, true, false])
        #expect(try abs(fit.intercept().estimate - fit.inTheLarge.estimate) > 0.5)
        #expect(try fit.slope().estimate > 1)
    }

    @Test func undefinedInput() throws {
        #expect(throws: Undefined.outsideRange) { try LogisticRecalibration(predicted: [0, 0.5], outcomes: [true, false]) }
        #expect(throws: Undefined.outsideRange) { try LogisticRecalibration(predicted: [0.5, 1], outcomes: [true, false]) }
        #expect(throws: Undefined.zeroVariance) { try LogisticRecalibration(predicted: [0.2, 0.5], outcomes: [true, true]) }
        let constant = try LogisticRecalibration(predicted: [0.3, 0.3, 0.3], outcomes: [true, false, false])
        #expect(throws: Undefined.collinear) { try constant.slope() }
        #expect(abs(LogisticRecalibrationTests.shifted(0.3, by: constant.inTheLarge.estimate) - 1.0 / 3) < 1e-12)
        let separated = try LogisticRecalibration(predicted: [0.1, 0.3, 0.6, 0.8], outcomes: [false, false, true, true])
        #expect(throws: Undefined.perfectSeparation) { try separated.slope() }
        #expect(throws: Undefined.perfectSeparation) { try separated.test() }
    }

    private static func shifted(_ p: Double, by a: Double) -> Double {
        1 / (1 + (1 - p) / p * Double.exponential(-a))
    }
}
