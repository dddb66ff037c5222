import Testing
import Metrics

@Suite struct LogisticDifferentialPredictionTests {
    private func people() throws -> LogisticDifferentialPrediction {
        let data = RegressionData()
        let rows = Array(zip(zip(data.x1, data.success), data.group))
        return try LogisticDifferentialPrediction(
            group: rows.filter { $0.1 == 1 }.map { ($0.0.0, $0.0.1) }, reference: rows.filter { $0.1 == 0 }.map { ($0.0.0, $0.0.1) })
    }

    @Test func agreesWithStatsmodels() throws {
        let curves = try people()
        let expected = Reference.clearyLogistic.map { $0[0] }
        let found = [
            curves.interceptTest.statistic, try curves.slopeTest().statistic, try curves.overallTest().statistic,
            curves.groupResidual.estimate, curves.referenceResidual.estimate, curves.groupResidual.standardError,
        ]
        for (value, reference) in zip(found, expected) { #expect(Reference.error(value, reference) < 1e-8) }
        #expect(try curves.overallTest().degreesOfFreedom == 2)
        let fit = Reference.cases(Reference.logisticFits)[3]
        #expect(Reference.error(try curves.slopeDifference().estimate, fit[3][1]) < 1e-9)
    }

    @Test func residualsMirrorAndHaveADualInterval() throws {
        let curves = try people()
        #expect(abs(curves.groupResidual.estimate * 16 + curves.referenceResidual.estimate * 32) < 1e-10)
        #expect(abs(curves.groupResidual.standardError * 16 - curves.referenceResidual.standardError * 32) < 1e-10)
        let edge = curves.groupResidual.interval(level: 1 - curves.groupResidual.pValue)
        #expect(abs(edge.low) < 1e-9)
    }

    @Test func sensitivityUsesTheSameFormula() throws {
        let curves = try people()
        let sensitivity = try curves.sensitivity(reliabilities: [0.8])
        let data = RegressionData()
        let rows = Array(zip(data.x1, data.group))
        let first = try Summary(rows.filter { $0.1 == 1 }.map(\.0)).mean
        let second = try Summary(rows.filter { $0.1 == 0 }.map(\.0)).mean
        let expected = curves.parallel.coefficients[2] - curves.parallel.coefficients[1] * 0.25 * (first - second)
        #expect(abs(sensitivity.corrected[0].estimate - expected) < 1e-13)
        #expect(sensitivity.observed.estimate == curves.parallel.coefficients[2])
    }

    @Test func separationIsUndefined() {
        // Nobody of the group succeeds: their curve lies infinitely low.
        #expect(throws: Undefined.perfectSeparation) {
            try LogisticDifferentialPrediction(
                group: [(1, false), (2, false), (3, false)], reference: [(1, true), (2, false), (3, true), (2, true), (1, false)])
        }
        #expect(throws: Undefined.zeroVariance) {
            try LogisticDifferentialPrediction(group: [(1, true), (2, true)], reference: [(1, true), (2, true)])
        }
        #expect(throws: Undefined.noObservations) { try LogisticDifferentialPrediction(group: [], reference: [(1, true), (2, false)]) }
        #expect(throws: Undefined.tooFewObservations(needed: 2)) {
            try LogisticDifferentialPrediction(group: [(1, true)], reference: [(1, true), (2, false)])
        }
    }

    /// Within the group the predictor tells the outcomes apart, across groups it does not: slopes cannot be compared, levels can.
    @Test func separatedWithinOneSide() throws {
        let curves = try LogisticDifferentialPrediction(
            group: [(1, false), (2, false), (3, true), (4, true)],
            reference: [(1, true), (2, false), (3, true), (4, false), (2, true), (3, false)])
        #expect(throws: Undefined.perfectSeparation) { try curves.slopeTest() }
        #expect(curves.interceptTest.pValue > 0.5)
    }
}
