import Testing
import Metrics

@Suite struct OccurrencesTests {
    @Test func countsPlacesOfTheListsAsked() throws {
        let lists = try ParticipantLists(
            [[0, 1, 2], [1, 0, 3], [1, 3, 0]], workplaces: 5, groups: ParticipantGroups([0, 0, nil], named: 2))
        #expect(try Occurrences(lists, depth: 1).counts == [1, 2, 0, 0, 0])
        #expect(try Occurrences(lists, depth: nil).counts == [3, 3, 1, 2, 0])
        let group = try Occurrences(lists, depth: 2, group: 0)
        #expect(group.counts == [2, 2, 0, 0, 0] && group.lists == 2 && group.depth == 2)
        #expect(throws: Undefined.outsideRange) { try Occurrences(lists, depth: 4) }
        #expect(throws: Undefined.outsideRange) { try Occurrences(lists, depth: 0) }
        #expect(throws: Undefined.noObservations) { try Occurrences(lists, depth: 2, group: 1) }
        #expect(throws: Undefined.outsideRange) { try Occurrences(lists, depth: 2, group: 3) }
    }
}
