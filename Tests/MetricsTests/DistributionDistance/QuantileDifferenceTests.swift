import Testing
import Metrics

@Suite struct QuantileDifferenceTests {
    @Test func estimatesAgreeWithNumpy() throws {
        for (group, reference, expected) in Reference.samples(Reference.sampleDistances) {
            for (probability, value) in zip([0.25, 0.5, 0.9], expected[5...]) {
                let difference = try QuantileDifference(group: group, reference: reference, probability: probability)
                #expect(abs(difference.estimate - value) < 1e-13)
            }
        }
    }

    @Test func intervalPutsTheSidesTogether() throws {
        let group = (1...10).map(Double.init)
        let reference = (1...10).map { Double($0) * 2 }
        let interval = try QuantileDifference(group: group, reference: reference, probability: 0.5).interval(level: 0.95)
        // Medians 5.5 and 11; order statistics 2 and 9.
        #expect(abs(interval.low - (-5.5 - (3.5 * 3.5 + 7.0 * 7).squareRoot())) < 1e-14)
        #expect(abs(interval.high - (-5.5 + (3.5 * 3.5 + 7.0 * 7).squareRoot())) < 1e-14)
    }

    @Test func tooFewForALevelIsSaid() throws {
        let five = [1.0, 2, 3, 4, 5]
        let many = (0..<80).map(Double.init)
        let median = try QuantileDifference(group: five, reference: many, probability: 0.5)
        #expect(median.estimate == 3 - 39.5)
        #expect(throws: Undefined.tooFewObservations(needed: 6)) { try median.interval(level: 0.95) }
        #expect(try median.interval(level: 0.9).level == 0.9)
        let tail = try QuantileDifference(group: Array(many.prefix(71)), reference: many, probability: 0.95)
        #expect(throws: Undefined.tooFewObservations(needed: 72)) { try tail.interval(level: 0.95) }
        #expect(try QuantileDifference(group: Array(many.prefix(72)), reference: many, probability: 0.95).interval(level: 0.95).level == 0.95)
    }

    @Test func undefinedInput() throws {
        #expect(throws: Undefined.noObservations) { try QuantileDifference(group: [], reference: [1], probability: 0.5) }
        #expect(throws: Undefined.notFinite) { try QuantileDifference(group: [1], reference: [.nan], probability: 0.5) }
        #expect(throws: Undefined.outsideRange) { try QuantileDifference(group: [1], reference: [1], probability: 1) }
        #expect(throws: Undefined.outsideRange) { try QuantileDifference(group: [1], reference: [1], probability: 0.5).interval(level: 2) }
    }
}
