import Testing
import Metrics

@Suite struct ReliabilitySensitivityTests {
    private func lines() throws -> DifferentialPrediction {
        let data = RegressionData()
        let people = Array(zip(zip(data.x1, data.y), data.group))
        return try DifferentialPrediction(
            group: people.filter { $0.1 == 1 }.map { ($0.0.0, $0.0.1) }, reference: people.filter { $0.1 == 0 }.map { ($0.0.0, $0.0.1) })
    }

    @Test func agreesWithTheCorrectedMomentMatrix() throws {
        let sensitivity = try lines().sensitivity(reliabilities: [0.7, 0.8, 0.9, 1])
        for (point, row) in zip(sensitivity.corrected, Reference.correctedIntercepts) {
            #expect(point.reliability == row[0])
            #expect(Reference.error(point.estimate, row[1]) < 1e-9)
            #expect(Reference.error(point.standardError, row[2]) < 1e-9)
        }
        #expect(sensitivity.observed.estimate == sensitivity.corrected[3].estimate)
        #expect(sensitivity.signHolds && !sensitivity.isSettled(level: 0.95))
    }

    /// Two true lines that are one, seen through a score of reliability .8: means 0 and -1, slope .5 x .8.
    @Test func aDifferenceThatIsMeasurementErrorTurnsItsSign() throws {
        // Deviations within a side, the same on both; the noise is uncorrelated with them.
        let deviations = [-2.0, -1, 0, 1, 2, -2, -1, 0, 1, 2]
        let noise = [1.0, 1, 1, 1, 1, -1, -1, -1, -1, -1]
        func side(_ mean: Double, shift: Double) -> [DifferentialPrediction.Observation] {
            zip(deviations, noise).map { (predictor: mean + $0, outcome: 0.5 * mean + 0.4 * $0 + shift + $1) }
        }
        let none = try DifferentialPrediction(group: side(-1, shift: 0), reference: side(0, shift: 0))
        // c = -.5 + .4 although the groups share one true line.
        #expect(abs(try none.interceptDifference().estimate - -0.1) < 1e-12)
        let sensitivity = try none.sensitivity()
        #expect(abs(sensitivity.corrected[1].estimate) < 1e-12)
        #expect(sensitivity.corrected[0].estimate > 0.01 && sensitivity.corrected[2].estimate < -0.01)
        #expect(!sensitivity.signHolds)
        #expect(abs(sensitivity.signTurnsAt! - 0.8) < 1e-12)
        let real = try DifferentialPrediction(group: side(-1, shift: -1), reference: side(0, shift: 0))
        #expect(try real.sensitivity().signHolds)
        // The other way the error hides part of a true advantage; no reliability turns that.
        let hidden = try DifferentialPrediction(group: side(-1, shift: 0.5), reference: side(0, shift: 0))
        #expect(try hidden.sensitivity().signTurnsAt == nil && hidden.sensitivity().signHolds)
    }

    @Test func undefinedInput() throws {
        let lines = try lines()
        for wrong in [0.0, -0.5, 1.01, .nan] {
            #expect(throws: Undefined.outsideRange) { try lines.sensitivity(reliabilities: [0.8, wrong]) }
        }
        #expect(throws: Undefined.noObservations) { try lines.sensitivity(reliabilities: []) }
    }
}
