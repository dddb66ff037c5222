import Testing
import Metrics

@Suite struct PairedCountsTests {
    @Test func countsPairs() throws {
        let pairs = try PairedCounts(first: [true, true, false, false, true], second: [true, false, true, false, false])
        #expect(pairs == (try PairedCounts(both: 1, firstOnly: 2, secondOnly: 1, neither: 1)))
        #expect(pairs.total == 5 && pairs.discordant == 3)
        #expect(pairs.swapped == (try PairedCounts(both: 1, firstOnly: 1, secondOnly: 2, neither: 1)))
    }

    @Test func undefinedInput() {
        #expect(throws: Undefined.unequalLengths) { try PairedCounts(first: [true], second: []) }
        #expect(throws: Undefined.noObservations) { try PairedCounts(first: [], second: []) }
        #expect(throws: Undefined.outsideRange) { try PairedCounts(both: 1, firstOnly: -1, secondOnly: 1, neither: 1) }
    }
}
