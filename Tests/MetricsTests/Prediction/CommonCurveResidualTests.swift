import Testing
import Metrics

@Suite struct CommonCurveResidualTests {
    /// Everybody has one of two scores, so the common curve is the share per score, and observed minus expected can be counted.
    @Test func isObservedMinusExpectedUnderTheCommonCurve() throws {
        func people(_ score: Double, _ successes: Int, of total: Int) -> [LogisticDifferentialPrediction.Observation] {
            (0..<total).map { (predictor: score, outcome: $0 < successes) }
        }
        let group = people(0, 4, of: 10) + people(1, 9, of: 12)
        let reference = people(0, 6, of: 30) + people(1, 11, of: 20)
        let curves = try LogisticDifferentialPrediction(group: group, reference: reference)
        let expected = 10 * 10.0 / 40 + 12 * 20.0 / 32
        #expect(abs(curves.groupResidual.estimate - (13 - expected) / 22) < 1e-9)
        #expect(abs(curves.groupResidual.estimate * 22 + curves.referenceResidual.estimate * 50) < 1e-9)
        #expect(curves.groupResidual.count == 22 && curves.referenceResidual.count == 50)
    }

    @Test func pIsDualToTheInterval() throws {
        let group = (0..<20).map { (predictor: Double($0 % 5), outcome: $0 % 3 != 0) }
        let reference = (0..<40).map { (predictor: Double($0 % 5), outcome: $0 % 4 == 0) }
        let residual = try LogisticDifferentialPrediction(group: group, reference: reference).groupResidual
        let edge = residual.interval(level: 1 - residual.pValue)
        #expect(min(abs(edge.low), abs(edge.high)) < 1e-9)
    }
}
