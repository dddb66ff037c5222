import Testing
import Metrics

@Suite struct MeanStratumTests {
    @Test func onlyStrataWithBothSidesInOrderOfTheirNumbers() {
        let strata = MeanStratum.strata(group: [(5, 9), (1, 2), (3, 2), (8, 4)], reference: [(2, 2), (7, 9), (6, 3)])
        #expect(strata.map(\.group) == [[1, 3], [5]])
        #expect(strata.map(\.reference) == [[2], [7]])
        #expect(strata[0].difference == 0 && strata[0].mean == 2)
        #expect(abs(strata[0].weight - 2.0 / 3) < 1e-15)
    }

    @Test func contributionWithoutAPersonIsThatOfTheShorterStratum() {
        var stratum = MeanStratum.strata(group: [(1, 0), (4, 0), (6, 0)], reference: [(2, 0), (5, 0)])[0]
        let expected = stratum.contribution(without: 2, ofGroup: true)
        stratum.remove(2, fromGroup: true)
        #expect(stratum.group == [1, 4])
        #expect(abs(expected.part - stratum.weight * stratum.difference) < 1e-14)
        #expect(abs(expected.weight - stratum.weight) < 1e-15)
    }

    @Test func theLastPersonTakesTheStratumAlong() {
        let stratum = MeanStratum.strata(group: [(1, 0)], reference: [(2, 0), (5, 0)])[0]
        let nothing = stratum.contribution(without: 0, ofGroup: true)
        #expect(nothing.part == 0 && nothing.weight == 0)
    }
}
