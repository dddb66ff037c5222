import Testing
import Metrics

@Suite struct StratifiedCumulativeIncidenceDifferenceTests {
    typealias Observation = StratifiedCumulativeIncidenceDifference.Observation

    private func side(_ stratum: Int, events: Int, of n: Int) -> [Observation] {
        (0..<n).map { ($0 < events ? Exit(days: 2 * $0, kind: .event) : Exit(days: 200 + $0, kind: .censored), stratum) }
    }

    @Test func withoutCensoringItIsTheMantelHaenszelOfCounts() throws {
        let survival = try StratifiedCumulativeIncidenceDifference(
            group: side(1, events: 3, of: 12) + side(2, events: 0, of: 5) + side(7, events: 4, of: 4),
            reference: side(1, events: 20, of: 40) + side(2, events: 4, of: 30) + side(8, events: 4, of: 4), horizon: 180)
        let counts = try MantelHaenszelRiskDifference(strata: [
            RateStratum(groupEvents: 3, groupTotal: 12, referenceEvents: 20, referenceTotal: 40),
            RateStratum(groupEvents: 0, groupTotal: 5, referenceEvents: 4, referenceTotal: 30),
        ])
        #expect(abs(survival.estimate - counts.estimate) < 1e-13)
        #expect(Reference.error(survival.pValue, counts.pValue) < 1e-10)
        #expect(survival.informativeStrata == 2 && survival.groupCount == 17 && survival.referenceCount == 70)
        #expect(abs(survival.groupValue - 3.0 / 17) < 1e-14 && abs(survival.referenceValue - 24.0 / 70) < 1e-14)
        #expect(abs(survival.weakened()!.estimate - counts.weakened()!.estimate) < 1e-12)
    }

    @Test func aStratumThatIsNotFollowedFarEnoughIsLeftOut() throws {
        let short: [Observation] = (0..<9).map { (Exit(days: 20 + $0, kind: .censored), 3) }
        let difference = try StratifiedCumulativeIncidenceDifference(
            group: side(1, events: 3, of: 12) + short, reference: side(1, events: 20, of: 40) + side(3, events: 2, of: 10), horizon: 180)
        #expect(difference.informativeStrata == 1 && difference.groupCount == 12 && difference.peopleInInformativeStrata == 52)
    }

    @Test func undefinedInput() {
        #expect(throws: Undefined.noObservations) {
            try StratifiedCumulativeIncidenceDifference(group: [], reference: side(1, events: 1, of: 3), horizon: 9)
        }
        #expect(throws: Undefined.noInformativeStratum) {
            try StratifiedCumulativeIncidenceDifference(
                group: side(1, events: 1, of: 3), reference: side(2, events: 1, of: 3), horizon: 9)
        }
        #expect(throws: Undefined.zeroVariance) {
            try StratifiedCumulativeIncidenceDifference(
                group: side(1, events: 0, of: 3), reference: side(1, events: 0, of: 3), horizon: 9)
        }
    }
}
