import Testing
import Metrics

@Suite struct McNemarMidPTests {
    @Test func agreesWithWholeNumbers() throws {
        for row in Reference.pairedTables {
            let test = McNemarMidP(try PairedCounts(both: Int(row[0]), firstOnly: Int(row[1]), secondOnly: Int(row[2]), neither: Int(row[3])))
            #expect(Reference.error(test.pValue, row[9]) < 1e-12, "\(row)")
        }
    }

    /// Fagerland, Lydersen and Laake (2013), table 1 (Bentur and others, airway reactivity): 1 and 7 of 21 changed; exact .0703, mid-p .0391.
    @Test func publishedExample() throws {
        let pairs = try PairedCounts(both: 1, firstOnly: 1, secondOnly: 7, neither: 12)
        #expect(abs(McNemarMidP(pairs).pValue - 0.0391) < 5e-5)
        #expect(abs(McNemarExact(pairs).pValue - 0.0703) < 5e-5)
        #expect(abs(PairedRates(pairs).pValue - 0.0339) < 5e-5)
    }

    @Test func hardlyEverAboveNominal() throws {
        for n in [10, 25, 60] {
            #expect(try McNemarExactTests.typeOneErrors(people: n) { McNemarMidP($0).pValue }.max()! <= 0.053, "\(n)")
        }
    }

    @Test func nobodyChanged() throws {
        #expect(McNemarMidP(try PairedCounts(both: 3, firstOnly: 0, secondOnly: 0, neither: 4)).pValue == 1)
    }
}
