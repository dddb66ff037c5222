import Testing
import Metrics

@Suite struct DistancePermutationTestTests {
    /// Three against three, far apart: 2 of the 20 deals are as far, so p is near .1 and never 0.
    @Test func countsTheObservedDealItself() throws {
        let test = try WassersteinDistance(group: [1, 2, 3], reference: [11, 12, 13]).permutationTest(permutations: 4_999, seed: 8)
        #expect(test.count == 6 && test.permutations == 4_999 && test.statistic == 10)
        #expect(abs(test.pValue - 0.1) < 0.02)
        let far = try WassersteinDistance(group: (0..<20).map(Double.init), reference: (100..<120).map(Double.init))
        #expect(try far.permutationTest(permutations: 99, seed: 1).pValue == 0.01)
    }

    @Test func nothingDiffersGivesOne() throws {
        #expect(try WassersteinDistance(group: [1, 2], reference: [1, 2]).permutationTest(permutations: 50, seed: 1).pValue == 1)
    }

    @Test func sameSeedSameP() throws {
        let distance = try WassersteinDistance(group: [1, 5, 2, 8], reference: [3, 3, 9, 1, 0])
        let one = try distance.permutationTest(permutations: 200, seed: 4).pValue
        #expect(try one == distance.permutationTest(permutations: 200, seed: 4).pValue)
        #expect(throws: Undefined.outsideRange) { try distance.permutationTest(permutations: 0, seed: 4) }
    }
}
