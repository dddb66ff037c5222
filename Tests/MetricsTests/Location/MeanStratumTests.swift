import Testing
import Metrics

@Suite struct MeanStratumTests {
    @Test func onlyStrataWithBothSidesInOrderOfTheirNumbers() throws {
        let strata = try MeanStratum.strata(group: [(5, 9), (1, 2), (3, 2), (8, 4)], reference: [(2, 2), (7, 9), (6, 3)])
        #expect(strata.map(\.group.values.all) == [[1, 3], [5]])
        #expect(strata.map(\.reference.values.all) == [[2], [7]])
        #expect(strata[0].difference == 0 && strata[0].mean == 2)
        #expect(abs(strata[0].weight - 2.0 / 3) < 1e-15)
    }

    @Test(arguments: [true, false])
    func contributionWithoutAPersonIsThatOfTheShorterStratum(ofGroup: Bool) throws {
        let stratum = try MeanStratum.strata(group: [(1, 0), (4, 0), (6, 0)], reference: [(2, 0), (5, 0)])[0]
        let value = ofGroup ? 6.0 : 2
        let expected = stratum.contribution(without: value, ofGroup: ofGroup)
        let shorter = try #require(stratum.without(value, ofGroup: ofGroup))
        #expect((ofGroup ? shorter.group : shorter.reference).values.all == (ofGroup ? [1, 4] : [5]))
        #expect(abs(expected.part - shorter.weight * shorter.difference) < 1e-14)
        #expect(abs(expected.weight - shorter.weight) < 1e-15)
    }

    @Test func theLastPersonTakesTheStratumAlong() throws {
        let stratum = try MeanStratum.strata(group: [(1, 0)], reference: [(2, 0), (5, 0)])[0]
        let nothing = stratum.contribution(without: 1, ofGroup: true)
        #expect(nothing.part == 0 && nothing.weight == 0)
        #expect(stratum.without(1, ofGroup: true) == nil)
    }

    /// Beside every other choice, whatever the rest of the strata add up to.
    @Test(arguments: 1...50)
    func nobodyElseBringsTheSumNearerToZero(_ seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        func side(_ count: Int) -> [(value: Double, stratum: Int)] { (0..<count).map { _ in ((random.normal() * 4).rounded() / 4, 0) } }
        let stratum = try MeanStratum.strata(group: side(2 + random.index(below: 8)), reference: side(2 + random.index(below: 8)))[0]
        let others = random.normal()
        for ofGroup in [true, false] {
            let chosen = try #require(stratum.mostInfluential(ofGroup: ofGroup, others: others))
            #expect(stratum.ordered().mostInfluential(ofGroup: ofGroup, others: others) == chosen)
            let left = { abs(others + stratum.contribution(without: $0, ofGroup: ofGroup).part) }
            for value in (ofGroup ? stratum.group : stratum.reference).values.all { #expect(left(chosen) <= left(value) + 1e-12) }
        }
    }
}
