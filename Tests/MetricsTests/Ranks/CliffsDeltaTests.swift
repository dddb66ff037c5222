import Testing
import Metrics

@Suite struct CliffsDeltaTests {
    @Test func agreesWithAllPairs() throws {
        for (group, reference, expected) in Reference.samples(Reference.rankTests) {
            let delta = try CliffsDelta(group: group, reference: reference)
            let interval = try delta.interval(level: 0.95)
            #expect(abs(delta.estimate - expected[6]) < 1e-14)
            #expect(abs(interval.low - expected[7]) < 1e-12 && abs(interval.high - expected[8]) < 1e-12)
        }
    }

    @Test func noIntervalIsInventedAtTheEnds() throws {
        let above = try CliffsDelta(group: [5, 6], reference: [1, 2, 3])
        #expect(above.estimate == 1)
        #expect(throws: Undefined.noOverlap) { try above.interval(level: 0.95) }
        #expect(throws: Undefined.noOverlap) { try CliffsDelta(group: [1, 2], reference: [3, 4]).interval(level: 0.95) }
        let equal = try CliffsDelta(group: [5, 5], reference: [5, 5, 5])
        #expect(equal.estimate == 0)
        #expect(throws: Undefined.zeroVariance) { try equal.interval(level: 0.95) }
        #expect(throws: Undefined.tooFewObservations(needed: 2)) { try CliffsDelta(group: [5], reference: [1, 9]).interval(level: 0.95) }
    }

    @Test func undefinedInput() throws {
        #expect(throws: Undefined.noObservations) { try CliffsDelta(group: [1], reference: []) }
        #expect(throws: Undefined.notFinite) { try CliffsDelta(group: [1], reference: [.nan]) }
        #expect(throws: Undefined.outsideRange) { try CliffsDelta(group: [1, 3], reference: [2, 4]).interval(level: 1.5) }
    }
}
