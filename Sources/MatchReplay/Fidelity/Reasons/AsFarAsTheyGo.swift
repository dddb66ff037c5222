import Cohort

extension DifferingLists {
    /// The reasons that cannot be replayed: what the snapshot lacks, or production left out, is not there to be ranked.
    func comparedAsFarAsTheyGo(_ runs: [Int]) throws(ReplayError) -> [Int: DifferenceReason] {
        guard !runs.isEmpty else { return [:] }
        let scored = Set(snapshot.scores.lazy.filter { $0.score != nil }.map(\.assessmentId))
        let assessments = snapshot.runs.map(\.assessmentId)
        var unfiltered = core
        unfiltered.places = .all
        unfiltered.filters = .none
        unfiltered.top = nil
        let everything = try Replay(snapshot: snapshot, core: unfiltered)
        return try judged(runs, core) { run, recorded, whole in
            if !scored.contains(assessments[run]) { return .withoutScores }

            let rank = Dictionary(zip(whole.workplaces, whole.workplaces.indices), uniquingKeysWith: { first, _ in first })
            let ranked = recorded.filter { rank[$0] != nil }
            if ranked.count < recorded.count, !ranked.isEmpty, whole.workplaces.starts(with: ranked) {
                // Not a place that was off the market or filtered out: one that could not be ranked whatever is on offer.
                let rankable = Set((try? everything.list(forRun: run, top: nil).workplaces) ?? [])
                if recorded.allSatisfy({ rank[$0] != nil || !rankable.contains($0) }) { return .placeUnknown }
            }
            let longest = min(whole.workplaces.count, core.top ?? .max)
            if recorded.count > longest, longest > 0, whole.workplaces.starts(with: recorded.prefix(whole.workplaces.count)) { return .otherLength }

            let positions = recorded.compactMap { rank[$0] }
            // In the order of the replay with gaps. With one place any order is right, which says nothing.
            guard positions.count == recorded.count, positions.count > 1 else { return nil }
            return zip(positions, positions.dropFirst()).allSatisfy { $0 < $1 } ? .placesLeftOut : nil
        }
    }
}
