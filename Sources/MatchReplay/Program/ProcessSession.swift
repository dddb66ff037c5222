import Foundation
import Glibc

/// The session of a program that was started as the leader of its own: the program, and all that it started and that did not leave it.
///
/// Whoever calls `setsid` has left and is out of reach; whoever only moved to another process group is not. The leader has not been reaped
/// while this is in use, so that its number cannot belong to anyone else.
struct ProcessSession: Sendable {
    let leader: pid_t
    /// What the leader read from when it was started, as proc(5) names it; `nil` = that could not be seen.
    private let input: String?

    init(leader: pid_t) {
        self.leader = leader
        input = Self.file("0", of: leader)
    }

    /// Whether the leader has ended.
    var hasEnded: Bool { Self.stat(of: leader)?.isLive != true }

    /// The live processes of the session.
    var members: [pid_t] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.compactMap { pid_t($0) }.filter { getsid($0) == leader && Self.stat(of: $0).map { $0.isLive && $0.session == leader } ?? false }
    }

    /// Whether somebody in the session may still read what the leader was given to read from.
    ///
    /// Writing would tell, but for one thing: a process that is just being started from this one has, for a moment, a copy of every pipe, and what
    /// is written then is lost without an error.
    var readsInput: Bool {
        guard let input, Self.file("0", of: leader) != input else { return true }
        return members.contains { member in
            let open = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(member)/fd")) ?? []
            return open.contains { Self.file($0, of: member) == input }
        }
    }

    /// What a process has open under this number.
    private static func file(_ number: String, of process: pid_t) -> String? {
        try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(process)/fd/\(number)")
    }

    func requestEnd() { _ = kill(-leader, SIGTERM) }

    /// Ends every process of the session and waits until none is alive, however late the task was cancelled.
    func end() async {
        await Task {
            for _ in 0..<500 {
                _ = kill(-leader, SIGKILL)
                let members = members
                guard !members.isEmpty else { return }
                // Those that moved to another process group.
                for member in members { _ = kill(member, SIGKILL) }
                try? await Task.sleep(for: .milliseconds(4))
            }
        }.value
    }

    /// Waits until `condition` holds, at most so long; cancelling the task does not cut it short.
    /// - Returns: whether it came to hold.
    func wait(_ time: Duration, until condition: @escaping @Sendable (ProcessSession) -> Bool) async -> Bool {
        await Task {
            let end = ContinuousClock.now + time
            while !condition(self) {
                guard ContinuousClock.now < end else { return false }
                try? await Task.sleep(for: .milliseconds(2))
            }
            return true
        }.value
    }

    /// State and session of a process by proc(5). The name of the program stands between brackets and may itself hold brackets and spaces.
    private static func stat(of process: pid_t) -> (isLive: Bool, session: pid_t)? {
        guard let bytes = FileManager.default.contents(atPath: "/proc/\(process)/stat"),
            let name = bytes.lastIndex(of: UInt8(ascii: ")"))
        else { return nil }
        let fields = String(decoding: bytes[(name + 1)...], as: UTF8.self).split(separator: " ")
        guard fields.count > 3, let session = pid_t(fields[3]) else { return nil }
        return (!["Z", "X", "x"].contains(fields[0]), session)
    }
}
