import Metrics
import Testing

@Suite struct SkewRangeTests {
    @Test("V30 smallest and largest skew of the running example")
    func runningExample() throws {
        let range = try SkewRange(RankingFixtures.running(), k: 4, target: GroupDistribution(shares: [0.5, 0.5]))
        #expect(abs(range.minimum + 0.6931471806) < 5e-11)
        #expect(abs(range.maximum - 0.4054651081) < 5e-11)
        #expect(range.estimate == range.minimum)
        #expect(range.count == 4)
    }

    @Test func agreesWithTheFormulasInNumpy() throws {
        for row in Reference.prefixDivergences {
            let ranking = try ItemRanking(groupsInOrder: RankingFixtures.labels(row[0..<20]), named: 3)
            let skews = row[22...].map { $0 == 99 ? -.infinity : $0 }
            let range = try SkewRange(ranking, k: 5, target: GroupDistribution(shares: [0.5, 0.3, 0.2]))
            #expect(RankingFixtures.agree(range.minimum, skews.min() ?? .nan, within: 1e-13))
            #expect(RankingFixtures.agree(range.maximum, skews.max() ?? .nan, within: 1e-13))
        }
    }

    @Test func namingAGroupNobodyExpectsDoesNotGoUnnoticed() throws {
        let ranking = try ItemRanking(groupsInOrder: [0, 1], named: 3)
        #expect(throws: Undefined.zeroDenominator) { try SkewRange(ranking, k: 2, target: GroupDistribution(shares: [0.5, 0.5, 0])) }
        #expect(try SkewRange(ranking, k: 2, target: GroupDistribution(shares: [0.5, 0.25, 0.25])).minimum == -.infinity)
    }
}
