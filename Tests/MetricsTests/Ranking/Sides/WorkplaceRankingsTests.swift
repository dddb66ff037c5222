import Metrics
import Testing

@Suite struct WorkplaceRankingsTests {
    private let groups: ParticipantGroups

    init() throws {
        groups = try ParticipantGroups([0, 1, 1], named: 3)
    }

    @Test func ranksParticipantsForEachWorkplace() throws {
        let matrix = try DistanceMatrix(participants: 3, workplaces: 2, values: [3, .infinity, 1, .infinity, 2, .infinity])
        let rankings = try WorkplaceRankings(matrix, ties: .lowerIndexFirst, groups: groups)
        #expect(rankings.count == 2)
        #expect(rankings.rankings[0]?.order == [1, 2, 0])
        #expect(rankings.rankings[0]?.groups.counts == [1, 2, 0])
        #expect(rankings.rankings[1] == nil)
    }

    @Test func ranksByRankWhenThereAreOnlyLists() throws {
        let lists = try ParticipantLists([[1, 0], [0, 1], [0, 1]], workplaces: 2, groups: groups)
        let rankings = try WorkplaceRankings(lists, ties: .positions([0, 2, 1]))
        #expect(rankings.rankings.map { $0?.order } == [[2, 1, 0], [0, 2, 1]])
    }

    @Test func refusesListsThatLeavePlacesOut() throws {
        let lists = try ParticipantLists([[1, 0], [0], [0, 1]], workplaces: 2, groups: groups)
        #expect(throws: Undefined.outsideRange) { try WorkplaceRankings(lists, ties: .lowerIndexFirst) }
    }
}
