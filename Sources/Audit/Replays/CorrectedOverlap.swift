import Cohort
import MatchReplay
import Metrics

/// How much of the top of a list stays when it is made of the corrected profile (M10).
enum CorrectedOverlap: Sendable, Equatable {
    /// The run was not made from a profile that was corrected, or one of both lists is too short.
    case none
    case overlap(Double)
    /// The chain of corrections goes in a circle or leads to somebody else: the data are at fault.
    case broken

    /// Parallel to `Snapshot.runs`.
    static func make(_ input: ReplayInput, lists: [ReplayedList], depth: Int, threads: Int) -> [CorrectedOverlap] {
        let snapshot = input.snapshot
        var overlaps = [CorrectedOverlap](repeating: .none, count: snapshot.runs.count)
        let assessments = Dictionary(snapshot.assessments.map { ($0.assessmentId, $0) }, uniquingKeysWith: { first, _ in first })
        var corrected = input
        corrected.snapshot.runs = []
        corrected.snapshot.lists = []
        var wrong: [Int] = []
        for (index, var run) in snapshot.runs.enumerated() where assessments[run.assessmentId]?.supersededBy != nil {
            do throws(ScenarioError) {
                run.assessmentId = try CorrectedProfile.correction(of: run, assessments)
                corrected.snapshot.runs.append(run)
                corrected.snapshot.lists.append(snapshot.lists[index])
                wrong.append(index)
            } catch { overlaps[index] = .broken }
        }
        guard !wrong.isEmpty, let replay = try? Replay(snapshot: corrected.snapshot, core: input.core),
            let made = try? replay.lists(forRuns: Array(wrong.indices), top: depth, threads: threads)
        else { return overlaps }
        for (run, list) in zip(wrong, made) {
            let now = Array(lists[run].workplaces.prefix(depth))
            guard now.count == depth, list.workplaces.count == depth, let agreement = try? ListOverlap(now, list.workplaces, depth: depth) else { continue }
            overlaps[run] = .overlap(agreement.estimate)
        }
        return overlaps
    }
}
