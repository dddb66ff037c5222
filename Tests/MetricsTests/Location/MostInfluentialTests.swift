import Testing
import Metrics

@Suite struct MostInfluentialTests {
    @Test func dropsTheValueThatSeparatesMost() {
        let shorter = MostInfluential.dropped(group: [1, 2, 30, 3], reference: [0, 0, 0, 0, 0])
        #expect(shorter?.group == [1, 2, 3])
    }

    @Test func dropsFromTheReferenceWhenThatIsSmaller() {
        let shorter = MostInfluential.dropped(group: [9, 9, 9, 9], reference: [-50, 8, 8])
        #expect(shorter?.reference == [8, 8] && shorter?.group.count == 4)
    }

    @Test func overshootingIsNotCloser() {
        // Without 4 the mean would be -2, farther from 0 than without 1 (mean -0.5), though 4 stands out most.
        let shorter = MostInfluential.dropped(group: [4, 1, -4], reference: [0, 0, 0, 0])
        #expect(shorter?.group == [4, -4])
    }

    @Test func equalValuesStillLoseOne() {
        #expect(MostInfluential.dropped(group: [1, 1, 1], reference: [0, 0, 0, 5])?.group == [1, 1])
    }

    @Test func nothingToDrop() {
        #expect(MostInfluential.dropped(group: [1, 2], reference: [0, 0, 0]) == nil)
        #expect(MostInfluential.dropped(group: [1, 2, 3], reference: [2, 2, 2]) == nil)
    }
}
