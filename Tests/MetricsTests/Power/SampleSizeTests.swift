import Testing
import Metrics

@Suite struct SampleSizeTests {
    @Test(arguments: [(0.15, 1.0, 0.3, 1), (0.2, 4, 0.3, 8), (0.12, 10, 0.1, 20), (0.3, 0.5, 0.6, 8)])
    func smallestThatIsEnough(_ effect: Double, _ ratio: Double, _ rate: Double, _ family: Int) throws {
        func detectable(_ count: Int) -> Double {
            MinimumDetectableEffect.rates(
                groupCount: count, referenceCount: max(1, Int((Double(count) * ratio).rounded(.up))), referenceRate: rate,
                direction: .groupHigher, signalSize: 0.1, alpha: 0.05, comparisons: family) ?? .infinity
        }
        let count = try #require(SampleSize.rates(
            effect: effect, ratio: ratio, referenceRate: rate, direction: .groupHigher, signalSize: 0.1, alpha: 0.05, comparisons: family))
        #expect(detectable(count) <= effect && detectable(count - 1) > effect)
        // The whole rule asks for more than the textbook.
        let textbook = try #require(TwoRatePower.sampleSize(groupRate: rate + effect, referenceRate: rate, ratio: ratio, alpha: 0.05 / Double(family)))
        #expect(Double(count) > textbook)
    }

    @Test func means() throws {
        let count = try #require(SampleSize.means(
            effect: 0.5, ratio: 4, deviation: 1, furthest: 2.4, signalSize: 0.3, alpha: 0.05, comparisons: 8))
        func detectable(_ n: Int) -> Double {
            MinimumDetectableEffect.value(
                standardError: (1 / Double(n) + 0.25 / Double(n)).squareRoot(), signalSize: 0.3, fragility: 2.4 / Double(n - 1), alpha: 0.05,
                comparisons: 8) ?? .infinity
        }
        #expect(detectable(count) <= 0.5 && detectable(count - 1) > 0.5)
    }

    @Test func outOfReachIsNil() {
        #expect(SampleSize.rates(effect: 0.1, ratio: 1, referenceRate: 0.3, direction: .groupHigher, signalSize: 0.1, alpha: 0.05, comparisons: 1) == nil)
        #expect(SampleSize.rates(effect: 0.2, ratio: 1, referenceRate: 0.1, direction: .groupLower, signalSize: 0.05, alpha: 0.05, comparisons: 1) == nil)
        #expect(SampleSize.means(effect: 0.2, ratio: 1, deviation: 0, furthest: 2, signalSize: 0.1, alpha: 0.05, comparisons: 1) == nil)
        #expect(SampleSize.means(effect: .nan, ratio: 1, deviation: 1, furthest: 2, signalSize: 0.1, alpha: 0.05, comparisons: 1) == nil)
    }
}
