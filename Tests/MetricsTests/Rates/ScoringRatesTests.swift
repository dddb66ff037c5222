import Testing
import Metrics

@Suite struct ScoringRatesTests {
    @Test("V11 scoring rate above the median of everybody")
    func threeGroups() throws {
        let rates = try ScoringRates([[40, 55, 60, 80], [30, 50, 52, 70], [58, 61, 20, 10]])
        #expect(rates.median == 53.5 && rates.above == [3, 1, 2] && rates.count == 12)
        #expect(try (0..<3).map { try rates.rate($0).estimate } == [0.75, 0.25, 0.5])
        let ratios = try (0..<3).map { try rates.impactRatioToHighest($0) }
        #expect(ratios[0] == 1 && abs(ratios[1] - 1.0 / 3) < 1e-15 && abs(ratios[2] - 2.0 / 3) < 1e-15)
        #expect(try rates.impactRatio(0, reference: 2) == 1.5)
        #expect(try rates.rate(1).interval(level: 0.95).low < 0.06)
    }

    @Test func peopleAtTheMedianAreNotAboveIt() throws {
        let rates = try ScoringRates([[1, 5, 5, 5], [5, 5, 9]])
        #expect(rates.median == 5 && rates.above == [0, 1])
        #expect(try rates.impactRatioToHighest(0) == 0)
    }

    @Test func allTiedIsUndefinedNotEqual() throws {
        let rates = try ScoringRates([[5, 5], [5, 5, 5]])
        #expect(try rates.rate(0).estimate == 0)
        #expect(throws: Undefined.zeroDenominator) { try rates.impactRatioToHighest(0) }
        #expect(throws: Undefined.zeroDenominator) { try rates.impactRatio(0, reference: 1) }
    }

    @Test func anAbsentGroupHasNoRate() throws {
        let rates = try ScoringRates([[1, 2, 3], []])
        #expect(throws: Undefined.noObservations) { try rates.rate(1) }
        #expect(throws: Undefined.noObservations) { try rates.impactRatioToHighest(1) }
        #expect(try rates.impactRatioToHighest(0) == 1)
        #expect(throws: Undefined.noObservations) { try ScoringRates([[], []]) }
        #expect(throws: Undefined.notFinite) { try ScoringRates([[1, .nan], [2]]) }
    }
}
