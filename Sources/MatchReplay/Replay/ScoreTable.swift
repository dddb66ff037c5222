import Cohort

/// The scaled scores of every run's assessment.
struct ScoreTable: Sendable {
    private let rows: [Pseudonym: ScoredRow]

    init(_ core: FrozenCore, snapshot: Snapshot) throws(ReplayError) {
        var scores: [Pseudonym: [String: Double]] = [:]
        let used = Set(snapshot.runs.map(\.assessmentId))
        for entry in snapshot.scores {
            guard let score = entry.score, used.contains(entry.assessmentId) else { continue }
            scores[entry.assessmentId, default: [:]][entry.scaleCode] = score
        }
        var rows: [Pseudonym: ScoredRow] = [:]
        for assessment in snapshot.assessments where used.contains(assessment.assessmentId) {
            let own = scores[assessment.assessmentId] ?? [:]
            rows[assessment.assessmentId] = try ScoredRow(core, language: assessment.testLanguage) { own[$0] }
        }
        self.rows = rows
    }

    /// `nil` = the snapshot does not have that assessment.
    subscript(assessment: Pseudonym) -> ScoredRow? { rows[assessment] }
}
