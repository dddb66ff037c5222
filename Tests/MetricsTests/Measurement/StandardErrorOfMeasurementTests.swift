import Testing
import Metrics

@Suite struct StandardErrorOfMeasurementTests {
    @Test func valueByHand() throws {
        let error = try StandardErrorOfMeasurement(deviation: 7.5, reliability: 0.8)
        #expect(abs(error.value - 3.3541019662496847) < 1e-14)
        #expect(abs(error.ofDifference - 4.743416490252569) < 1e-14)
        #expect(try StandardErrorOfMeasurement(deviation: 2, reliability: 1).value == 0)
    }

    @Test func edgesHaveReasons() {
        #expect(throws: Undefined.outsideRange) { try StandardErrorOfMeasurement(deviation: 2, reliability: 1.1) }
        #expect(throws: Undefined.outsideRange) { try StandardErrorOfMeasurement(deviation: 2, reliability: -0.1) }
        #expect(throws: Undefined.zeroVariance) { try StandardErrorOfMeasurement(deviation: 0, reliability: 0.5) }
        #expect(throws: Undefined.notFinite) { try StandardErrorOfMeasurement(deviation: .nan, reliability: 0.5) }
    }
}
