import Testing
import Metrics

@Suite struct BoundaryMarginTests {
    private let places: [[Double]] = [[3, 2, 5], [2, 2, 4], [4, 3, 3]]

    private func distances(_ scores: [Double]) -> [Double] {
        places.map { place in zip(scores, place).reduce(0.0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot() }
    }

    @Test("V52 distances, the tie, and the order after either shift")
    func v52() throws {
        let cases: [([Double], [Double], Int)] = [
            ([3, 2, 4], [1, 1, 1.7320508], 0), ([3, 2, 4.4], [0.6, 1.0770330, 1.9899749], 0), ([2.4, 2, 4], [1.1661904, 0.4, 2.1354156], 1),
        ]
        for (scores, expected, first) in cases {
            let found = distances(scores)
            #expect(zip(found, expected).allSatisfy { abs($0 - $1) < 6e-8 })
            #expect(try BoundaryMargin(scores: scores, places: places).first == first)
            let matrix = try DistanceMatrix(participants: 1, workplaces: 3, values: found)
            #expect(try matrix.list(ofParticipant: 0, ties: .lowerIndexFirst).first == first)
        }
        let tie = try BoundaryMargin(scores: [3, 2, 4], places: places)
        #expect(tie.shift == 0 && tie.next == 1)
        #expect(try TiedRanking(ascending: distances([3, 2, 4]), groups: ItemGroups([0, 0, 0], named: 1)).tiers == [[0, 1], [2]])
    }

    @Test func theShiftIsTheBoundary() throws {
        let scores: [Double] = [3, 2, 4.4]
        let margin = try BoundaryMargin(scores: scores, places: places)
        #expect(margin.first == 0 && margin.next == 1)
        func first(_ shift: Double) -> Int {
            var moved = scores
            moved[margin.dimension] += shift
            let found = distances(moved)
            return found.indices.min { found[$0] < found[$1] }!
        }
        #expect(first(margin.shift * 0.999) == 0 && first(margin.shift * 1.001) == margin.next)
        // No smaller shift of any score changes the first place.
        for dimension in 0..<3 {
            for step in -99...99 {
                var moved = scores
                moved[dimension] += Double(step) / 100 * abs(margin.shift)
                let found = distances(moved)
                #expect(found[0] == found.min())
            }
        }
    }

    @Test func undefinedInput() {
        #expect(throws: Undefined.tooFewObservations(needed: 2)) { try BoundaryMargin(scores: [1], places: [[2]]) }
        #expect(throws: Undefined.unequalLengths) { try BoundaryMargin(scores: [1], places: [[2], [1, 2]]) }
        #expect(throws: Undefined.notFinite) { try BoundaryMargin(scores: [.nan], places: [[2], [1]]) }
        #expect(throws: Undefined.zeroVariance) { try BoundaryMargin(scores: [1], places: [[2], [2]]) }
    }
}
