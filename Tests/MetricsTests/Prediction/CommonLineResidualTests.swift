import Testing
import Metrics

@Suite struct CommonLineResidualTests {
    /// When both sides have the same predictor values the line takes nothing from the groups, and the residual is Welch's
    /// difference on the outcomes with the line taken off, except for the people's leverage on that line.
    @Test func sidesMirrorEachOther() throws {
        let lines = try DifferentialPrediction(
            group: [(1, 2), (2, 5), (4, 3)], reference: [(1, 1), (2, 1.5), (3, 2.5), (4, 3.5), (6, 4)])
        let (group, reference) = (lines.groupResidual, lines.referenceResidual)
        #expect(abs(group.estimate * 3 + reference.estimate * 5) < 1e-12)
        #expect(abs(group.standardError * 3 - reference.standardError * 5) < 1e-12)
        #expect(abs(group.pValue - reference.pValue) < 1e-12 && group.degreesOfFreedom == reference.degreesOfFreedom)
        #expect(group.count == 3 && reference.count == 5)
        let mean = zip(lines.common.residuals.suffix(3), 0..<3).reduce(0) { $0 + $1.0 } / 3
        #expect(abs(group.estimate - mean) < 1e-12)
    }

    @Test func intervalIsDualToP() throws {
        let lines = try DifferentialPrediction(
            group: [(1, 2), (2, 5), (4, 3)], reference: [(1, 1), (2, 1.5), (3, 2.5), (4, 3.5), (6, 4)])
        let edge = lines.groupResidual.interval(level: 1 - lines.groupResidual.pValue)
        #expect(abs(edge.low) < 1e-9)
        #expect(lines.groupResidual.estimate > 0)
    }
}
