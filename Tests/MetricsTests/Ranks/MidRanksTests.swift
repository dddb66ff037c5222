import Testing
import Metrics

@Suite struct MidRanksTests {
    @Test func tiesShareTheMeanOfTheirPlaces() throws {
        let ranks = try MidRanks([3, 1, 3, 0, 3, 1])
        #expect(ranks.ranks == [5, 2.5, 5, 1, 5, 2.5])
        #expect(ranks.tieTerm == 24 + 6 && ranks.hasTies)
    }

    @Test func edges() throws {
        #expect(try MidRanks([]).ranks.isEmpty)
        #expect(try MidRanks([7]).ranks == [1])
        #expect(try !MidRanks([7, 8]).hasTies)
        #expect(try MidRanks([0.0, -0.0]).ranks == [1.5, 1.5])
        #expect(throws: Undefined.notFinite) { try MidRanks([1, .nan]) }
    }
}
