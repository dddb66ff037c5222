import Cohort

/// A snapshot of which figures about people may be made: one that was not changed after it was captured.
enum CapturedSnapshot {
    static func read(_ path: String, leavingOut: Set<String> = [], threads: Int = 1) throws -> Snapshot {
        try check(try Snapshot.read(from: path, leavingOut: leavingOut, threads: threads), path: path)
    }

    /// - Parameter path: `nil` for the demonstration, which is never sealed.
    static func check(_ snapshot: Snapshot, path: String?) throws -> Snapshot {
        guard snapshot.manifest.seal == nil else { throw CapturedSnapshotError.sealed(path: path ?? "The snapshot") }
        return snapshot
    }
}

enum CapturedSnapshotError: Error, CustomStringConvertible {
    case sealed(path: String)

    var description: String {
        switch self {
        case .sealed(let path):
            "\(path) was made for the gate (capture --for-ci): scores in it were changed, so it is used for nothing else; name a snapshot that was captured without --for-ci."
        }
    }
}
