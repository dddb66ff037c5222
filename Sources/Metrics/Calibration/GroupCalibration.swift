/// How predicted chances fit the outcomes of one group: every part has a value or the reason why it has none.
///
/// Made per group; to test whether two groups differ, give `LogisticDifferentialPrediction` the logits as predictor.
public struct GroupCalibration: Sendable {
    public let brier: BrierScore
    public let observedOverExpected: Result<ObservedOverExpected, Undefined>
    public let recalibration: Result<LogisticRecalibration, Undefined>
    public let reliability: ReliabilityTable

    /// - Throws: `noObservations` for an absent group, `unequalLengths`, `notFinite`, `outsideRange`: what leaves no part standing.
    public init(predicted: [Double], outcomes: [Bool], bins: CalibrationBins) throws(Undefined) {
        brier = try BrierScore(predicted: predicted, outcomes: outcomes)
        reliability = try ReliabilityTable(predicted: predicted, outcomes: outcomes, bins: bins)
        observedOverExpected = Undefined.result { () throws(Undefined) in
            try ObservedOverExpected(predicted: predicted, outcomes: outcomes)
        }
        recalibration = Undefined.result { () throws(Undefined) in
            try LogisticRecalibration(predicted: predicted, outcomes: outcomes)
        }
    }
}
