import Metrics
import Testing

@Suite struct MeritExposureTests {
    @Test("V19 exposure per unit of relevance in the running example")
    func runningExample() throws {
        let items = try ItemExposure(RankingFixtures.running(), discount: .logarithmic)
        let merits = try MeritExposure(items, merits: [0.9, 0.8, 0.7, 0.6, 0.5, 0.4])
        #expect(abs(try merits.exposedUtility(of: 0) - 0.8963505703) < 5e-11)
        #expect(abs(try merits.exposedUtility(of: 1) - 0.7769124965) < 5e-11)
    }

    @Test func agreesWithTheFormulasInNumpy() throws {
        for row in Reference.groupExposures {
            let groups = try ItemGroups(RankingFixtures.labels(row[1..<13]), named: 3)
            let items = try ItemExposure(ItemRanking(order: Array(0..<9), groups: groups), discount: RankingFixtures.discount(row[0]))
            let merits = try MeritExposure(items, merits: Array(row[13..<25]))
            for group in 0..<3 { #expect(RankingFixtures.agree(try merits.exposedUtility(of: group), row[34 + group], within: 1e-13)) }
            #expect(RankingFixtures.agree(try DisparateTreatmentRatio(merits, group: 2, reference: 0).estimate, row[37], within: 1e-13))
            #expect(RankingFixtures.agree(try DisparateImpactRatio(merits, group: 2, reference: 0).estimate, row[38], within: 1e-13))
        }
    }

    @Test func refusesWhatIsNoMerit() throws {
        let items = try ItemExposure(RankingFixtures.ranking("XY"), discount: .logarithmic)
        #expect(throws: Undefined.unequalLengths) { try MeritExposure(items, merits: [1]) }
        #expect(throws: Undefined.notFinite) { try MeritExposure(items, merits: [1, .nan]) }
        #expect(throws: Undefined.outsideRange) { try MeritExposure(items, merits: [1, -1]) }
    }
}
