import Cohort

/// The list that counts in the laboratory: each participant's latest.
public enum LatestRun {
    /// The index in `Snapshot.runs` of each participant's run with the highest sequence, in order of participant pseudonym.
    public static func indices(of snapshot: Snapshot) -> [Int] {
        var latest: [Pseudonym: Int] = [:]
        for (index, run) in snapshot.runs.enumerated() {
            if let kept = latest[run.participantId], snapshot.runs[kept].sequence >= run.sequence { continue }
            latest[run.participantId] = index
        }
        return latest.sorted { $0.key < $1.key }.map(\.value)
    }
}
