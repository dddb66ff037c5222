import Cohort
import MatchReplay

/// From which source the squared distance between one person and the first place on a list comes: shares that add up to 1 (M6).
struct LevelParts: Sendable, Equatable {
    let level: Double
    let spread: Double
    let shape: Double

    /// Parallel to `Snapshot.runs`; `nil` for an empty list, for a best place at no distance at all, and where the core has no such parts.
    static func make(_ input: ReplayInput, lists: [ReplayedList], threads: Int) -> [LevelParts?] {
        guard let splitter = try? BestMatchSplit(input) else { return lists.map { _ in nil } }
        return parallelMap(count: lists.count, threads: threads) { run in
            guard let split = try? splitter.parts(ofRun: run, best: lists[run].workplaces.first), split.total > 0 else { return nil }
            return LevelParts(level: split.level / split.total, spread: split.spread / split.total, shape: split.shape / split.total)
        }
    }
}
