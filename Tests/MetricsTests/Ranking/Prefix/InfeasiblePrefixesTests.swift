import Testing
import Metrics

@Suite struct InfeasiblePrefixesTests {
    private static func ranking(_ text: String, named: Int = 2) throws -> ItemRanking {
        try ItemRanking(groupsInOrder: text.map { $0 == "X" ? 0 : 1 }, named: named)
    }

    @Test("2.6 infeasible index checks the last rank; AIF360's range(1, r) never does")
    func lastRank() throws {
        // Entitled to half each: only the prefix of all four is short of Y.
        let list = try InfeasiblePrefixes(ranking: Self.ranking("XYXX"), shares: [0.5, 0.5])
        #expect(list.index == 1 && list.prefixes == [4] && list.infeasibleCount == 1 && list.estimate == 0.25)
    }

    @Test func indexCountsPrefixesAndCountCountsPairs() throws {
        // Three groups with a third each, one of them shown at all: short of two groups from the third place on.
        let list = try InfeasiblePrefixes(ranking: ItemRanking(groupsInOrder: [0, 0, 0, 0], named: 3), shares: [1.0 / 3, 1.0 / 3, 1.0 / 3])
        #expect(list.index == 2 && list.infeasibleCount == 4 && list.count == 4)
    }

    @Test func sharesOfThePool() throws {
        // .3 * 10 is 3.0000000000000004 or 2.9999999999999996 depending on the order of operations: the floor is 3.
        let text = "XXXXXXXYYY"
        let list = try InfeasiblePrefixes(ranking: Self.ranking(text))
        // floor(.3 i) is 1 from the fourth place, 2 from the seventh and 3 at the tenth; Y has 1, 2 and 3 from the eighth on.
        #expect(list.prefixes == [4, 5, 6, 7, 8] && list.infeasibleCount == 5)
        #expect(try InfeasiblePrefixes(ranking: Self.ranking("XYXYXY")).index == 0)
    }

    @Test func undefinedInput() throws {
        let list = try Self.ranking("XY")
        #expect(throws: Undefined.unequalLengths) { try InfeasiblePrefixes(ranking: list, shares: [1]) }
        #expect(throws: Undefined.outsideRange) { try InfeasiblePrefixes(ranking: list, shares: [0.7, 0.7]) }
        #expect(throws: Undefined.outsideRange) { try InfeasiblePrefixes(ranking: list, shares: [-0.1, 0.7]) }
        #expect(throws: Undefined.noSamplingModel) { try InfeasiblePrefixes(ranking: list).interval(level: 0.95) }
    }
}
