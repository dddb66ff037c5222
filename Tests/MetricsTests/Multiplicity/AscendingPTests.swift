import Testing
import Metrics

@Suite struct AscendingPTests {
    @Test func equalValuesStandTogether() {
        let ties = AscendingP.ties([0.3, 0.1, 0.3, 0.2])
        #expect(ties.map(\.p) == [0.1, 0.2, 0.3])
        #expect(ties.map(\.rank) == [1, 2, 3])
        #expect(ties.map(\.lastRank) == [1, 2, 4])
        #expect(ties.map(\.indices) == [[1], [3], [0, 2]])
    }

    @Test func refusesWhatIsNoProbability() {
        #expect(throws: Undefined.outsideRange) { try AscendingP.check([-0.1], 0.05) }
        #expect(throws: Undefined.outsideRange) { try AscendingP.check([0.1], 1.5) }
        #expect(throws: Undefined.notFinite) { try AscendingP.check([0.1], .nan) }
    }
}
