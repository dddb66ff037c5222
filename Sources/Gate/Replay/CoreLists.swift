import Cohort
import MatchReplay

/// The list of every run of a snapshot as one core makes it, at most as long as the recorded one.
struct CoreLists: Sendable {
    let core: GateCore
    /// What the core calls itself.
    let name: String
    let version: String
    /// Parallel to `Snapshot.runs`.
    let lists: [ReplayedList]

    init(_ core: GateCore, of snapshot: Snapshot, threads: Int) async throws {
        self.core = core
        switch core {
        case .data(let data):
            (name, version) = (data.name, data.algorithmVersion)
            lists = try Replay(snapshot: snapshot, core: data).recordedLengthLists(threads: threads)
        case .program(let program):
            let (run, lists) = try await program.recordedLengthLists(of: snapshot)
            (name, version) = (run.handshake.name, run.handshake.version)
            self.lists = lists
        }
    }
}
