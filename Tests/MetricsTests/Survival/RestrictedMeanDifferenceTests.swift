import Testing
import Metrics

@Suite struct RestrictedMeanDifferenceTests {
    private let group = [3.0, 9, 14, 14, 22, 31, 40, 41].map { FollowUp.event(at: $0) }
    private let reference = [8.0, 12, 19, 33, 35, 38, 52, 60, 61, 70, 71, 80].map { FollowUp.event(at: $0) }

    @Test func withoutCensoringItIsWelchs() throws {
        let difference = try RestrictedMeanDifference(group: group, reference: reference, horizon: 36)
        let welch = try WelchDifference(group: group.map { min($0.end, 36) }, reference: reference.map { min($0.end, 36) })
        #expect(abs(difference.estimate - welch.estimate) < 1e-12)
        #expect(Reference.error(difference.standardError, welch.standardError) < 1e-12)
        #expect(Reference.error(difference.degreesOfFreedom, welch.degreesOfFreedom) < 1e-12)
        #expect(Reference.error(difference.pValue, welch.pValue) < 1e-10)
        let weaker = (difference.weakened()!, welch.weakened()!)
        #expect(abs(weaker.0.estimate - weaker.1.estimate) < 1e-12 && weaker.0.groupCount == 7)
    }

    @Test func pIsDualToTheInterval() throws {
        let difference = try RestrictedMeanDifference(group: group, reference: reference, horizon: 36)
        let p = difference.pValue
        #expect(difference.interval(level: 1 - p * 1.001).excludes(0) && !difference.interval(level: 1 - p * 0.999).excludes(0))
    }

    @Test func fitForAVerdictFromTenAtRiskAndTenEventsOnBothSides() throws {
        func side(_ stay: Int) -> [FollowUp] { (0..<30).map { $0 < stay ? .censored(at: 100) : .event(at: Double($0)) } }
        #expect(try RestrictedMeanDifference(group: side(10), reference: side(12), horizon: 100).isFitForVerdict)
        #expect(try !RestrictedMeanDifference(group: side(9), reference: side(12), horizon: 100).isFitForVerdict)
        #expect(try !RestrictedMeanDifference(group: side(10), reference: side(9), horizon: 100).isFitForVerdict)
        #expect(try RestrictedMeanDifference(group: side(20), reference: side(20), horizon: 100).isFitForVerdict)
        #expect(try !RestrictedMeanDifference(group: side(21), reference: side(20), horizon: 100).isFitForVerdict)
        #expect(try !RestrictedMeanDifference(group: side(20), reference: side(21), horizon: 100).isFitForVerdict)
    }

    @Test func undefinedInput() throws {
        #expect(throws: Undefined.noObservations) { try RestrictedMeanDifference(group: [], reference: reference, horizon: 36) }
        #expect(throws: Undefined.nobodyAtRisk) {
            try RestrictedMeanDifference(group: [.censored(at: 20)], reference: reference, horizon: 36)
        }
        #expect(throws: Undefined.tooFewObservations(needed: 2)) {
            try RestrictedMeanDifference(group: [.event(at: 20)], reference: reference, horizon: 36)
        }
        let still = [FollowUp.censored(at: 40), .censored(at: 41)]
        #expect(throws: Undefined.zeroVariance) { try RestrictedMeanDifference(group: still, reference: still, horizon: 36) }
        let (first, second) = try (KaplanMeier(group).restrictedMean(to: 20), KaplanMeier(reference).restrictedMean(to: 21))
        #expect(throws: Undefined.outsideRange) { try RestrictedMeanDifference(group: first, reference: second) }
    }

    @Test func weakeningDropsThePersonWhoMovesItMost() throws {
        let censored = group + [.censored(at: 12), .censored(at: 37)]
        let difference = try RestrictedMeanDifference(group: censored, reference: reference, horizon: 36)
        let weaker = try #require(difference.weakened())
        let best = censored.indices.compactMap { index -> Double? in
            var fewer = censored
            fewer.remove(at: index)
            return try? abs(RestrictedMeanDifference(group: fewer, reference: reference, horizon: 36).estimate)
        }.min()!
        #expect(abs(weaker.estimate) == best)
    }
}
