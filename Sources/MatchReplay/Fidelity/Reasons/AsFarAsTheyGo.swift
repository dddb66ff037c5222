import Cohort

extension DifferingLists {
    /// The reasons that cannot be replayed: what the snapshot lacks, or production left out, is not there to be ranked.
    func comparedAsFarAsTheyGo(_ runs: [Int]) throws(ReplayError) -> [Int: DifferenceReason] {
        let scored = Set(snapshot.scores.lazy.filter { $0.score != nil }.map(\.assessmentId))
        let days = snapshot.runs.map(\.executedOn), assessments = snapshot.runs.map(\.assessmentId)
        let places = snapshot.workplaces
        return try judged(runs, core) { run, recorded, whole in
            if !scored.contains(assessments[run]) { return .withoutScores }
            let rank = Dictionary(zip(whole.workplaces, whole.workplaces.indices), uniquingKeysWith: { first, _ in first })
            let offered = recorded.filter { !places.indices.contains($0) || places[$0].isActive(on: days[run]) }
            let ranked = recorded.filter { rank[$0] != nil }
            if ranked.count < offered.count, !ranked.isEmpty, whole.workplaces.starts(with: ranked) { return .placeUnknown }
            let longest = min(whole.workplaces.count, core.top ?? .max)
            if recorded.count > longest, longest > 0, whole.workplaces.starts(with: recorded.prefix(whole.workplaces.count)) { return .otherLength }

            let positions = recorded.compactMap { rank[$0] }
            // In the order of the replay with gaps. With one place any order is right, which says nothing.
            guard positions.count == recorded.count, positions.count > 1 else { return nil }
            return zip(positions, positions.dropFirst()).allSatisfy { $0 < $1 } ? .placesLeftOut : nil
        }
    }
}
