import Testing
import Metrics

@Suite struct ItemScoresTests {
    private let answers: [[Double?]] = [[1, 6, 2], [2, nil, 4], [4, 3, 3], [5, 1, nil], [nil, 2, 6]]

    @Test func missingAnswersEitherWay() throws {
        let scores = try ItemScores(answers, reversed: [1])
        #expect(scores.complete == [[1, -6, 2], [4, -3, 3]])
        let listwise = try scores.covariance(missing: .listwise)
        #expect(listwise.people == 2 && listwise.matrix[1, 0] == 4.5)
        // Items 0 and 1: (1, -6), (4, -3), (5, -1), of means 10/3 and -10/3.
        let pairwise = try scores.covariance(missing: .pairwise)
        #expect(pairwise.people == 3 && abs(pairwise.matrix[1, 0] - 31.0 / 6) < 1e-14)
    }

    @Test func edgesHaveReasons() throws {
        #expect(throws: Undefined.noObservations) { try ItemScores([], reversed: []) }
        #expect(throws: Undefined.unequalLengths) { try ItemScores([[1, 2], [1]], reversed: []) }
        #expect(throws: Undefined.tooFewObservations(needed: 2)) { try ItemScores([[1], [2]], reversed: []) }
        #expect(throws: Undefined.outsideRange) { try ItemScores(answers, reversed: [3]) }
        #expect(throws: Undefined.notFinite) { try ItemScores([[1, .nan]], reversed: []) }
        let apart = try ItemScores([[1, nil], [nil, 2], [3, nil], [nil, 4]], reversed: [])
        #expect(throws: Undefined.tooFewObservations(needed: 2)) { try apart.covariance(missing: .listwise) }
        #expect(throws: Undefined.tooFewObservations(needed: 2)) { try apart.covariance(missing: .pairwise) }
    }
}
