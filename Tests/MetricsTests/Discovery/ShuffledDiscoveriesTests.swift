import Testing
import Metrics

@Suite struct ShuffledDiscoveriesTests {
    @Test func meanAndShare() {
        let shuffled = ShuffledDiscoveries(discoveries: [0, 2, 1, 0])
        #expect(shuffled.mean == 0.75 && shuffled.shareWithAny == 0.5)
    }

    @Test func withoutShufflesNothingIsSaid() {
        #expect(ShuffledDiscoveries(discoveries: []).mean == nil)
        #expect(ShuffledDiscoveries(discoveries: []).shareWithAny == nil)
    }

    @Test func everyShuffleKeepsTheOutcomesAndMovesThem() throws {
        let outcomes = (0..<50).map(Double.init)
        var orders: Set<[Double]> = []
        let shuffled = try ShuffledDiscoveries(outcomes: outcomes, shuffles: 20, seed: 1) { (dealt: [Double]) throws(Undefined) in
            orders.insert(dealt)
            return dealt.sorted() == outcomes ? 1 : 0
        }
        #expect(shuffled.mean == 1 && orders.count == 20)
    }
}
