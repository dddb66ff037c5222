import Testing
import Metrics

@Suite struct DifferentialPredictionTests {
    private static let x = [1.0, 2, 3, 4, 5, 6]

    private func example() throws -> DifferentialPrediction {
        try DifferentialPrediction(
            group: Array(zip(Self.x, [1.0, 2.2, 2.8, 4.1, 4.7, 6.1])), reference: Array(zip(Self.x, [2.1, 2.9, 4.2, 4.8, 6.1, 7.0])))
    }

    @Test("V55 Cleary's tests and the residuals of the common line")
    func cleary() throws {
        let lines = try example()
        #expect(abs(lines.common.rSquared - 0.9068571429) < 5e-11)
        #expect(abs(lines.parallel.rSquared - 0.9922793651) < 5e-11)
        #expect(abs(try lines.separate.get().rSquared - 0.9923098413) < 5e-11)
        #expect(abs(lines.interceptTest.statistic - 99.5773026316) < 5e-10)
        #expect(abs(lines.interceptTest.pValue - 3.642e-06) < 5e-10)
        #expect(abs(try lines.slopeTest().statistic - 0.0317040951) < 5e-11)
        #expect(abs(try lines.slopeTest().pValue - 0.8631) < 5e-5)
        #expect(abs(lines.groupResidual.estimate - -0.5166666667) < 5e-11)
        #expect(abs(lines.referenceResidual.estimate - 0.5166666667) < 5e-11)
    }

    @Test func agreesWithStatsmodels() throws {
        let data = RegressionData()
        let people = Array(zip(zip(data.x1, data.y), data.group))
        let lines = try DifferentialPrediction(
            group: people.filter { $0.1 == 1 }.map { ($0.0.0, $0.0.1) }, reference: people.filter { $0.1 == 0 }.map { ($0.0.0, $0.0.1) })
        let expected = Reference.clearyLinear.map { $0[0] }
        let slope = try lines.slopeTest()
        let overall = try lines.overallTest()
        let at = try lines.predictedDifference(at: 45)
        let found = [
            lines.interceptTest.statistic, lines.interceptTest.pValue, slope.statistic, slope.pValue, overall.statistic, overall.pValue,
            lines.common.rSquared, lines.parallel.rSquared, try lines.separate.get().rSquared, lines.groupResidual.estimate,
            lines.referenceResidual.estimate, lines.groupResidual.standardError, at.estimate, at.standardError,
        ]
        for (value, reference) in zip(found, expected) { #expect(Reference.error(value, reference) < 1e-10) }
        #expect(lines.groupCount == 16 && lines.referenceCount == 32 && overall.numeratorDegreesOfFreedom == 2)
    }

    @Test func interceptDifferenceIsDualToItsTest() throws {
        let lines = try example()
        let difference = try lines.interceptDifference()
        #expect(Reference.error(difference.pValue, lines.interceptTest.pValue) < 1e-9)
        #expect(abs(difference.estimate - -31.0 / 30) < 1e-12)
        #expect(Reference.error(try lines.slopeDifference().pValue, try lines.slopeTest().pValue) < 1e-9)
    }

    @Test func withoutASlopeInOneSideTheInterceptStands() throws {
        let lines = try DifferentialPrediction(group: [(3, 1), (3, 2.5)], reference: [(1, 1), (2, 2), (4, 3), (5, 6)])
        #expect(throws: Undefined.collinear) { try lines.slopeTest() }
        #expect(throws: Undefined.collinear) { try lines.overallTest() }
        #expect(lines.interceptTest.pValue < 1)
    }

    @Test func undefinedInput() {
        let some: [DifferentialPrediction.Observation] = [(1, 2), (2, 3), (3, 5), (4, 4)]
        #expect(throws: Undefined.noObservations) { try DifferentialPrediction(group: [], reference: some) }
        #expect(throws: Undefined.noObservations) { try DifferentialPrediction(group: some, reference: []) }
        #expect(throws: Undefined.tooFewObservations(needed: 2)) { try DifferentialPrediction(group: [(1, 1)], reference: some) }
        #expect(throws: Undefined.collinear) {
            try DifferentialPrediction(group: [(2, 1), (2, 3)], reference: [(2, 4), (2, 5), (2, 1)])
        }
        // The predictor is the group.
        #expect(throws: Undefined.collinear) {
            try DifferentialPrediction(group: [(2, 1), (2, 3)], reference: [(1, 4), (1, 5), (1, 1)])
        }
        #expect(throws: Undefined.zeroVariance) { try DifferentialPrediction(group: [(2, 1), (3, 1)], reference: [(1, 1), (5, 1), (4, 1)]) }
        #expect(throws: Undefined.notFinite) { try DifferentialPrediction(group: [(2, .nan), (3, 1)], reference: some) }
    }

    /// Test scores of 687 people (group: women) and earnings of 9240 (group: English as mother tongue).
    @Test func realData() throws {
        let scores = try SharedData.rows("data/sat_act/sat_act.csv")
        try check(
            scores, "gender", group: "2", x: "SATV", y: "SATQ", figures: ("sat_act", "cleary_SATQ_on_SATV", "female"), count: 687)
        let corps = try SharedData.rows("data/jobcorps_english/jobcorps.csv")
        try check(
            corps, "english", group: "1", x: "educ", y: "earny4", figures: ("jobcorps_english", "cleary_earny4_on_educ", "english"),
            count: 9240)
    }

    private func check(
        _ rows: [[String: String]], _ column: String, group: String, x: String, y: String,
        figures: (dataset: String, metric: String, group: String), count: Int
    ) throws {
        var sides: (group: [DifferentialPrediction.Observation], reference: [DifferentialPrediction.Observation]) = ([], [])
        for row in rows {
            guard let predictor = Double(row[x] ?? ""), let outcome = Double(row[y] ?? "") else { continue }
            if row[column] == group { sides.group.append((predictor, outcome)) } else { sides.reference.append((predictor, outcome)) }
        }
        let lines = try DifferentialPrediction(group: sides.group, reference: sides.reference)
        #expect(lines.groupCount + lines.referenceCount == count)
        let separate = try lines.separate.get()
        let (dataset, metric, name) = figures
        let coefficients = "group \(name)"
        let expected: [(Double, String, String)] = [
            (separate.coefficients[0], "intercept", coefficients), (separate.coefficients[1], "slope", coefficients),
            (separate.coefficients[2], "group", coefficients), (separate.coefficients[3], "interaction", coefficients),
            (lines.common.rSquared, "R2_common", coefficients), (lines.parallel.rSquared, "R2_group", coefficients),
            (separate.rSquared, "R2_interaction", coefficients),
            (try lines.slopeTest().statistic, "F_slope", name), (try lines.slopeTest().pValue, "F_slope_p", name),
            (lines.interceptTest.statistic, "F_intercept", name), (lines.interceptTest.pValue, "F_intercept_p", name),
            (try lines.overallTest().statistic, "F_total", name), (try lines.overallTest().pValue, "F_total_p", name),
            (lines.referenceResidual.estimate, "mean_residual_common_line", "\(name)=0"),
            (lines.groupResidual.estimate, "mean_residual_common_line", "\(name)=1"),
        ]
        for (value, figure, group) in expected {
            let reference = try SharedData.figure(dataset, "\(metric)_\(figure)", group)
            #expect(Reference.error(value, reference) < 2e-10, "\(dataset) \(figure) \(group): \(value) \(reference)")
        }
    }
}
