import Cohort
import Metrics

/// The standard error of measurement of every score that a list rests on, in points of the score.
///
/// Taken from `assessment_score.standard_error`, or else from what the supplier published per scale, or else, where neither is known, from an assumed
/// reliability r as SD sqrt(1 - r), with the SD that is frozen with the snapshot.
struct ErrorsOfMeasurement {
    /// By assessment and scale.
    private let ofScores: [Pseudonym: [String: Double]]
    private let published: [String: Double]
    private let deviations: [String: Double]

    init(snapshot: Snapshot, published: [String: Double]) {
        var ofScores: [Pseudonym: [String: Double]] = [:]
        for entry in snapshot.scores where entry.score != nil {
            if let error = entry.standardError, error.isFinite, error >= 0 { ofScores[entry.assessmentId, default: [:]][entry.scaleCode] = error }
        }
        self.ofScores = ofScores
        // What is no standard error is no knowledge.
        self.published = published.filter { $0.value.isFinite && $0.value >= 0 }
        deviations = snapshot.scaling.participants.mapValues(\.standardDeviation)
    }

    /// - Parameter reliability: assumed where nothing is known; `nil` = assume nothing.
    /// - Returns: `nil` when nothing is known and nothing may be assumed.
    func error(of assessment: Pseudonym, scale code: String, reliability: Double?) -> Double? {
        if let known = ofScores[assessment]?[code] ?? published[code] { return known }
        guard let reliability, let deviation = deviations[code] else { return nil }
        // A scale on which everybody has the same score has no error that could be seen.
        return (try? StandardErrorOfMeasurement(deviation: deviation, reliability: reliability).value) ?? 0
    }
}
