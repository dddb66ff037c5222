import Testing
import Metrics

@Suite struct McNemarExactTests {
    @Test func agreesWithStatsmodels() throws {
        for row in Reference.pairedTables {
            let test = McNemarExact(try PairedCounts(both: Int(row[0]), firstOnly: Int(row[1]), secondOnly: Int(row[2]), neither: Int(row[3])))
            #expect(Reference.error(test.pValue, row[8]) < 1e-12, "\(row)")
        }
    }

    @Test func nobodyChanged() throws {
        let test = McNemarExact(try PairedCounts(both: 3, firstOnly: 0, secondOnly: 0, neither: 4))
        #expect(test.pValue == 1 && test.statistic == 0 && test.count == 7)
    }

    /// By enumeration over the number who change: at most 5 % of samples, whatever the chance of change.
    @Test func neverAboveNominal() throws {
        for n in [10, 25, 60] {
            let error = try Self.typeOneErrors(people: n) { McNemarExact($0).pValue }
            #expect(error.max()! <= 0.05, "\(n)")
        }
    }

    /// Chance of p <= alpha when both directions are equally likely, for chances of change .02, .04 ... 1.
    static func typeOneErrors(people: Int, alpha: Double = 0.05, _ p: (PairedCounts) -> Double) throws -> [Double] {
        let given = try (0...people).map { changed -> Double in
            let row = Binomial.row(n: changed, p: 0.5)
            return try (0...changed).reduce(0) { sum, b in
                let pairs = try PairedCounts(both: 0, firstOnly: b, secondOnly: changed - b, neither: people - changed)
                return sum + (p(pairs) <= alpha ? row[b] : 0)
            }
        }
        return (1...50).map { step in
            zip(given, Binomial.row(n: people, p: Double(step) / 50)).reduce(0) { $0 + $1.0 * $1.1 }
        }
    }
}
