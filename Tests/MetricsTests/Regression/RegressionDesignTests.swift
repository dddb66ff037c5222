import Testing
import Metrics

@Suite struct RegressionDesignTests {
    @Test func columnsAreCentredAndScaledAfterTheOnes() throws {
        let design = try RegressionDesign(predictors: [[10, 20, 30]], rows: 3)
        let half = 1.5.squareRoot()
        #expect(design.columns == 2)
        for (value, expected) in zip(design.values, [1, 1, 1, -half, 0, half]) { #expect(abs(value - expected) < 1e-15) }
    }

    @Test func turnsCoefficientsBackIntoTheCallersUnits() throws {
        let design = try RegressionDesign(predictors: [[10, 20, 30]], rows: 3)
        let deviation = (200.0 / 3).squareRoot()
        let coefficients = design.coefficients([5, 2])
        #expect(abs(coefficients[1] - 2 / deviation) < 1e-15)
        #expect(abs(coefficients[0] - (5 - 40 / deviation)) < 1e-14)
        let covariance = design.covariance([[1, 0], [0, 1]])
        #expect(abs(covariance[1][1] - 1 / (deviation * deviation)) < 1e-16)
        #expect(abs(covariance[0][0] - (1 + 400 / (deviation * deviation))) < 1e-13)
        #expect(abs(covariance[0][1] - -20 / (deviation * deviation)) < 1e-15)
    }

    @Test func refusesWhatCannotBeFitted() {
        #expect(throws: Undefined.noObservations) { try RegressionDesign(predictors: [], rows: 0) }
        #expect(throws: Undefined.unequalLengths) { try RegressionDesign(predictors: [[1, 2]], rows: 3) }
        #expect(throws: Undefined.notFinite) { try RegressionDesign(predictors: [[1, .nan, 2]], rows: 3) }
        #expect(throws: Undefined.tooFewObservations(needed: 2)) { try RegressionDesign(predictors: [[1]], rows: 1) }
        for constant in [0.0, 0.1, 1e9 + 0.1, -1e-300] {
            #expect(throws: Undefined.collinear) { try RegressionDesign(predictors: [[constant, constant, constant]], rows: 3) }
        }
    }

    @Test func copiesSumsAndNearCopiesAreCollinear() throws {
        var random = SeededRandom(seed: 3)
        let x = (0..<30).map { _ in 1e6 + random.normal() }
        let y = (0..<30).map { _ in 1e-6 * random.normal() }
        let sum = zip(x, y).map { 3 * $0 - 1e6 * $1 }
        let nearly = x.enumerated().map { $1 + 1e-12 * Double($0 % 3) }
        for predictors in [[x, x.map { 2 - 5 * $0 }], [x, y, sum], [x, nearly]] {
            let design = try RegressionDesign(predictors: predictors, rows: 30)
            #expect(throws: Undefined.collinear) { try design.factored() }
        }
        _ = try RegressionDesign(predictors: [x, y], rows: 30).factored()
        _ = try RegressionDesign(predictors: [x, zip(x, y).map { $0 + 1e3 * $1 }], rows: 30).factored()
    }
}
