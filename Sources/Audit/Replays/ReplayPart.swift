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
    var lists: [ReplayedList]
    var fidelity: [ListFidelity]
    var figures: RunFigures
    /// The recorded list of a run, by its position in `runs`, where it is not the one that was made: places in order of rank.
    var recorded: [Int: [Int]]

    /// The parts of one population as one. Any order of parts, and any order of merging, gives the same value.
    /// - Throws: `otherSurvey`, `twice`, `otherArms`.
    public static func merged(_ parts: [ReplayPart]) throws(ReplayPartError) -> ReplayPart {
        guard let first = parts.first else { throw .nothing }
        guard parts.allSatisfy({ $0.survey == first.survey }) else { throw .otherSurvey }
        // An arm that cannot be made cannot be made for anybody; of nobody it tells nothing.
        let arms = parts.filter { !$0.runs.isEmpty }.map { Set($0.figures.arms.byArm.keys) }
        guard Set(arms).count <= 1 else { throw .otherArms }

        // Each part is in order, so that sorting only has to interleave them; a run's key is beside its place, where a comparison finds it.
        var places: [(run: Pseudonym, part: Int, row: Int)] = []
        places.reserveCapacity(parts.reduce(0) { $0 + $1.runs.count })
        for (part, value) in parts.enumerated() { for (row, run) in value.runs.enumerated() { places.append((run, part, row)) } }
        places.sort { $0.run < $1.run }
        let runs = places.map(\.run)
        guard !zip(runs, runs.dropFirst()).contains(where: ==) else { throw .twice }

        var byArm: [String: [LanguageArms.Figures]] = [:]
        for arm in arms.first ?? [] {
            let columns = parts.map { $0.figures.arms.byArm[arm] ?? [] }
            byArm[arm] = places.map { columns[$0.part][$0.row] }
        }
        var redrawn: [Period: RedrawnPeople] = [:]
        for part in parts {
            for (window, people) in part.figures.redrawn {
                redrawn[window, default: .nobody].agreements.merge(people.agreements) { kept, _ in kept }
                redrawn[window, default: .nobody].isAssumed = redrawn[window]?.isAssumed == true || people.isAssumed
            }
        }
        var recorded: [Int: [Int]] = [:]
        if parts.contains(where: { !$0.recorded.isEmpty }) {
            for (index, place) in places.enumerated() { recorded[index] = parts[place.part].recorded[place.row] }
        }
        return ReplayPart(
            survey: first.survey, runs: runs, lists: places.map { parts[$0.part].lists[$0.row] },
            fidelity: places.map { parts[$0.part].fidelity[$0.row] },
            figures: RunFigures(
                level: places.map { parts[$0.part].figures.level[$0.row] }, arms: LanguageArms(byArm: byArm),
                corrected: places.map { parts[$0.part].figures.corrected[$0.row] }, redrawn: redrawn), recorded: recorded)
    }

    /// The lists as production recorded them, parallel to `runs`, without their distances: what was to be learned from those is in `fidelity`.
    public var recordedLists: [RecordedList] {
        lists.indices.map { RecordedList(workplaces: recorded[$0] ?? lists[$0].workplaces, distances: []) }
    }

    /// - Throws: `otherSurvey` unless it was made after this first pass; `incomplete` unless it is about every run of the snapshot.
    public func check(isOf survey: ReplaySurvey, whole snapshot: Snapshot) throws(ReplayPartError) {
        guard let digest = try? survey.digest(), digest == self.survey else { throw .otherSurvey }
        guard survey.snapshot == .init(snapshot) else { throw .otherSnapshot }
        guard runs.elementsEqual(snapshot.runs.lazy.map(\.matchRunId)) else { throw .incomplete(made: runs.count, needed: snapshot.runs.count) }
    }
}
