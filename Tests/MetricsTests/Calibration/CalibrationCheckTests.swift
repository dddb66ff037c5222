import Testing
import Metrics

@Suite struct CalibrationCheckTests {
    @Test func everyFigureAsksTheSame() {
        let wrong: [([Double], [Bool], Undefined)] = [
            ([], [], .noObservations), ([0.5], [], .unequalLengths), ([0.5, .nan], [true, false], .notFinite),
            ([0.5, 1.1], [true, false], .outsideRange), ([-0.1, 0.2], [true, false], .outsideRange),
        ]
        for (predicted, outcomes, reason) in wrong {
            #expect(throws: reason) { try BrierScore(predicted: predicted, outcomes: outcomes) }
            #expect(throws: reason) { try ObservedOverExpected(predicted: predicted, outcomes: outcomes) }
            #expect(throws: reason) { try LogisticRecalibration(predicted: predicted, outcomes: outcomes) }
            #expect(throws: reason) { try ReliabilityTable(predicted: predicted, outcomes: outcomes, bins: .equalWidth(2)) }
            #expect(throws: reason) { try GroupCalibration(predicted: predicted, outcomes: outcomes, bins: .equalWidth(2)) }
        }
    }
}
