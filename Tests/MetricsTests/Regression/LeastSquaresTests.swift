import Testing
import Metrics

@Suite struct LeastSquaresTests {
    /// Longley's sixteen years: the certified values of the NIST reference data are these to 15 digits.
    @Test func longley() throws {
        let fit = try LeastSquares(
            outcome: Reference.longleyRows.map { $0[0] }, predictors: (1...6).map { j in Reference.longleyRows.map { $0[j] } })
        for (index, row) in Reference.longleyFit.dropLast().enumerated() {
            #expect(Reference.error(fit.coefficients[index], row[0]) < 1e-10)
            #expect(Reference.error(try fit.estimate(index).standardError, row[1]) < 1e-10)
        }
        #expect(Reference.error(fit.residualSumOfSquares, Reference.longleyFit[7][0]) < 1e-11)
        #expect(Reference.error(fit.rSquared, Reference.longleyFit[7][1]) < 1e-12)
    }

    @Test func coefficientsAndStandardErrors() throws {
        let data = RegressionData()
        let rows = Reference.cases(Reference.leastSquaresFits)
        for (number, predictors) in data.models.enumerated() {
            let fit = try LeastSquares(outcome: data.y, predictors: predictors)
            for (index, row) in rows[number].enumerated() {
                #expect(Reference.error(fit.coefficients[index], row[1]) < 1e-12)
                #expect(Reference.error(try fit.estimate(index).standardError, row[2]) < 1e-12)
                #expect(Reference.error(try fit.estimate(index, .hc2).standardError, row[3]) < 1e-11)
                #expect(Reference.error(try fit.estimate(index, .clustered(data.cluster)).standardError, row[4]) < 1e-11)
            }
            #expect(Reference.error(fit.residualSumOfSquares, Reference.leastSquaresSums[number][1]) < 1e-13)
            #expect(Reference.error(fit.rSquared, Reference.leastSquaresSums[number][2]) < 1e-13)
        }
    }

    @Test func intervalAndPValueAreDual() throws {
        let data = RegressionData()
        let estimate = try LeastSquares(outcome: data.y, predictors: data.models[2]).estimate(3)
        #expect(estimate.degreesOfFreedom == 44 && estimate.count == 48)
        let edge = estimate.interval(level: 1 - estimate.pValue)
        #expect(abs(edge.high) < 1e-9 || abs(edge.low) < 1e-9)
        let clustered = try LeastSquares(outcome: data.y, predictors: data.models[2]).estimate(3, .clustered(data.cluster))
        #expect(clustered.degreesOfFreedom == Double(Set(data.cluster).count - 1))
    }

    @Test func weightedSumIsTheFittedValue() throws {
        let fit = try LeastSquares(outcome: [1, 2, 4, 3], predictors: [[0, 1, 2, 3]])
        let at = try fit.estimate(weights: [1, 1.5])
        // At the mean of x the fitted value is the mean of y, with variance s^2 / n.
        #expect(abs(at.estimate - 2.5) < 1e-14)
        #expect(abs(at.standardError - (fit.residualVariance / 4).squareRoot()) < 1e-14)
        #expect(throws: Undefined.unequalLengths) { try fit.estimate(weights: [1]) }
        #expect(throws: Undefined.outsideRange) { try fit.estimate(2) }
    }

    /// Welch's standard error is HC2 with one two-valued predictor.
    @Test func hc2IsWelchForTwoGroups() throws {
        let a = [3.0, 5, 9, 4]
        let b = [1.0, 2, 2, 8, 3, 1]
        let fit = try LeastSquares(outcome: a + b, predictors: [[1, 1, 1, 1, 0, 0, 0, 0, 0, 0]])
        let welch = try WelchDifference(group: a, reference: b)
        let estimate = try fit.estimate(1, .hc2)
        #expect(abs(estimate.estimate - welch.estimate) < 1e-14)
        #expect(abs(estimate.standardError - welch.standardError) < 1e-14)
    }

    @Test func undefinedInput() throws {
        #expect(throws: Undefined.noObservations) { try LeastSquares(outcome: [], predictors: []) }
        #expect(throws: Undefined.tooFewObservations(needed: 2)) { try LeastSquares(outcome: [1], predictors: []) }
        #expect(throws: Undefined.tooFewObservations(needed: 3)) { try LeastSquares(outcome: [1, 2], predictors: [[1, 2]]) }
        #expect(throws: Undefined.unequalLengths) { try LeastSquares(outcome: [1, 2, 3], predictors: [[1, 2]]) }
        #expect(throws: Undefined.zeroVariance) { try LeastSquares(outcome: [2, 2, 2, 2], predictors: [[1, 2, 3, 4]]) }
        #expect(throws: Undefined.zeroVariance) { try LeastSquares(outcome: [0.1, 0.1, 0.1], predictors: [[1, 2, 5]]) }
        #expect(throws: Undefined.collinear) { try LeastSquares(outcome: [1, 2, 3, 5], predictors: [[7, 7, 7, 7]]) }
        #expect(throws: Undefined.notFinite) { try LeastSquares(outcome: [1, .infinity, 3], predictors: []) }
    }

    @Test func anExactLineHasNoStandardErrors() throws {
        let fit = try LeastSquares(outcome: [1.1, 1.3, 1.5, 1.7], predictors: [[1, 2, 3, 4]])
        #expect(fit.isExact && abs(fit.coefficients[1] - 0.2) < 1e-14)
        #expect(throws: Undefined.zeroVariance) { try fit.estimate(1) }
    }

    @Test func onePersonWhoDecidesAlone() throws {
        let fit = try LeastSquares(outcome: [1, 2, 4, 9, 5], predictors: [[0, 0, 0, 0, 1]])
        #expect(throws: Undefined.tooFewObservations(needed: 2)) { try fit.estimate(1, .hc2) }
        #expect(throws: Undefined.tooFewObservations(needed: 2)) { try fit.estimate(1, .clustered([3, 3, 3, 3, 3])) }
        #expect(throws: Undefined.unequalLengths) { try fit.estimate(1, .clustered([3, 3])) }
    }

    /// Bertrand and Mullainathan: callbacks of 4870 applications, four to a vacancy.
    @Test func callbacksClusteredByVacancy() throws {
        let rows = try SharedData.rows("data/resume_callbacks/resume.csv")
        let fit = try LeastSquares(
            outcome: rows.compactMap { Double($0["received_callback"] ?? "") },
            predictors: [rows.map { $0["race"] == "black" ? 1 : 0 }])
        let estimate = try fit.estimate(1, .clustered(rows.compactMap { Int($0["job_ad_id"] ?? "") }))
        #expect(Reference.error(
            estimate.estimate, try SharedData.figure("resume_callbacks", "lpm_black_minus_white", "clustered by job_ad_id")) < 1e-10)
        #expect(Reference.error(
            estimate.standardError, try SharedData.figure("resume_callbacks", "lpm_black_se_cluster", "job_ad_id")) < 1e-10)
    }
}
