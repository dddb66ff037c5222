import Testing
import Metrics

@Suite struct SmoothedDifferentialFairnessTests {
    @Test("V1b smoothed empirical differential fairness of 3/5 against 1/5")
    func fivePeopleEach() throws {
        let fairness = try SmoothedDifferentialFairness(events: [3, 1], totals: [5, 5])
        #expect(Reference.error(fairness.estimate, 0.8472978604) < 1e-9)
        #expect(throws: Undefined.noSamplingModel) { try fairness.interval(level: 0.95) }
    }

    @Test func edges() throws {
        #expect(try SmoothedDifferentialFairness(events: [2, 4], totals: [5, 10], concentration: 1e-9).estimate < 1e-8)
        #expect(throws: Undefined.noObservations) { try SmoothedDifferentialFairness(events: [2, 0], totals: [5, 0]) }
        #expect(throws: Undefined.outsideRange) { try SmoothedDifferentialFairness(events: [2, 1], totals: [5, 5], concentration: 0) }
        #expect(throws: Undefined.tooFewObservations(needed: 2)) { try SmoothedDifferentialFairness(events: [2], totals: [5]) }
        #expect(throws: Undefined.unequalLengths) { try SmoothedDifferentialFairness(events: [2], totals: [5, 6]) }
    }
}
