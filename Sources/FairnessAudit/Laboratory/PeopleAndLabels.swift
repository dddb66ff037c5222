import Cohort
import MatchReplay

/// Everybody's group by one attribute; language and mode of the test are those of the latest run.
struct PeopleAndLabels {
    /// Parallel to `Snapshot.participants`; `nil` = not known, or no list.
    let labels: [String?]
    /// Everybody's latest run, with the group.
    let latestRuns: [(run: Int, label: String?)]

    init(_ snapshot: Snapshot, attribute: Attribute) {
        let people = Dictionary(snapshot.participants.enumerated().map { ($1.participantId, $0) }, uniquingKeysWith: { first, _ in first })
        let tests = Dictionary(snapshot.assessments.map { ($0.assessmentId, $0) }, uniquingKeysWith: { first, _ in first })
        var labels = [String?](repeating: nil, count: snapshot.participants.count)
        var runs: [(run: Int, label: String?)] = []
        for run in LatestRun.indices(of: snapshot) {
            guard let person = people[snapshot.runs[run].participantId] else { continue }
            labels[person] = Attribute.labels(of: snapshot.participants[person], test: tests[snapshot.runs[run].assessmentId])[attribute]
            runs.append((run, labels[person]))
        }
        self.labels = labels
        latestRuns = runs
    }
}
