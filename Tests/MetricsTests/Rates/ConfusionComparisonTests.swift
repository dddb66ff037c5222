import Testing
import Metrics

@Suite struct ConfusionComparisonTests {
    @Test("V1b signed differences as AIF360 names them")
    func fivePeopleEach() throws {
        let a = try ConfusionCountsTests.counts("00111", "01110")
        let b = try ConfusionCountsTests.counts("00110", "00100")
        let comparison = ConfusionComparison(group: b, reference: a)
        #expect(try abs(comparison.selectionRateDifference() - -0.4) < 1e-15)
        #expect(try abs(comparison.impactRatio() - 1.0 / 3) < 1e-15)
        #expect(try Reference.error(comparison.truePositiveRateDifference(), -1.0 / 6) < 1e-14)
        #expect(try comparison.falsePositiveRateDifference() == -0.5)
        #expect(try Reference.error(comparison.averageOddsDifference(), -1.0 / 3) < 1e-14)
        #expect(try Reference.error(comparison.selectionDivergence(), 0.3819085010) < 1e-9)
        #expect(try comparison.classImbalance() == 0)
    }

    @Test func undefinedAndInfinite() throws {
        let nobody = try ConfusionCounts(truePositives: 0, falsePositives: 0, falseNegatives: 2, trueNegatives: 3)
        let some = try ConfusionCounts(truePositives: 1, falsePositives: 1, falseNegatives: 2, trueNegatives: 3)
        #expect(throws: Undefined.zeroDenominator) { try ConfusionComparison(group: some, reference: nobody).impactRatio() }
        #expect(try ConfusionComparison(group: nobody, reference: some).impactRatio() == 0)
        #expect(throws: Undefined.zeroDenominator) { try ConfusionComparison(group: nobody, reference: some).selectionDivergence() }
        #expect(try ConfusionComparison(group: some, reference: nobody).selectionDivergence() > 0)
        let empty = try ConfusionCounts(outcomes: [], selected: [])
        #expect(throws: Undefined.zeroDenominator) { try ConfusionComparison(group: empty, reference: empty).classImbalance() }
        #expect(throws: Undefined.zeroDenominator) { try ConfusionComparison(group: empty, reference: some).selectionRateDifference() }
    }
}
