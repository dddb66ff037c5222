import Cohort

/// Everybody's latest list, person by person, whichever core made it.
public struct LatestLists: Sendable {
    /// In order of pseudonym.
    public let participants: [Pseudonym]
    /// Index in `Snapshot.runs`, parallel to `participants`.
    public let runs: [Int]
    /// Parallel to `participants`.
    public let lists: [ReplayedList]

    public init(participants: [Pseudonym], runs: [Int], lists: [ReplayedList]) {
        self.participants = participants
        self.runs = runs
        self.lists = lists
    }

    /// Replays the latest run of every participant with the core of the input.
    /// - Parameter top: places per list; at least the k that is compared, and as deep as rank-biased overlap should look.
    public init(_ input: ReplayInput, top: Int, threads: Int) throws(ReplayError) {
        let replay = try Replay(snapshot: input.snapshot, core: input.core)
        runs = LatestRun.indices(of: input.snapshot)
        participants = runs.map { input.snapshot.runs[$0].participantId }
        lists = try replay.lists(forRuns: runs, top: top, threads: threads)
    }
}
