/// The scaled scores of one assessment, parallel to the scales of the core.
struct ScoredRow: Sendable, Equatable {
    /// 0 where there is no score and nothing stands in for it.
    var scores: [Double]
    /// 1 where there is a score, else 0.
    var present: [Double]
    /// Where there is no score: the scaled bounds of the scale, of which the worse one stands in under `MissingValues.worst`.
    var bounds: [ClosedRange<Double>]

    var isComplete: Bool { present.allSatisfy { $0 == 1 } }

    /// - Parameter scores: as stored, by scale code.
    init(_ core: FrozenCore, language: String, score: (String) -> Double?) throws(ReplayError) {
        scores = [Double](repeating: 0, count: core.scales.count)
        present = scores
        bounds = []
        for (index, scale) in core.scales.enumerated() {
            let scaling = try scale.participants.scale(forLanguage: language, core: core.core)
            bounds.append(scaling(scale.bounds.lowerBound)...scaling(scale.bounds.upperBound))
            let measured = score(scale.code)
            guard let value = measured ?? scale.mean else { continue }
            scores[index] = scaling(value)
            guard scores[index].isFinite else { throw .notFinite(relation: "assessment_score", code: scale.code) }
            present[index] = measured == nil ? 0 : 1
        }
    }
}
