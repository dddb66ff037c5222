import Testing
import Metrics

@Suite struct IndicativeScaleFunctioningTests {
    private let group = [[50.0, 40, 44], [47, 41, 51], [55, 46, 49], [60, 57, 58], [42, 41, 40]]
    private let reference = [[51.0, 52, 47], [45, 50, 44], [58, 60, 61], [62, 66, 60], [49, 53, 55], [40, 38, 45]]

    @Test func isTheRegressionOnTheMeanOfTheOtherScales() throws {
        let scale = try IndicativeScaleFunctioning(scale: 1, group: group, reference: reference)
        let lines = try DifferentialPrediction(
            group: group.map { (($0[0] + $0[2]) / 2, $0[1]) }, reference: reference.map { (($0[0] + $0[2]) / 2, $0[1]) })
        #expect(abs(scale.estimate - (try lines.interceptDifference(.hc2).estimate)) < 1e-12)
        #expect(scale.uniformTest.pValue == lines.interceptTest.pValue)
        #expect(try scale.nonUniformTest().pValue == lines.slopeTest().pValue)
        #expect(scale.estimate < 0 && scale.standardisedDifference < 0 && scale.count == 11)
        #expect(scale.interval(level: 0.95).low < scale.estimate)
        #expect(IndicativeScaleFunctioning.method.hasSuffix("indicative"))
    }

    @Test func undefinedInput() {
        #expect(throws: Undefined.noObservations) { try IndicativeScaleFunctioning(scale: 0, group: [], reference: []) }
        #expect(throws: Undefined.noObservations) { try IndicativeScaleFunctioning(scale: 0, group: [], reference: reference) }
        #expect(throws: Undefined.outsideRange) { try IndicativeScaleFunctioning(scale: 3, group: group, reference: reference) }
        #expect(throws: Undefined.outsideRange) { try IndicativeScaleFunctioning(scale: 0, group: [[1], [2]], reference: [[1], [3]]) }
        #expect(throws: Undefined.unequalLengths) { try IndicativeScaleFunctioning(scale: 0, group: [[1, 2]], reference: reference) }
    }
}
