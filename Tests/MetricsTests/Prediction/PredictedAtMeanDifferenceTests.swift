import Testing
import Metrics

@Suite struct PredictedAtMeanDifferenceTests {
    private func side(_ group: Double) -> [PredictedAtMeanDifference.Observation] {
        Reference.linePeople.filter { $0[2] == group }.map { (predictor: $0[0], outcome: $0[1]) }
    }

    @Test func asStatsmodels() throws {
        let difference = try PredictedAtMeanDifference(group: side(1), reference: side(0))
        let row = try #require(Reference.linesAtMean.first)
        #expect(Reference.error(difference.predictor, row[0]) < 1e-12)
        #expect(Reference.error(difference.estimate, row[1]) < 1e-10)
        #expect(Reference.error(difference.standardError, row[2]) < 1e-10)
        let weaker = try #require(difference.weakened())
        #expect(Reference.error(weaker.estimate, row[3]) < 1e-10)
        #expect(weaker.groupCount == difference.groupCount - 1 && weaker.predictor == difference.predictor)
    }

    @Test func asTheSeparateLinesOfCleary() throws {
        let difference = try PredictedAtMeanDifference(group: side(1), reference: side(0))
        let lines = try DifferentialPrediction(group: side(1), reference: side(0))
        let predicted = try lines.predictedDifference(at: difference.predictor, .hc2)
        #expect(Reference.error(difference.estimate, predicted.estimate) < 1e-10)
        #expect(Reference.error(difference.standardError, predicted.standardError) < 1e-10)
    }

    @Test func pIsDualToTheInterval() throws {
        let difference = try PredictedAtMeanDifference(group: side(1), reference: side(0))
        let p = difference.pValue
        #expect(difference.interval(level: 1 - p * 1.001).excludes(0) && !difference.interval(level: 1 - p * 0.999).excludes(0))
    }

    /// 2 + x and 1 + x with residuals -1, 2, -1 and 1, -2, 1: one apart everywhere.
    @Test func byHand() throws {
        let difference = try PredictedAtMeanDifference(
            group: [(0, 1), (1, 5), (2, 3)], reference: [(0, 2), (1, 0), (2, 4)])
        #expect(abs(difference.predictor - 1) < 1e-12 && abs(difference.groupValue - 3) < 1e-12 && abs(difference.referenceValue - 2) < 1e-12)
        // Leverages 5/6, 1/3, 5/6; weights 1/3: (1/9)(6 + 6 + 6) on either side.
        #expect(abs(difference.standardError * difference.standardError - 4) < 1e-12)
    }

    @Test func undefinedInput() {
        #expect(throws: Undefined.noObservations) { try PredictedAtMeanDifference(group: [], reference: []) }
        #expect(throws: Undefined.tooFewObservations(needed: 3)) {
            try PredictedAtMeanDifference(group: [(0, 1), (1, 2)], reference: [(0, 1), (1, 0), (2, 2)])
        }
        #expect(throws: Undefined.collinear) {
            try PredictedAtMeanDifference(group: [(1, 1), (1, 2), (1, 3)], reference: [(0, 1), (1, 0), (2, 2)])
        }
        #expect(throws: Undefined.zeroVariance) {
            try PredictedAtMeanDifference(group: [(0, 1), (1, 1), (2, 1)], reference: [(0, 0), (1, 0), (2, 0)])
        }
        #expect(throws: Undefined.notFinite) {
            try PredictedAtMeanDifference(group: [(0, .nan), (1, 1), (2, 1)], reference: [(0, 0), (1, 0), (2, 0)])
        }
    }
}
