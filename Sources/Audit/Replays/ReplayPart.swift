import Cohort
import MatchReplay

/// What the replay made of some of the people of a snapshot: their lists, and what measures need of their scores.
///
/// Merging is putting side by side, in order of pseudonym: no sum is rounded, so neither the number of parts nor their order can be seen in an
/// audit. That is also why a part is about persons (docs/adr/0024): it never leaves the organisation, and `pool` refuses it.
public struct ReplayPart: Sendable, Equatable {
    /// Digest of the first pass that it was made after.
    public let survey: String
    /// In ascending order.
    public internal(set) var runs: [Pseudonym]
    /// All parallel to `runs`.
    var lists: PackedLists
    var fidelity: [ListFidelity]
    var figures: RunFigures
    /// The recorded list of a run, by its position in `runs`, where it is not the one that was made: places in order of rank.
    var recorded: [Int: [Int]]

    /// - Throws: `otherSurvey` unless it was made after this first pass; `incomplete` unless it is about every run of the snapshot.
    public func check(isOf survey: ReplaySurvey, whole snapshot: Snapshot) throws(ReplayPartError) {
        guard let digest = try? survey.digest(), digest == self.survey else { throw .otherSurvey }
        guard survey.snapshot == .init(snapshot) else { throw .otherSnapshot }
        guard runs.elementsEqual(snapshot.runs.lazy.map(\.matchRunId)) else { throw .incomplete(made: runs.count, needed: snapshot.runs.count) }
    }
}
