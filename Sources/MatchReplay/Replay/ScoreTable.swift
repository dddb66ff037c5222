import Cohort

/// The scaled scores of every run's assessment, one row per assessment.
struct ScoreTable: Sendable {
    /// assessments x scales; 0 where there is no score.
    let scores: [Double]
    /// assessments x scales; 1 where there is a score, else 0.
    let present: [Double]
    private let scales: Int
    private let row: [Pseudonym: Int]

    init(_ core: FrozenCore, snapshot: Snapshot) throws(ReplayError) {
        scales = core.scales.count
        let used = Set(snapshot.runs.map(\.assessmentId))
        let row = Dictionary(used.sorted().enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let scaleIndex = Dictionary(core.scales.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
        var scores = [Double](repeating: 0, count: used.count * scales)
        var present = scores
        for entry in snapshot.scores {
            guard let score = entry.score, let row = row[entry.assessmentId], let scale = scaleIndex[entry.scaleCode] else { continue }
            let scaled = core.scales[scale].participants(score)
            guard scaled.isFinite else { throw .notFinite(relation: "assessment_score", code: entry.scaleCode) }
            scores[row * scales + scale] = scaled
            present[row * scales + scale] = 1
        }
        self.scores = scores
        self.present = present
        self.row = row
    }

    /// The stretch of `scores` and `present` that belongs to an assessment of a run.
    func range(of assessment: Pseudonym) -> Range<Int>? {
        row[assessment].map { $0 * scales..<($0 + 1) * scales }
    }
}
