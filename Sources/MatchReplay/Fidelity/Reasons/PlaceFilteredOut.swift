extension DifferingLists {
    /// Places that the core's filters (hours, travel, abilities) keep off stand on the recorded list; with exactly these let in as well, the replay is the
    /// recorded list.
    func withPlacesFilteredOut(_ runs: [Int]) throws(ReplayError) -> [Int: DifferenceReason] {
        guard core.filters != .none, !runs.isEmpty else { return [:] }
        var unfiltered = core, filtered = core
        unfiltered.filters = .none
        filtered.top = nil
        let own = try Replay(snapshot: snapshot, core: filtered)
        let allowed = try own.lists(forRuns: runs, top: nil, threads: threads).map { Set($0.workplaces) }
        let position = Dictionary(uniqueKeysWithValues: zip(runs, runs.indices))
        return try judged(runs, unfiltered) { run, recorded, whole in
            let shown = Set(recorded), allowed = position[run].map { allowed[$0] } ?? []
            let offered = whole.workplaces.lazy.filter { shown.contains($0) || allowed.contains($0) }
            return offered.prefix(recorded.count).elementsEqual(recorded) ? .placeFilteredOut : nil
        }
    }
}
