import Metrics
import Testing

@Suite struct ParticipantListsTests {
    private let groups: ParticipantGroups

    init() throws {
        groups = try ParticipantGroups([0, 1, nil], named: 2)
    }

    @Test func cutsEveryListAtTheSameDepthOrNone() throws {
        let lists = try ParticipantLists([[2, 0], [1, 2, 0], [0, 1]], workplaces: 3, groups: groups)
        #expect(try lists.top(2).lists == [[2, 0], [1, 2], [0, 1]])
        #expect(throws: Undefined.outsideRange) { try lists.top(3) }
        #expect(throws: Undefined.outsideRange) { try lists.top(0) }
        #expect(!lists.areComplete)
    }

    @Test func showsOneListByTheKindsOfItsPlaces() throws {
        let lists = try ParticipantLists([[2, 0], [1, 2, 0], []], workplaces: 3, groups: groups)
        let kinds = try ItemGroups([0, 0, 1], named: 3)
        #expect(try lists.ranking(ofParticipant: 0, kinds: kinds).groupsInOrder == [1, 0])
        #expect(throws: Undefined.noObservations) { try lists.ranking(ofParticipant: 2, kinds: kinds) }
        #expect(throws: Undefined.outsideRange) { try lists.ranking(ofParticipant: 3, kinds: kinds) }
        #expect(throws: Undefined.unequalLengths) { try lists.ranking(ofParticipant: 0, kinds: ItemGroups([0, 1], named: 2)) }
    }

    @Test func refusesListsThatAreNone() {
        #expect(throws: Undefined.unequalLengths) { try ParticipantLists([[0]], workplaces: 1, groups: groups) }
        #expect(throws: Undefined.outsideRange) { try ParticipantLists([[0, 0], [], []], workplaces: 3, groups: groups) }
        #expect(throws: Undefined.outsideRange) { try ParticipantLists([[3], [], []], workplaces: 3, groups: groups) }
    }
}
