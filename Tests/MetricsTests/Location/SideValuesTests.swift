import Testing
import Metrics

@Suite struct SideValuesTests {
    /// Whether in order or not, the same people are found and leave; few distinct values, so that many are equal or equally near.
    @Test(arguments: 1...40)
    func orderCannotBeSeen(_ seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let given = (0..<(1 + random.index(below: 30))).map { _ in Double(random.index(below: 9)) / 2 }
        var asGiven = SideValues(given), ordered = SideValues(given).ordered(), left = given
        while !left.isEmpty {
            let wanted = Double(random.index(below: 25)) / 4 - 1
            let nearest = left.min { (abs($0 - wanted), $0) < (abs($1 - wanted), $1) }
            #expect(asGiven.nearest(to: wanted) == nearest && ordered.nearest(to: wanted) == nearest)
            guard let nearest, let index = left.firstIndex(of: nearest) else { return }
            left.remove(at: index)
            (asGiven, ordered) = (asGiven.without(nearest), ordered.without(nearest))
            #expect(asGiven.all == left && ordered.all == left.sorted())
        }
        #expect(asGiven.nearest(to: 0) == nil && ordered.nearest(to: 0) == nil)
    }

    @Test func nobodyLeavesWhoIsNotThere() {
        for values in [SideValues([3, 1, 2]), SideValues([3, 1, 2]).ordered()] {
            #expect(values.without(2.5).count == 3)
            #expect(values.without(9).count == 3)
        }
    }
}
