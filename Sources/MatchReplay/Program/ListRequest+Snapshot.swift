import Cohort

extension ListRequest {
    /// The requests of all runs of a snapshot, parallel to `Snapshot.runs`: what any core is asked to make the recorded lists again.
    ///
    /// A run whose assessment is not in the snapshot is a request without scores and language.
    public static func all(of snapshot: Snapshot) -> [ListRequest] {
        let circumstances = RunCircumstances(snapshot, filters: RankingCore.Filters(hours: true, travel: true, abilities: true))
        var scores: [Pseudonym: [String: Double]] = [:]
        for entry in snapshot.scores { if let score = entry.score { scores[entry.assessmentId, default: [:]][entry.scaleCode] = score } }
        return snapshot.runs.map { run in
            circumstances.request(run, scores: scores[run.assessmentId] ?? [:])
                ?? ListRequest(scores: [:], testLanguage: "", day: run.executedOn, key: run.matchRunId.randomKey)
        }
    }
}
