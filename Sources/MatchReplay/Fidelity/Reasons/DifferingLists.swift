import Cohort

/// The recorded lists that a core does not reproduce, to be replayed as if a reason held. Each reason is one method in a file of its own.
///
/// Whole lists can be long, so each is made, compared and let go.
struct DifferingLists {
    let snapshot: Snapshot
    let core: RankingCore
    let threads: Int

    /// Those of `runs` whose recorded list a replay of another snapshot or core gives exactly.
    ///
    /// - Parameters:
    ///   - other: a snapshot with the same places and runs in the same positions.
    ///   - cause: the reason that has then been found.
    /// A core or snapshot that cannot be replayed at all is not the reason: its error is dropped here on purpose.
    func reproduced(_ runs: [Int], by other: Snapshot, _ core: RankingCore, cause: DifferenceReason) -> [Int: DifferenceReason] {
        guard !runs.isEmpty, let replay = try? Replay(snapshot: other, core: core) else { return [:] }
        let found = parallelMap(count: runs.count, threads: threads) { index in
            let recorded = snapshot.lists[runs[index]].workplaces
            return (try? replay.list(forRun: runs[index], top: recorded.count).workplaces) == recorded
        }
        return Dictionary(uniqueKeysWithValues: zip(runs, found).filter(\.1).map { ($0.0, cause) })
    }

    /// A reason for each of `runs` that `judge` finds one for, from its recorded list and the whole list that a core makes of its run,
    /// whatever limit the core sets to its length.
    func judged(
        _ runs: [Int], _ core: RankingCore, _ judge: @Sendable (Int, _ recorded: [Int], _ whole: ReplayedList) -> DifferenceReason?
    ) throws(ReplayError) -> [Int: DifferenceReason] {
        guard !runs.isEmpty else { return [:] }
        var core = core
        core.top = nil
        let replay = try Replay(snapshot: snapshot, core: core)
        let reasons = try parallelMap(count: runs.count, threads: threads) { index throws(ReplayError) in
            judge(runs[index], snapshot.lists[runs[index]].workplaces, try replay.list(forRun: runs[index], top: nil))
        }
        return Dictionary(uniqueKeysWithValues: zip(runs, reasons).compactMap { run, reason in reason.map { (run, $0) } })
    }
}
