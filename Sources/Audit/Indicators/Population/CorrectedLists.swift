import Cohort
import MatchReplay
import Metrics

/// What the lists made on a wrong profile would have been on the corrected one: the scenario `CorrectedProfile`, for those lists alone.
enum CorrectedLists {
    /// Per person the mean over those lists of the share of the first places that would have stayed; `nil` without such a list,
    /// without a core that can be replayed, or where the profiles cannot be replaced.
    static func overlaps(_ frame: AuditFrame, _ history: ProfileHistory, depth: Int) -> [Double?] {
        let corrected = frame.correctedOverlaps(depth: depth)
        let runs = history.wrong.map { $0?.runs ?? [] }
        // Where one chain of corrections cannot be followed, the others are not to be trusted.
        guard !runs.joined().contains(where: { corrected[$0] == .broken }) else { return runs.map { _ in nil } }
        return runs.map { own in
            let overlaps = own.compactMap { run in if case .overlap(let value) = corrected[run] { value } else { nil as Double? } }
            return overlaps.isEmpty ? nil : overlaps.reduce(0, +) / Double(overlaps.count)
        }
    }
}
