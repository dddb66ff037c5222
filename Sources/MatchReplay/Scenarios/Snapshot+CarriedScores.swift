import Cohort

extension Snapshot {
    /// The same snapshot with every score carried over by the language of its own assessment.
    ///
    /// - Parameter carry: (test language, scale code, score) to the new score and what its error of measurement is multiplied by.
    func carryingScores(
        _ carry: (String, String, Double) throws(ScenarioError) -> (score: Double, stretch: Double)
    ) throws(ScenarioError) -> Snapshot {
        let language = Dictionary(assessments.map { ($0.assessmentId, $0.testLanguage) }, uniquingKeysWith: { first, _ in first })
        var carried = self
        for index in carried.scores.indices {
            guard let score = scores[index].score, let language = language[scores[index].assessmentId] else { continue }
            let new = try carry(language, scores[index].scaleCode, score)
            carried.scores[index].score = new.score
            carried.scores[index].standardError = scores[index].standardError.map { $0 * new.stretch }
        }
        return carried
    }
}
