import Testing
import Metrics

@Suite struct ShareEntropyTests {
    @Test("V50 entropy of 1, 2, 3, 4 in bits")
    func v50() throws {
        #expect(abs(try ShareEntropy([1, 2, 3, 4]).bits - 1.8464393446) < 1e-10)
    }

    @Test("V49 exposure entropy of the items scored at least .3")
    func v49() throws {
        #expect(abs(try ShareEntropy(Occurrences(TenUsers.lists(from: 0.37), depth: nil).amounts).estimate - 1.3762266043) < 5e-11)
    }

    @Test func agreesWithScipy() throws {
        for row in Reference.inequalities { #expect(abs(try ShareEntropy(Array(row[7...])).estimate - row[2]) < 1e-14) }
    }

    @Test func ends() throws {
        let one = try ShareEntropy([0, 3, 0])
        #expect(one.estimate == 0 && one.estimate.sign == .plus)
        #expect(abs(try ShareEntropy([2, 2, 2]).normalised() - 1) < 1e-15)
        #expect(throws: Undefined.tooFewObservations(needed: 2)) { try ShareEntropy([2]).normalised() }
        #expect(throws: Undefined.noObservations) { try ShareEntropy([]) }
    }
}
