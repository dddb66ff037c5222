/// Mean of (predicted chance - outcome)^2, 0 is perfect, 0.25 what a constant one half gives.
///
/// It mixes calibration with how far the chances spread, so two groups with different base rates have different scores under
/// equally good predictions. Interval: Student's, people being independent.
public struct BrierScore: Statistic {
    public static let method = "brier"
    public static let citation = "Brier (1950), Monthly Weather Review 78:1-3"

    public let count: Int
    public let estimate: Double
    private let summary: Summary

    /// - Parameters:
    ///   - predicted: chance per person, in [0, 1].
    ///   - outcomes: in the same order.
    /// - Throws: `noObservations`, `unequalLengths`, `notFinite`, `outsideRange` for a prediction outside [0, 1].
    public init(predicted: [Double], outcomes: [Bool]) throws(Undefined) {
        try CalibrationCheck.check(predicted, outcomes)
        summary = try Summary(zip(predicted, outcomes).map { ($1 ? 1 - $0 : $0) * ($1 ? 1 - $0 : $0) })
        count = summary.count
        estimate = summary.mean
    }

    /// - Throws: `tooFewObservations(needed: 2)` for one person, `zeroVariance` when everybody has the same error.
    public func interval(level: Double) throws(Undefined) -> Interval {
        guard let deviation = summary.sampleDeviation else { throw .tooFewObservations(needed: 2) }
        guard deviation > 0 else { throw .zeroVariance }
        let half = StudentT.critical(level: level, df: Double(count - 1)) * deviation / Double(count).squareRoot()
        return Interval(level: level, low: max(0, estimate - half), high: min(1, estimate + half))
    }
}
