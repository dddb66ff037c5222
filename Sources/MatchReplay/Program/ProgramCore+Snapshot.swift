import Cohort

extension ProgramCore {
    /// The list of every run, as long as its recorded list at most; parallel to `Snapshot.runs`. And what the program said of itself.
    /// - Parameter market: what is on offer; the snapshot's own by default.
    public func recordedLengthLists(of snapshot: Snapshot, market: Market? = nil) async throws -> (run: ProgramRun, lists: [ReplayedList]) {
        let lengths = snapshot.lists.map(\.workplaces.count)
        let (run, lists) = try await lists(
            for: ListRequest.all(of: snapshot), market: market ?? Market(snapshot), scaling: snapshot.scaling, top: max(1, lengths.max() ?? 1))
        let cut = zip(lists, lengths).map { list, length in
            ReplayedList(workplaces: Array(list.workplaces.prefix(length)), distances: Array(list.distances.prefix(length)))
        }
        return (run, cut)
    }
}
