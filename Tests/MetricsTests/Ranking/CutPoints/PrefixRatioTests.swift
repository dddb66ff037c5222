import Metrics
import Testing

@Suite struct PrefixRatioTests {
    private func ratio(_ letters: String, _ cuts: [Int]) throws -> PrefixRatio {
        try PrefixRatio(RankingFixtures.ranking(letters), group: 1, cuts: cuts)
    }

    @Test("V34 rRD at cuts of 10 and of 5, not normalised")
    func rawValues() throws {
        #expect(abs(try ratio(PrefixDifferenceTests.survey, [10, 20]).raw - 0.1204436776) < 5e-11)
        #expect(abs(try ratio(PrefixDifferenceTests.survey, [5, 10, 15, 20]).raw - 0.3232990140) < 5e-11)
    }

    @Test("V35 rRD of worst and best order, and normalised by the larger")
    func bestAndWorstOrder() throws {
        #expect(abs(try ratio(PrefixDifferenceTests.worst, [10, 20]).raw - 0.1927098842) < 5e-11)
        #expect(try ratio(PrefixDifferenceTests.best, [10, 20]).raw == 0)
        #expect(abs(try ratio(PrefixDifferenceTests.survey, [10, 20]).estimate - 0.625) < 1e-14)
    }

    /// A prefix of the group alone falls short of nothing; the published code gives it the ratio 0, as if the group were absent.
    @Test func aPrefixOfTheGroupAloneIsNoShortfall() throws {
        #expect(try ratio("PPNNNN", [2, 4]).raw == 0)
        #expect(try ratio("NNNNPP", [2, 4]).estimate == 1)
    }
}
