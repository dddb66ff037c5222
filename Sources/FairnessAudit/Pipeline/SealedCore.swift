import Cohort
import MatchReplay

/// The core whose fidelity is sealed: the one that is in production.
struct SealedCore {
    let core: CoreFile
    let threads: Int

    /// The lists of a snapshot's runs, and what the core calls itself.
    struct Lists {
        let name: String
        let version: String
        /// Parallel to `Snapshot.runs`; as long as the recorded lists at most.
        let lists: [ReplayedList]
    }

    var sha256: String {
        switch core {
        case .ranking(let core): core.sha256
        case .program(let core): core.sha256
        }
    }

    func lists(of snapshot: Snapshot) async throws -> Lists {
        switch core {
        case .ranking(let core):
            return Lists(
                name: core.name, version: core.algorithmVersion, lists: try Replay(snapshot: snapshot, core: core).recordedLengthLists(threads: threads))
        case .program(let core):
            let (run, lists) = try await core.recordedLengthLists(of: snapshot)
            return Lists(name: run.handshake.name, version: run.handshake.version, lists: lists)
        }
    }
}
