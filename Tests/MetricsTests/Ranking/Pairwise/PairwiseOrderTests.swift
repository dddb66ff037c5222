import Metrics
import Testing

@Suite struct PairwiseOrderTests {
    @Test("V46 favoured pairs of the running example")
    func runningExample() throws {
        let order = PairwiseOrder(try RankingFixtures.running())
        #expect(abs(try order.favouredShare(of: 0) - 0.8888888889) < 5e-11)
        #expect(abs(try order.favouredShare(of: 1) - 0.1111111111) < 5e-11)
        #expect(try order.chance(group: 0, over: 1) == 8.0 / 9)
    }

    @Test("V47 parity of the order 1 3 4 2 with groups 0 1 0 1")
    func publishedParity() throws {
        let groups = try ItemGroups([0, 1, 0, 1], named: 2)
        let order = PairwiseOrder(try TiedRanking(ascending: [1, 3, 4, 2], groups: groups))
        #expect(try order.favouredShare(of: 0) == 0.5)
        #expect(try order.favouredShare(of: 1) == 0.5)
    }

    @Test func agreesWithAllPairsInNumpy() throws {
        for row in Reference.pairwiseFigures {
            let groups = try ItemGroups(RankingFixtures.labels(row[0..<9]), named: 3)
            let order = PairwiseOrder(try TiedRanking(ascending: Array(row[9..<18]), groups: groups))
            #expect(RankingFixtures.agree(try order.chance(group: 0, over: 1), row[27], within: 1e-14))
            for group in 0..<3 { #expect(RankingFixtures.agree(try order.favouredShare(of: group), row[28 + group], within: 1e-14)) }
            #expect(RankingFixtures.agree(try PairwiseParity(order).estimate, row[31], within: 1e-14))
        }
    }

    @Test func whatIsNotShownStandsBelowTogether() throws {
        let groups = try ItemGroups([0, 1, 0, 1], named: 3)
        let order = PairwiseOrder(try ItemRanking(order: [1], groups: groups))
        // Of the four pairs: 1 above 0 and 2 (group 1), 0 and 2 tied with 3.
        #expect(try order.chance(group: 1, over: 0) == 0.75)
        #expect(throws: Undefined.noObservations) { try order.chance(group: 2, over: 0) }
        #expect(throws: Undefined.noObservations) { try order.favouredShare(of: 2) }
        #expect(throws: Undefined.outsideRange) { try order.chance(group: 0, over: 0) }
        #expect(throws: Undefined.outsideRange) { try order.favouredShare(of: 3) }
    }
}
