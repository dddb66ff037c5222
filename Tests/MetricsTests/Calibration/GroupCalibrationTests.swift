import Testing
import Metrics

@Suite struct GroupCalibrationTests {
    @Test func partsStandOnTheirOwn() throws {
        let whole = try GroupCalibration(
            predicted: CalibrationExample.predicted, outcomes: CalibrationExample.outcomes, bins: .equalWidth(4))
        #expect(abs(whole.brier.estimate - 0.175) < 1e-15)
        #expect(abs(try whole.observedOverExpected.get().estimate - 1) < 1e-15)
        #expect(abs(try whole.recalibration.get().slope().estimate - 1.07394145520834) < 1e-13)
        #expect(abs(whole.reliability.calibrationError.estimate - 0.15) < 1e-15)
    }

    @Test func aPartWithoutAValueSaysWhy() throws {
        let certain = try GroupCalibration(predicted: [0, 0], outcomes: [true, false], bins: .equalCounts(1))
        #expect(throws: Undefined.zeroDenominator) { try certain.observedOverExpected.get() }
        #expect(throws: Undefined.outsideRange) { try certain.recalibration.get() }
        #expect(certain.brier.estimate == 0.5)
    }
}
