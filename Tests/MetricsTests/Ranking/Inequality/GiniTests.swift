import Testing
import Metrics

@Suite struct GiniTests {
    @Test("V50 both conventions of the Gini coefficient")
    func v50() throws {
        let gini = try Gini([1, 2, 3, 4])
        #expect(abs(gini.estimate - 0.25) < 1e-15)
        #expect(abs(try gini.sampleCorrected() - 1.0 / 3) < 1e-15)
    }

    @Test("V49 Gini of the top two; the value depends on an unstated tie rule")
    func v49() throws {
        let theirs = try Gini(Occurrences(TenUsers.lists(), depth: 2).amounts)
        #expect(abs(try theirs.sampleCorrected() - 0.1333333333) < 5e-11)
        let other = try Gini(Occurrences(TenUsers.lists(ties: .lowerIndexFirst), depth: 2).amounts)
        #expect(abs(try other.sampleCorrected() - 0.2333333333) < 5e-11)
    }

    @Test func agreesWithPairwiseSums() throws {
        for row in Reference.inequalities {
            let gini = try Gini(Array(row[7...]))
            #expect(abs(gini.estimate - row[0]) < 1e-14)
            #expect(abs(try gini.sampleCorrected() - row[1]) < 1e-14)
        }
    }

    @Test func ends() throws {
        #expect(try Gini([0.1, 0.1, 0.1]).estimate == 0)
        #expect(abs(try Gini([0, 0, 0, 7]).estimate - 0.75) < 1e-15)
        #expect(try Gini([0, 0, 0, 7]).sampleCorrected() == 1)
        #expect(try Gini([3]).estimate == 0)
        #expect(throws: Undefined.tooFewObservations(needed: 2)) { try Gini([3]).sampleCorrected() }
        #expect(throws: Undefined.noObservations) { try Gini([]) }
        #expect(throws: Undefined.zeroDenominator) { try Gini([0, 0]) }
        #expect(throws: Undefined.outsideRange) { try Gini([1, -1]) }
        #expect(throws: Undefined.notFinite) { try Gini([1, .infinity]) }
    }
}
