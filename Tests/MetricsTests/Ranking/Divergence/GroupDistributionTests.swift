import Metrics
import Testing

@Suite struct GroupDistributionTests {
    @Test func dividesByWhatThereIs() throws {
        #expect(try GroupDistribution(counts: [3, 0, 1]).shares == [0.75, 0, 0.25])
        #expect(GroupDistribution(poolOf: try ItemGroups([0, nil, 0, 0], named: 2)).shares == [0.75, 0, 0.25])
        #expect(try GroupDistribution(shares: [0.3, 0.7]).shares == [0.3, 0.7])
    }

    @Test func aPseudoCountIsAddedOnlyWhereItIsNamed() throws {
        #expect(try GroupDistribution(counts: [3, 0], pseudoCount: 1).shares == [0.8, 0.2])
        #expect(throws: Undefined.outsideRange) { try GroupDistribution(counts: [3, 0], pseudoCount: 0) }
        #expect(throws: Undefined.outsideRange) { try GroupDistribution(counts: [3, 0], pseudoCount: .nan) }
        #expect(throws: Undefined.outsideRange) { try GroupDistribution(counts: [3, -1], pseudoCount: 1) }
        #expect(throws: Undefined.noObservations) { try GroupDistribution(counts: [], pseudoCount: 1) }
    }

    @Test func refusesWhatIsNoDistribution() {
        #expect(throws: Undefined.outsideRange) { try GroupDistribution(shares: [0.5, 0.6]) }
        #expect(throws: Undefined.outsideRange) { try GroupDistribution(shares: [1.5, -0.5]) }
        #expect(throws: Undefined.notFinite) { try GroupDistribution(shares: [.nan, 1]) }
        #expect(throws: Undefined.noObservations) { try GroupDistribution(shares: []) }
        #expect(throws: Undefined.noObservations) { try GroupDistribution(counts: [0, 0]) }
        #expect(throws: Undefined.outsideRange) { try GroupDistribution(counts: [2, -1]) }
    }
}
