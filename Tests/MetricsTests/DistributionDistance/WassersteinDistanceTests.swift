import Testing
import Metrics

@Suite struct WassersteinDistanceTests {
    @Test func agreesWithScipy() throws {
        for (group, reference, expected) in Reference.samples(Reference.sampleDistances) {
            #expect(try Reference.error(WassersteinDistance(group: group, reference: reference).estimate, expected[4]) < 1e-12)
        }
    }

    @Test func zeroOnlyForTheSame() throws {
        #expect(try WassersteinDistance(group: [0.1, 0.3, 0.3], reference: [0.3, 0.1, 0.3, 0.3, 0.3, 0.1]).estimate == 0)
        #expect(try WassersteinDistance(group: [0.1, 0.3], reference: [0.1, 0.1, 0.3]).estimate > 0)
        #expect(try WassersteinDistance(group: [0], reference: [3, 5]).estimate == 4)
    }

    @Test func noIntervalOfItsOwn() throws {
        let distance = try WassersteinDistance(group: [0, 1], reference: [3, 5])
        #expect(throws: Undefined.noSamplingModel) { try distance.interval(level: 0.95) }
    }

    @Test func undefinedInput() {
        #expect(throws: Undefined.noObservations) { try WassersteinDistance(group: [], reference: [1]) }
        #expect(throws: Undefined.notFinite) { try WassersteinDistance(group: [.infinity], reference: [1]) }
        #expect(throws: Undefined.notFinite) { try WassersteinDistance(group: [1e308], reference: [-1e308]) }
    }
}
