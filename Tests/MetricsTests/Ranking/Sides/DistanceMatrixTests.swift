import Metrics
import Testing

@Suite struct DistanceMatrixTests {
    /// The worked example of the specification: distances 1, 1 and the root of 3, so places 0 and 1 are tied.
    @Test func ranksNearestFirstByTheGivenRule() throws {
        let matrix = try DistanceMatrix(participants: 1, workplaces: 3, values: [1, 1, Double(3).squareRoot()])
        #expect(try matrix.list(ofParticipant: 0, ties: .lowerIndexFirst) == [0, 1, 2])
        #expect(try matrix.list(ofParticipant: 0, ties: .positions([1, 0, 2])) == [1, 0, 2])
    }

    @Test func turns() throws {
        let matrix = try DistanceMatrix(participants: 2, workplaces: 3, values: [1, 2, 3, 4, 5, .infinity])
        #expect(matrix.transposed.values == [1, 4, 2, 5, 3, .infinity])
        #expect(matrix.transposed.transposed == matrix)
        #expect(matrix[1, 0] == 4)
        let groups = try ParticipantGroups([1, 0], named: 2)
        #expect(try matrix.ranking(ofWorkplace: 2, groups: groups).tiers == [[0]])
        #expect(try matrix.ranking(ofWorkplace: 0, groups: groups).groups.labels == [1, 0])
        #expect(throws: Undefined.outsideRange) { try matrix.ranking(ofWorkplace: 3, groups: groups) }
        #expect(throws: Undefined.outsideRange) { try matrix.list(ofParticipant: 2, ties: .lowerIndexFirst) }
    }

    @Test func refusesWhatIsNoDistance() {
        #expect(throws: Undefined.notFinite) { try DistanceMatrix(participants: 1, workplaces: 1, values: [.nan]) }
        #expect(throws: Undefined.outsideRange) { try DistanceMatrix(participants: 1, workplaces: 1, values: [-1]) }
        #expect(throws: Undefined.unequalLengths) { try DistanceMatrix(participants: 1, workplaces: 2, values: [1]) }
        #expect(throws: Undefined.noObservations) { try DistanceMatrix(participants: 0, workplaces: 2, values: []) }
    }
}
