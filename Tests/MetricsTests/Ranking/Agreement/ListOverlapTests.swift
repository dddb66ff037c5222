import Testing
import Metrics

@Suite struct ListOverlapTests {
    @Test("V51 Jaccard of the first three of abcde and bacfe")
    func v51() throws {
        let three = try ListOverlap(Array("abcde"), Array("bacfe"), depth: 3)
        #expect(three.jaccard == 1 && three.estimate == 1 && three.shared == 3)
        let five = try ListOverlap(Array("abcde"), Array("bacfe"), depth: 5)
        #expect(five.estimate == 0.8 && five.jaccard == 4.0 / 6 && five.count == 5)
        #expect(try ListOverlap(Array("abcde"), Array("bacfe"), depth: 1).estimate == 0)
    }

    @Test func undefinedInput() throws {
        #expect(throws: Undefined.outsideRange) { try ListOverlap([1, 2], [1, 2], depth: 0) }
        #expect(throws: Undefined.tooFewObservations(needed: 3)) { try ListOverlap([1, 2], [1, 2, 3], depth: 3) }
        #expect(throws: Undefined.outsideRange) { try ListOverlap([1, 1], [1, 2], depth: 2) }
        #expect(throws: Undefined.noSamplingModel) { try ListOverlap([1], [1], depth: 1).interval(level: 0.95) }
    }
}
