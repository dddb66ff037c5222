import Cohort

extension Snapshot {
    /// Each participant's latest match run, in order of pseudonym: positions in `participants` and in `runs`. Whoever has no run is left out.
    func latestRuns() -> [(participant: Int, run: Int)] {
        let position = Dictionary(participants.enumerated().map { ($1.participantId, $0) }, uniquingKeysWith: { first, _ in first })
        return LatestRun.indices(of: self).compactMap { run in position[runs[run].participantId].map { ($0, run) } }
    }
}
