import Testing
import Metrics

@Suite struct BrunnerMunzelTests {
    /// scipy's statistic of (y, x) is that of the group minus the reference.
    @Test func agreesWithScipy() throws {
        for (group, reference, expected) in Reference.samples(Reference.rankTests) {
            let test = try BrunnerMunzel(group: group, reference: reference)
            #expect(abs(test.statistic - expected[4]) < 1e-12 * max(1, abs(expected[4])))
            #expect(Reference.error(test.pValue, expected[5]) < 1e-11)
        }
    }

    @Test("complete separation is undefined; scipy returns an infinite statistic or NaN")
    func completeSeparation() {
        #expect(throws: Undefined.noOverlap) { try BrunnerMunzel(group: [4, 5, 6], reference: [1, 2, 3]) }
        #expect(throws: Undefined.noOverlap) { try BrunnerMunzel(group: [1, 2], reference: [3, 4, 5]) }
        #expect(throws: Undefined.zeroVariance) { try BrunnerMunzel(group: [3, 3], reference: [3, 3, 3]) }
    }

    @Test func undefinedInput() {
        #expect(throws: Undefined.tooFewObservations(needed: 2)) { try BrunnerMunzel(group: [1], reference: [0, 2]) }
        #expect(throws: Undefined.noObservations) { try BrunnerMunzel(group: [], reference: [0, 2]) }
        #expect(throws: Undefined.notFinite) { try BrunnerMunzel(group: [1, .nan], reference: [0, 2]) }
    }
}
