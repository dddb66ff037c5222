import Metrics
import RealModule
import Testing

@Suite struct PrefixDivergenceTests {
    private func divergence(_ letters: String, _ cuts: [Int]) throws -> PrefixDivergence {
        try PrefixDivergence(RankingFixtures.ranking(letters), group: 1, cuts: cuts)
    }

    @Test("V34 rKL at cuts of 10 and of 5, not normalised")
    func rawValues() throws {
        #expect(abs(try divergence(PrefixDifferenceTests.survey, [10, 20]).raw - 0.0381652289) < 5e-11)
        #expect(abs(try divergence(PrefixDifferenceTests.survey, [5, 10, 15, 20]).raw - 0.0926557199) < 5e-11)
    }

    /// log2(1 / .6) / log2(11) with 30 digits: a prefix without the group has share 0, which the published code replaces by .001.
    @Test("V35 rKL of worst and best order, and normalised by the larger: .2130308315 and .1791535459; FairRank's .2099023421 and .1818237399 replace a share of 0")
    func bestAndWorstOrder() throws {
        let worst = try divergence(PrefixDifferenceTests.worst, [10, 20])
        #expect(abs(worst.raw - 0.213030831479913416) < 1e-15)
        #expect(abs(worst.raw - 0.2099023421) > 1e-3)
        #expect(abs(worst.estimate - 1) < 1e-15)
        let best = try divergence(PrefixDifferenceTests.best, [10, 20])
        #expect(abs(best.raw - 0.1396204791) < 5e-11)
        let normalised = try divergence(PrefixDifferenceTests.survey, [10, 20]).estimate
        #expect(abs(normalised - 0.17915354592971491) < 1e-14)
        #expect(abs(normalised - 0.1818237399) > 1e-3)
    }

    @Test("V36 a prefix of the group alone has log2 5 bits; FairRank says .3125203371")
    func wholePrefix() throws {
        let letters = String(repeating: "P", count: 10) + String(repeating: "N", count: 40)
        let bits = try divergence(letters, [10]).raw * Double.log2(11)
        #expect(abs(bits - 2.3219280949) < 5e-11)
        #expect(abs(bits - 0.3125203371) > 2)
        let nine = try divergence("N" + letters.dropLast(), [10]).raw * Double.log2(11)
        #expect(bits > nine)
    }

    @Test func everybodyInTheGroupIsNoComparison() {
        #expect(throws: Undefined.noObservations) { try divergence("PP", [1]) }
        #expect(throws: Undefined.zeroDenominator) { try divergence("PN", [2]) }
    }
}
