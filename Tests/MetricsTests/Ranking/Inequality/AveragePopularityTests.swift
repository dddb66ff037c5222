import Testing
import Metrics

@Suite struct AveragePopularityTests {
    @Test("V49 average popularity of the items scored at least .5; the mean score difference of its groups")
    func v49() throws {
        let popularity = try AveragePopularity(TenUsers.lists(from: 0.5), depth: nil)
        #expect(abs(popularity.estimate - 5.0370370370) < 5e-11)
        // One user has no score of .5 and no list.
        #expect(popularity.count == 9 && popularity.withoutList == 1)
        let scores = (0..<2).map { group in zip(TenUsers.scores, TenUsers.labels).filter { $0.1 == group }.flatMap(\.0) }
        let difference = try WelchDifference(group: scores[0], reference: scores[1])
        #expect(abs(difference.estimate - 0.0083333333) < 5e-11)
    }

    @Test func nobodyHasAList() throws {
        let lists = try ParticipantLists([[], []], workplaces: 2, groups: ParticipantGroups([0, 0], named: 1))
        #expect(throws: Undefined.noObservations) { try AveragePopularity(lists, depth: nil) }
        #expect(throws: Undefined.outsideRange) { try AveragePopularity(lists, depth: 1) }
    }
}
