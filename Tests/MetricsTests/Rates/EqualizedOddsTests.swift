import Testing
import Metrics

@Suite struct EqualizedOddsTests {
    @Test func theWorseOfTheTwoRatesDecides() throws {
        let a = try ConfusionCounts(truePositives: 9, falsePositives: 2, falseNegatives: 1, trueNegatives: 8)
        let b = try ConfusionCounts(truePositives: 5, falsePositives: 4, falseNegatives: 5, trueNegatives: 6)
        let odds = try EqualizedOdds([a, b])
        #expect(abs(odds.estimate - 0.4) < 1e-15 && abs(odds.meanDifference - 0.3) < 1e-15 && odds.count == 40)
        #expect(try odds.ratio() == 0.5)
        #expect(throws: Undefined.noSamplingModel) { try odds.interval(level: 0.95) }
    }

    @Test func undefinedWithoutPeopleOfEitherOutcome() throws {
        let a = try ConfusionCounts(truePositives: 9, falsePositives: 2, falseNegatives: 1, trueNegatives: 8)
        let noNegatives = try ConfusionCounts(truePositives: 3, falsePositives: 0, falseNegatives: 1, trueNegatives: 0)
        #expect(throws: Undefined.zeroDenominator) { try EqualizedOdds([a, noNegatives]) }
        #expect(throws: Undefined.tooFewObservations(needed: 2)) { try EqualizedOdds([a]) }
    }
}
