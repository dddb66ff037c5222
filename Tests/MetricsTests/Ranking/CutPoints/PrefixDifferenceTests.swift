import Metrics
import Testing

@Suite struct PrefixDifferenceTests {
    static let survey = "NNNPNNNNPNPNPPNPNPPN"
    static let worst = String(repeating: "N", count: 12) + String(repeating: "P", count: 8)
    static let best = String(repeating: "P", count: 8) + String(repeating: "N", count: 12)

    private func difference(_ letters: String, _ cuts: [Int]) throws -> PrefixDifference {
        try PrefixDifference(RankingFixtures.ranking(letters), group: 1, cuts: cuts)
    }

    @Test("V34 rND at cuts of 10 and of 5, not normalised")
    func rawValues() throws {
        #expect(abs(try difference(Self.survey, [10, 20]).raw - 0.0578129653) < 5e-11)
        #expect(abs(try difference(Self.survey, [5, 10, 15, 20]).raw - 0.1518501934) < 5e-11)
    }

    @Test("V35 rND normalised by the extremes, and the same for best and worst order but for its direction")
    func bestAndWorstOrder() throws {
        #expect(abs(try difference(Self.survey, [10, 20]).estimate - 0.5) < 1e-15)
        let worst = try difference(Self.worst, [10, 20])
        let best = try difference(Self.best, [10, 20])
        for extreme in [worst, best] {
            #expect(abs(extreme.raw - 0.1156259305) < 5e-11)
            #expect(abs(extreme.estimate - 1) < 1e-15)
        }
        #expect(abs(worst.direction + 1) < 1e-15)
        #expect(abs(best.direction - 1) < 1e-15)
    }

    @Test func agreesWithTheFormulasInPython() throws {
        for row in Reference.prefixDisparities {
            let cuts = row[0] == 0 ? [5, 10, 20, 30] : [2, 24]
            let ranking = try ItemRanking(groupsInOrder: RankingFixtures.labels(row[1..<31]), named: 2)
            let difference = try PrefixDifference(ranking, group: 1, cuts: cuts)
            let divergence = try PrefixDivergence(ranking, group: 1, cuts: cuts)
            let ratio = try PrefixRatio(ranking, group: 1, cuts: cuts)
            let figures = [
                difference.raw, difference.estimate, divergence.raw, divergence.estimate, ratio.raw, ratio.estimate,
            ]
            for (value, expected) in zip(figures, row[31...]) { #expect(RankingFixtures.agree(value, expected, within: 1e-12)) }
        }
    }

    @Test func cutPointsAreStatedAndChecked() throws {
        #expect(throws: Undefined.noObservations) { try difference("NPNP", []) }
        #expect(throws: Undefined.outsideRange) { try difference("NPNP", [0, 2]) }
        #expect(throws: Undefined.outsideRange) { try difference("NPNP", [2, 5]) }
        #expect(throws: Undefined.outsideRange) { try difference("NPNP", [3, 2]) }
        #expect(throws: Undefined.outsideRange) { try difference("NPNP", [2, 2]) }
        #expect(throws: Undefined.zeroDenominator) { try difference("NPNP", [4]) }
        #expect(throws: Undefined.noObservations) { try difference("NNNN", [2]) }
        #expect(throws: Undefined.noObservations) { try difference("PPPP", [2]) }
        #expect(throws: Undefined.outsideRange) { try PrefixDifference(RankingFixtures.ranking("NP"), group: 2, cuts: [1]) }
    }
}
