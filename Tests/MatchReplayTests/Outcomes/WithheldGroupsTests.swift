import MatchReplay
import Testing

struct WithheldGroupsTests {
    @Test func nothingSmallNothingHidden() {
        #expect(WithheldGroups.indices([[10, 0, 25], [40, 12, 11]], minimum: 10) == [])
        #expect(WithheldGroups.indices([], minimum: 10) == [])
    }

    /// One small cell hides the split of its group, and the next smallest with it: alone it could be computed from the total.
    @Test func bothSidesOfASumAreHidden() {
        #expect(WithheldGroups.indices([[30, 3, 0], [40, 30, 10], [90, 90, 90]], minimum: 10) == [0, 1])
        #expect(WithheldGroups.indices([[30, 3], [40, 30]], minimum: 10) == [0, 1])
    }

    /// Two small groups of four and three people are seven together: a third must go.
    @Test func theHiddenTogetherStandTheSameTest() {
        #expect(WithheldGroups.indices([[4], [3], [50], [20]], minimum: 10) == [0, 1, 3])
        #expect(WithheldGroups.indices([[6], [7], [50], [20]], minimum: 10) == [0, 1])
    }

    /// For every split of a few people: what a reader can compute from the total is never a cell of one to nine people.
    @Test func noSmallCellCanBeComputedFromTheTotal() {
        var generator = TestGenerator(seed: 1)
        var hiddenOnce = 0
        for _ in 0..<2000 {
            let groups = Int.random(in: 1...5, using: &generator)
            let splits = (0..<groups).map { _ in (0..<3).map { _ in Int.random(in: 0...60, using: &generator) } }
            let hidden = WithheldGroups.indices(splits, minimum: 10)
            for (index, split) in splits.enumerated() where !hidden.contains(index) {
                #expect(split.allSatisfy { $0 == 0 || $0 >= 10 })
            }
            guard !hidden.isEmpty else { continue }
            hiddenOnce += 1
            // With everybody hidden only the total is left, which is judged by itself.
            guard hidden.count < groups else { continue }
            let together = (0..<3).map { cell in hidden.reduce(0) { $0 + splits[$1][cell] } }
            #expect(hidden.count > 1 && together.allSatisfy { $0 == 0 || $0 >= 10 })
        }
        #expect(hiddenOnce > 500)
    }
}
