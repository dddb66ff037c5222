/// What every calibration figure asks of its two lists.
enum CalibrationCheck {
    /// - Throws: `noObservations`, `unequalLengths`, `notFinite`, `outsideRange` for a prediction outside [0, 1].
    static func check(_ predicted: [Double], _ outcomes: [Bool]) throws(Undefined) {
        guard !predicted.isEmpty || !outcomes.isEmpty else { throw .noObservations }
        guard predicted.count == outcomes.count else { throw .unequalLengths }
        guard predicted.allSatisfy(\.isFinite) else { throw .notFinite }
        guard predicted.allSatisfy({ $0 >= 0 && $0 <= 1 }) else { throw .outsideRange }
    }
}
