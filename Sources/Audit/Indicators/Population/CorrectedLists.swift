import Cohort
import MatchReplay
import Metrics

/// What the lists made on a wrong profile would have been on the corrected one: the scenario `CorrectedProfile`, for those lists alone.
enum CorrectedLists {
    /// Per person the mean over those lists of the share of the first places that would have stayed; `nil` without such a list,
    /// without a core that can be replayed, or where the profiles cannot be replaced.
    static func overlaps(_ frame: AuditFrame, _ history: ProfileHistory, depth: Int) -> [Double?] {
        let runs = history.wrong.map { $0?.runs ?? [] }
        let all = runs.flatMap { $0 }
        guard let core = frame.core, !all.isEmpty else { return runs.map { _ in nil } }
        var some = frame.snapshot
        some.runs = all.map { frame.snapshot.runs[$0] }
        some.lists = all.map { frame.snapshot.lists[$0] }
        guard let input = try? CorrectedProfile().apply(ReplayInput(snapshot: some, core: core)),
            let replay = try? Replay(snapshot: input.snapshot, core: input.core),
            let lists = try? replay.lists(forRuns: Array(all.indices), top: depth, threads: frame.threads)
        else { return runs.map { _ in nil } }
        var next = 0
        return runs.map { own in
            defer { next += own.count }
            let overlaps = own.indices.compactMap { offset -> Double? in
                let made = Array(frame.replayed[own[offset]].workplaces.prefix(depth)), corrected = lists[next + offset].workplaces
                guard made.count == depth, corrected.count == depth else { return nil }
                return try? ListOverlap(made, corrected, depth: depth).estimate
            }
            return overlaps.isEmpty ? nil : overlaps.reduce(0, +) / Double(overlaps.count)
        }
    }
}
