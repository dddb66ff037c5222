import Testing
import Metrics

@Suite struct DifferenceInDifferencesTests {
    private static let mixed: [[Double]] = [[3.1, 4.0, 5.2, 2.2, 6.1], [1.0, 2.5, 2.0], [2.0, 2.2, 3.9, 4.4], [1.0, 0.5, 1.5, 2.5, 3.0, 0.1]]
    private static let yesOrNo: [[Double]] = [[1, 1, 0, 1, 1, 0], [0, 1, 0, 0], [0, 0, 1, 0, 0], [0, 1, 0, 0, 0, 0, 1]]

    private func difference(_ samples: [[Double]]) throws -> DifferenceInDifferences {
        try DifferenceInDifferences(corner: samples[0], besideFirst: samples[1], besideSecond: samples[2], opposite: samples[3])
    }

    /// scripts/reference/difference_in_differences.py: statsmodels 0.15.0 (OLS, HC2, saturated design), scipy 1.17.1.
    @Test(arguments: [
        (mixed, [0.5949999999999989, 1.1236460988921542, 12.056325889524174, 0.6060540661397625, -1.8519465797554124, 3.04194657975541]),
        (yesOrNo, [0.5023809523809522, 0.4253916429440304, 14.299695485814764, 0.25687953323910145, -0.40820271016628384, 1.412964614928188]),
    ])
    func agreesWithRegression(samples: [[Double]], expected: [Double]) throws {
        let difference = try difference(samples)
        let interval = difference.interval(level: 0.95)
        let own = [difference.estimate, difference.standardError, difference.degreesOfFreedom, difference.pValue, interval.low, interval.high]
        for (value, reference) in zip(own, expected) { #expect(abs(value - reference) < 1e-10) }
        #expect(abs(difference.groupValue - difference.referenceValue - difference.estimate) < 1e-15)
    }

    /// Adding a row effect and a column effect moves nothing: only what is particular to the corner is left.
    @Test func sidesCancel() throws {
        var moved = Self.mixed
        for (index, shift) in [(0, 7.0), (1, 5.0), (2, 2.0)] { moved[index] = moved[index].map { $0 + shift } }
        #expect(abs(try difference(moved).estimate - difference(Self.mixed).estimate) < 1e-12)
        moved[0] = moved[0].map { $0 + 1 }
        #expect(abs(try difference(moved).estimate - difference(Self.mixed).estimate - 1) < 1e-12)
    }

    @Test func theIntervalIsDualToP() throws {
        let difference = try difference(Self.yesOrNo)
        let p = difference.pValue
        #expect(difference.interval(level: 1 - p * 1.001).excludes(0))
        #expect(!difference.interval(level: 1 - p * 0.999).excludes(0))
    }

    /// Of [1, 2.5, 2] (the smallest sample, counted against the corner) dropping 1.0 raises its mean most and so lowers the estimate most.
    @Test func weakeningDropsTheMostInfluentialOfTheSmallestSample() throws {
        let weaker = try #require(try difference(Self.mixed).weakened())
        let without = try difference([Self.mixed[0], [2.5, 2.0], Self.mixed[2], Self.mixed[3]])
        #expect(weaker.groupCount == without.groupCount && weaker.referenceCount == without.referenceCount)
        #expect(abs(weaker.estimate - without.estimate) < 1e-14 && abs(weaker.pValue - without.pValue) < 1e-14)
        #expect(abs(weaker.estimate) < abs(try difference(Self.mixed).estimate))
    }

    @Test func undefinedInput() {
        #expect(throws: Undefined.noObservations) { try difference([[], [1, 2], [1, 2], [1, 2]]) }
        #expect(throws: Undefined.tooFewObservations(needed: 2)) { try difference([[1, 2], [1], [1, 2], [1, 2]]) }
        #expect(throws: Undefined.zeroVariance) { try difference([[1, 1], [2, 2], [3, 3], [4, 4]]) }
        #expect(throws: Undefined.notFinite) { try difference([[1, .nan], [2, 2], [3, 3], [4, 4]]) }
    }
}
