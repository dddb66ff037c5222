import Testing
import Metrics

@Suite struct BoundedRestrictedMeanDifferenceTests {
    private let group = [3.0, 9, 14, 14, 22, 31, 40, 41].map { FollowUp.event(at: $0) }
    private let reference = [8.0, 12, 19, 33, 35, 38, 52, 60, 61, 70, 71, 80].map { FollowUp.event(at: $0) }

    @Test func withoutCensoringItIsTheScoreMethodOnSumsOfShares() throws {
        let (first, second) = try (KaplanMeier(group).restrictedMean(to: 36), KaplanMeier(reference).restrictedMean(to: 36))
        let difference = try BoundedRestrictedMeanDifference(group: first, reference: second)
        let sums = [group, reference].map { $0.reduce(0) { $0 + min($1.end, 36) / 36 } }
        let shares = try MiettinenNurminen(groupEvents: sums[0], groupTotal: 8, referenceEvents: sums[1], referenceTotal: 12)
        #expect(abs(difference.estimate - 36 * shares.estimate) < 1e-12)
        #expect(Reference.error(difference.pValue, shares.pValue) < 1e-9)
        #expect(abs(difference.interval(level: 0.95).low - 36 * shares.interval(level: 0.95).low) < 1e-9)
        let plain = try RestrictedMeanDifference(group: first, reference: second)
        #expect(difference.standardError > plain.standardError && difference.pValue > plain.pValue)
        #expect(difference.weakened()!.estimate == plain.weakened()!.estimate)
    }

    @Test func nobodyYetHasAWidth() throws {
        let still = try KaplanMeier((0..<15).map { _ in .censored(at: 90) }).restrictedMean(to: 36)
        let difference = try BoundedRestrictedMeanDifference(group: still, reference: still)
        let interval = difference.interval(level: 0.95)
        #expect(difference.estimate == 0 && difference.pValue == 1 && interval.high > 4 && abs(interval.low + interval.high) < 1e-9)
        let other = try KaplanMeier(group).restrictedMean(to: 30)
        #expect(throws: Undefined.outsideRange) { try BoundedRestrictedMeanDifference(group: still, reference: other) }
    }
}
