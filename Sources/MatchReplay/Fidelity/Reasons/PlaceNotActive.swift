extension DifferingLists {
    /// Places that the snapshot does not offer on the day of the run stand on the recorded list; with exactly these offered as well, the replay is the recorded list.
    func withPlacesNotActive(_ runs: [Int]) throws(ReplayError) -> [Int: DifferenceReason] {
        guard core.places == .activeOnRunDay else { return [:] }
        var everything = core
        everything.places = .all
        let places = snapshot.workplaces
        let days = snapshot.runs.map(\.executedOn)
        return try judged(runs, everything) { run, recorded, whole in
            let shown = Set(recorded)
            guard shown.contains(where: { places.indices.contains($0) && !places[$0].isActive(on: days[run]) }) else { return nil }
            let offered = whole.workplaces.lazy.filter { shown.contains($0) || places[$0].isActive(on: days[run]) }
            return offered.prefix(recorded.count).elementsEqual(recorded) ? .placeNotActive : nil
        }
    }
}
