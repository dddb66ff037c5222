import Testing
import Metrics

@Suite struct NestedFTestTests {
    @Test func agreesWithStatsmodels() throws {
        let data = RegressionData()
        let test = try NestedFTest(
            restricted: try LeastSquares(outcome: data.y, predictors: data.models[0]),
            full: try LeastSquares(outcome: data.y, predictors: data.models[2]))
        let row = Reference.nestedF[0]
        #expect(Reference.error(test.statistic, row[0]) < 1e-12)
        #expect(Reference.error(test.pValue, row[1]) < 1e-11)
        #expect(test.numeratorDegreesOfFreedom == 2 && test.denominatorDegreesOfFreedom == 44 && test.count == 48)
    }

    @Test func oneAddedPredictorIsTheSquareOfItsT() throws {
        let data = RegressionData()
        let full = try LeastSquares(outcome: data.y, predictors: data.models[2])
        let test = try NestedFTest(restricted: try LeastSquares(outcome: data.y, predictors: data.models[1]), full: full)
        let t = try full.estimate(3)
        #expect(Reference.error(test.statistic, t.statistic * t.statistic) < 1e-11)
        #expect(Reference.error(test.pValue, t.pValue) < 1e-10)
    }

    @Test func modelsThatAreNotNestedOrLeaveNothing() throws {
        let data = RegressionData()
        let one = try LeastSquares(outcome: data.y, predictors: [data.x1])
        let other = try LeastSquares(outcome: data.y, predictors: [data.x2, data.group])
        #expect(throws: Undefined.outsideRange) { try NestedFTest(restricted: one, full: other) }
        #expect(throws: Undefined.outsideRange) { try NestedFTest(restricted: one, full: one) }
        let exact = try LeastSquares(outcome: [1, 2, 3, 4], predictors: [[1, 2, 3, 4]])
        let mean = try LeastSquares(outcome: [1, 2, 3, 4], predictors: [])
        #expect(throws: Undefined.zeroVariance) { try NestedFTest(restricted: mean, full: exact) }
    }
}
