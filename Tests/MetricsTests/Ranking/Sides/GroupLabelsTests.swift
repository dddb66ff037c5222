import Metrics
import Testing

@Suite struct GroupLabelsTests {
    @Test func aGroupWithoutMembersKeepsItsPlace() throws {
        let groups = try ItemGroups([2, 0, 2], named: 4)
        #expect(groups.counts == [1, 0, 2, 0])
        #expect(groups.classes == 4)
        #expect(groups.unknown == nil)
        #expect(groups.shares == [1.0 / 3, 0, 2.0 / 3, 0])
        #expect(try groups.members(of: 2) == [0, 2])
        #expect(try groups.members(of: 1).isEmpty)
    }

    @Test func unknownIsAClassOfItsOwn() throws {
        let groups = try ParticipantGroups([nil, 1, nil], named: 2)
        #expect(groups.counts == [0, 1, 2])
        #expect(groups.unknown == 2)
        #expect(groups.labels == [2, 1, 2])
    }

    @Test func refusesWhatIsNoGroup() {
        #expect(throws: Undefined.noObservations) { try ItemGroups([], named: 2) }
        #expect(throws: Undefined.outsideRange) { try ItemGroups([0, 2], named: 2) }
        #expect(throws: Undefined.outsideRange) { try ItemGroups([-1], named: 2) }
        #expect(throws: Undefined.outsideRange) { try ItemGroups([nil], named: 0) }
        #expect(throws: Undefined.outsideRange) { try ItemGroups([0], named: 2).members(of: 2) }
    }
}
