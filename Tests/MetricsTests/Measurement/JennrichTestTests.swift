import Testing
import Metrics

@Suite struct JennrichTestTests {
    @Test func agreesWithNumpy() throws {
        for (group, reference, expected) in CovarianceSamples.cases() {
            let test = try JennrichTest(group: group, reference: reference)
            #expect(Reference.error(test.statistic, expected[3]) < 1e-11 && Reference.error(test.pValue, expected[4]) < 1e-10)
            #expect(test.degreesOfFreedom == group[0].count * (group[0].count - 1) / 2)
        }
    }

    /// psych 2.2.9 puts tr(Z Z') for tr(Z^2) and the squared correlations for S; under no difference its statistic is not chi-squared.
    @Test("Jennrich's statistic is 8.30 here; psych says 9.77") func notPsychs() throws {
        let (group, reference, expected) = CovarianceSamples.cases()[0]
        let test = try JennrichTest(group: group, reference: reference)
        #expect(abs(test.statistic - 8.2998444743) < 1e-9 && abs(expected[5] - 9.7708706105) < 1e-9)
    }

    @Test func scaleDoesNotMatter() throws {
        let (group, reference, expected) = CovarianceSamples.cases()[0]
        let test = try JennrichTest(group: group.map { [$0[0] * 1000, $0[1] + 50, $0[2] / 7] }, reference: reference)
        #expect(Reference.error(test.statistic, expected[3]) < 1e-10)
    }

    @Test func edgesHaveReasons() throws {
        let line = (0..<6).map { [Double($0), 2 * Double($0)] }
        #expect(throws: Undefined.collinear) { try JennrichTest(group: line, reference: line) }
        #expect(throws: Undefined.zeroVariance) { try JennrichTest(group: [[1, 2], [1, 3]], reference: line) }
        #expect(throws: Undefined.tooFewObservations(needed: 2)) { try JennrichTest(group: [[1, 2]], reference: line) }
        #expect(throws: Undefined.unequalLengths) { try JennrichTest(group: [[1, 2, 3], [2, 3, 5], [3, 1, 3]], reference: line) }
        let covariance = SymmetricMatrix(size: 2) { i, j in i == j ? 2 : 0 }
        #expect(throws: Undefined.outsideRange) {
            try JennrichTest(groupCorrelations: covariance, groupCount: 5, referenceCorrelations: covariance, referenceCount: 5)
        }
    }

    @Test func typeOneError() throws {
        var random = SeededRandom(seed: 161)
        let runs = 300 * Simulated.factor
        var rejected = 0
        for _ in 0..<runs {
            let test = try JennrichTest(group: CovarianceSamples.simulated(60, &random), reference: CovarianceSamples.simulated(90, &random))
            if test.pValue < 0.05 { rejected += 1 }
        }
        #expect(try Simulated.isWithin(rejected, of: runs, 0.04, 0.06, "Jennrich, 60 against 90, three variables, type I at 5 %"))
    }
}
