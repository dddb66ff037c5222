import Cohort

extension DifferingLists {
    /// The recorded list is that of another assessment of the same person: one that the run's assessment replaced or was replaced by (a corrected
    /// score), or any other one.
    func ofOtherAssessments(_ runs: [Int]) throws(ReplayError) -> [Int: DifferenceReason] {
        let byPerson = Dictionary(grouping: snapshot.assessments, by: \.participantId)
        let byId = Dictionary(snapshot.assessments.map { ($0.assessmentId, $0) }, uniquingKeysWith: { first, _ in first })
        var found: [Int: DifferenceReason] = [:]
        // Everybody's first other assessment, then everybody's second, ...: one replay of all runs for each.
        var turn = 0
        while true {
            var other = snapshot
            var tried: [Int] = []
            for run in runs where found[run] == nil {
                let own = snapshot.runs[run].assessmentId
                let others = (byPerson[snapshot.runs[run].participantId] ?? []).filter { $0.assessmentId != own }.sorted { $0.assessmentId < $1.assessmentId }
                guard turn < others.count else { continue }
                other.runs[run].assessmentId = others[turn].assessmentId
                tried.append(run)
            }
            if tried.isEmpty { return found }
            for run in reproduced(tried, by: other, core, cause: .otherAssessment).keys {
                let own = snapshot.runs[run].assessmentId, used = other.runs[run].assessmentId
                let corrected = byId[own]?.supersededBy == used || byId[used]?.supersededBy == own
                found[run] = corrected ? .scoreCorrected : .otherAssessment
            }
            turn += 1
        }
    }
}
