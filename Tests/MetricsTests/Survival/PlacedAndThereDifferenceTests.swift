import Testing
import Metrics

@Suite struct PlacedAndThereDifferenceTests {
    private func side(there: Int, of n: Int) -> [PlacementHistory] {
        (0..<n).map { $0 < there ? .inPlace(since: Double($0), until: 300) : $0 % 2 == 0 ? .left(at: Double($0)) : .waiting(until: 300) }
    }

    @Test func withoutCensoringItIsTheComparisonOfCounts() throws {
        let difference = try PlacedAndThereDifference(group: side(there: 6, of: 30), reference: side(there: 40, of: 90), at: 180)
        let counts = try MiettinenNurminen(groupEvents: 6, groupTotal: 30, referenceEvents: 40, referenceTotal: 90)
        #expect(abs(difference.estimate - counts.estimate) < 1e-14)
        #expect(Reference.error(difference.pValue, counts.pValue) < 1e-10)
        #expect(abs(difference.interval(level: 0.95).low - counts.interval(level: 0.95).low) < 1e-11)
        let weaker = (difference.weakened()!, counts.weakened()!)
        #expect(abs(weaker.0.estimate - weaker.1.estimate) < 1e-12)
        #expect(Reference.error(weaker.0.pValue, weaker.1.pValue) < 1e-9)
    }

    @Test func weakeningUnderCensoring() throws {
        let (group, reference) = (PlacedAndThereTests.histories(0), side(there: 80, of: 90))
        let difference = try PlacedAndThereDifference(group: group, reference: reference, at: 40)
        let weaker = try #require(difference.weakened())
        #expect(abs(weaker.estimate) < abs(difference.estimate) && weaker.groupCount == difference.groupCount)
    }
}
