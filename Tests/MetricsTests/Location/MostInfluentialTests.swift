import Testing
import Metrics

@Suite struct MostInfluentialTests {
    private func dropped(_ side: [Double], otherMean: Double) -> Double? {
        MostInfluential.value(among: SideValues(side), mean: side.reduce(0, +) / Double(side.count), otherMean: otherMean)
    }

    @Test func dropsTheValueThatSeparatesMost() {
        #expect(dropped([1, 2, 30, 3], otherMean: 0) == 30)
        #expect(dropped([-50, 8, 8], otherMean: 9) == -50)
    }

    @Test func overshootingIsNotCloser() {
        // Without 4 the mean would be -2, farther from 0 than without 1 (mean 0), though 4 stands out most.
        #expect(dropped([4, 1, -4], otherMean: 0) == 1)
    }

    @Test func equalValuesStillLoseOne() {
        #expect(dropped([1, 1, 1], otherMean: 1.25) == 1)
    }

    @Test func nothingToDrop() {
        #expect(dropped([1, 2], otherMean: 0) == nil)
        #expect(dropped([1, 2, 3], otherMean: 2) == nil)
        // Every choice leads farther away on the other side: the means without one are 1, 0 and -1.
        #expect(dropped([-1, 0, 1, 0.1], otherMean: 0.025) == nil)
    }
}
